import type { GanttBar } from "#shared/features/plan/gantt-geometry.ts";
import type { TaskPlace } from "#shared/features/plan/plan.ts";

/** The months a bar is drawn over; for missing dates those it stands at for want of better ones. */
export function placeOfBar({ row, x, width }: GanttBar, monthWidth: number): TaskPlace {
  const startMonth = Math.round(x / monthWidth) + 1;
  return { id: row.id, startMonth, endMonth: startMonth + Math.round(width / monthWidth) - 1 };
}

/** The same length, not before month 1. */
export function notBeforeFirst({ id, startMonth, endMonth }: TaskPlace): TaskPlace {
  const by = Math.max(0, 1 - startMonth);
  return { id, startMonth: startMonth + by, endMonth: endMonth + by };
}
