import { useCallback, useLayoutEffect, useRef, useState } from "react";
import {
  columnWidthIn,
  HEAD_HEIGHT,
  NAME_WIDTH,
  type Range,
  rangeOf,
  ROW_HEIGHT,
  TOTAL_WIDTH,
} from "#client/features/matrix/grid-geometry.ts";
import type { Place, Size } from "#client/features/matrix/grid-keys.ts";

type View = Range & { columnWidth: number };

/** Which part of the grid is drawn, as its box is scrolled and sized; `reveal` scrolls a cell out from under names and totals. */
export function useGridWindow({ rows, columns }: Size) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>({
    top: 0,
    bottom: Math.min(rows, 24),
    left: 0,
    right: Math.min(columns, 16),
    columnWidth: 128,
  });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => {
      const { scrollTop, scrollLeft, clientWidth, clientHeight } = element;
      const columnWidth = columnWidthIn(clientWidth, columns);
      const seen = { scrollTop, scrollLeft, width: clientWidth, height: clientHeight };
      const next = { ...rangeOf(seen, columnWidth, rows, columns), columnWidth };
      setView((former) => (isSame(former, next) ? former : next));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, [rows, columns]);
  const reveal = useCallback(
    ({ row, column }: Place) => {
      const element = box.current;
      if (element === null) return;
      const [top, left] = [row * ROW_HEIGHT, column * view.columnWidth];
      const high = element.clientHeight - HEAD_HEIGHT - 2 * ROW_HEIGHT;
      const wide = element.clientWidth - NAME_WIDTH - TOTAL_WIDTH - view.columnWidth;
      if (element.scrollTop > top) element.scrollTop = top;
      else if (element.scrollTop < top - high) element.scrollTop = top - high;
      if (element.scrollLeft > left) element.scrollLeft = left;
      else if (element.scrollLeft < left - wide) element.scrollLeft = left - wide;
    },
    [view.columnWidth],
  );
  const { columnWidth, ...range } = view;
  return { box, range, columnWidth, reveal };
}

function isSame(left: View, right: View): boolean {
  const names = ["top", "bottom", "left", "right", "columnWidth"] as const;
  return names.every((name) => left[name] === right[name]);
}
