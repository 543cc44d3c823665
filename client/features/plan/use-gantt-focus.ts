import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { HEAD_HEIGHT } from "#client/features/plan/gantt-head.tsx";
import { type GanttRow, ROW_HEIGHT } from "#shared/features/plan/gantt-rows.ts";

/** One tab stop for the whole picture: the row last used, else the first. */
export function useGanttFocus(rows: readonly GanttRow[], box: RefObject<HTMLElement | null>) {
  const [focused, setFocused] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const isThere = rows.some(({ key }) => key === focused);
  const focusedKey = isThere ? focused : (rows[0]?.key ?? null);
  const goTo = useCallback(
    (row: GanttRow | undefined) => {
      if (!row) return;
      wanted.current = row.key;
      setFocused(row.key);
      if (box.current) bringIntoView(box.current, row.y);
    },
    [box],
  );
  useEffect(() => {
    if (wanted.current === null) return;
    const target = box.current?.querySelector<SVGElement>(`svg [data-row-key="${CSS.escape(wanted.current)}"]`);
    if (!target) return;
    wanted.current = null;
    target.focus({ preventScroll: true });
  });
  return { focusedKey, setFocused, goTo };
}

export type GanttFocus = ReturnType<typeof useGanttFocus>;

function bringIntoView(element: HTMLElement, y: number): void {
  const room = element.clientHeight - HEAD_HEIGHT;
  if (y < element.scrollTop) element.scrollTop = y;
  else if (y + 2 * ROW_HEIGHT > element.scrollTop + room) element.scrollTop = y + 2 * ROW_HEIGHT - room;
}
