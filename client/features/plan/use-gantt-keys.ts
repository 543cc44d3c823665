import type { KeyboardEvent } from "react";
import { notBeforeFirst, placeOfBar } from "#client/features/plan/gantt-places.ts";
import type { GanttDraft } from "#client/features/plan/use-gantt-draft.ts";
import type { GanttPicture } from "#shared/features/plan/gantt-geometry.ts";
import type { GanttRow } from "#shared/features/plan/gantt-rows.ts";

type Options = {
  picture: GanttPicture;
  draft: GanttDraft;
  present: GanttRow | undefined;
  mayMove: (row: GanttRow) => boolean;
  goTo: (row: GanttRow | undefined) => void;
  onPress: (key: string) => void;
  onToggle: (key: string) => void;
  onToday: () => void;
  onLink: (taskId: string) => void;
};

const arrows: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/** The keys of the Gantt: rows up and down, months to the sides, and a key for whatever can be dragged. */
export function useGanttKeys({ picture, draft, present, mayMove, goTo, ...on }: Options) {
  const { rows, bars, scale } = picture;
  const nudge = (row: GanttRow, event: KeyboardEvent, by: number) => {
    const bar = bars.find((each) => each.row.key === row.key);
    if (!bar) return;
    const from = draft.place?.id === row.id ? draft.place : placeOfBar(bar, scale.monthWidth);
    const months = event.ctrlKey && event.altKey ? by * 3 : by;
    const { id, startMonth, endMonth } = from;
    draft.hold(
      event.shiftKey
        ? { id, startMonth, endMonth: Math.max(startMonth, endMonth + months) }
        : notBeforeFirst({ id, startMonth: startMonth + months, endMonth: endMonth + months }),
    );
    draft.settle();
  };
  const sideways = (row: GanttRow, event: KeyboardEvent, by: number) => {
    if (row.kind === "group" || !mayMove(row)) {
      if (row.hasChildren && row.isCollapsed === by > 0) on.onToggle(row.key);
      return;
    }
    nudge(row, event, by);
  };
  const leave = (row: GanttRow | undefined) => {
    draft.commit();
    goTo(row);
  };
  return (event: KeyboardEvent) => {
    if (!present) return;
    const at = rows.findIndex(({ key }) => key === present.key);
    const arrow = arrows[event.key];
    if (arrow !== undefined) sideways(present, event, arrow);
    else if (event.key === "ArrowUp") leave(rows[Math.max(0, at - 1)]);
    else if (event.key === "ArrowDown") leave(rows[Math.min(rows.length - 1, at + 1)]);
    else if (event.key === "Home") leave(rows[0]);
    else if (event.key === "End") leave(rows.at(-1));
    else if (event.key === "Escape" && draft.place !== null) draft.cancel();
    else if (event.key === "Enter" || event.key === " ") {
      if (draft.place === null) on.onPress(present.key);
      else draft.commit();
    } else if (event.key === "." && !event.ctrlKey) on.onToday();
    else if (event.code === "KeyL" && !event.ctrlKey && !event.metaKey && !event.altKey && mayMove(present)) {
      on.onLink(present.id);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
