import { type RefObject, useLayoutEffect, useState } from "react";
import { useIsPrinting } from "#client/lib/use-is-printing.ts";
import { ROW_HEIGHT } from "#shared/features/plan/gantt-rows.ts";

/** Rows drawn beyond either edge of what is seen. */
const MARGIN = 6;

/** Rows (from, up to) and pixels across that are in sight or near. */
export type SeenPart = { first: number; last: number; left: number; right: number };

/** Which rows, and which pixels across, are worth drawing; everything while the page is printed. */
export function useVisibleRows(box: RefObject<HTMLElement | null>): SeenPart {
  const [seen, setSeen] = useState<SeenPart>({ first: 0, last: 40, left: 0, right: 2_000 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
      const at = Math.floor(scrollTop / ROW_HEIGHT / MARGIN) * MARGIN;
      const next = {
        first: Math.max(0, at - MARGIN),
        last: at + Math.ceil(clientHeight / ROW_HEIGHT) + 2 * MARGIN,
        left: Math.floor(scrollLeft / 500) * 500 - 500,
        right: Math.floor(scrollLeft / 500) * 500 + clientWidth + 1_000,
      };
      setSeen((before) => (same(before, next) ? before : next));
    };
    measure();
    element.addEventListener("scroll", measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", measure);
      observer.disconnect();
    };
  }, [box]);
  const isPrinting = useIsPrinting();
  return isPrinting ? { first: 0, last: Infinity, left: -Infinity, right: Infinity } : seen;
}

const same = (left: SeenPart, right: SeenPart) =>
  left.first === right.first && left.last === right.last && left.left === right.left && left.right === right.right;
