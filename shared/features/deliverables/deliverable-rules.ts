import { monthEndOn } from "../../dates.ts";
import type { DeliverableState } from "./deliverable-words.ts";

type Due = { dueMonth: number | null };
type Standing = Due & { state: DeliverableState | null; submittedOn: string | null };

/** The last day of the due month; null without a month or a start of the project. */
export function dueDayOf({ dueMonth }: Due, startOn: string | null): string | null {
  return dueMonth === null || startOn === null ? null : monthEndOn(startOn, dueMonth);
}

/** Whether it still has to be handed in: neither submitted nor accepted nor cancelled. */
export function isOpen({ state }: Pick<Standing, "state">): boolean {
  return state === null || state === "pending" || state === "draft" || state === "returned";
}

/** Not handed in though its due month is over on `today`. What a source gives no state is only overdue without a day of submission. */
export function isOverdue(row: Standing, startOn: string | null, today: string): boolean {
  const dueOn = dueDayOf(row, startOn);
  if (row.state === null && row.submittedOn !== null) return false;
  return isOpen(row) && dueOn !== null && dueOn < today;
}

/** Handing it in on `day` wants a reason: its due month is over by then and none is given. */
export function needsLateReason(row: Due & { lateReason: string }, startOn: string | null, day: string): boolean {
  const dueOn = dueDayOf(row, startOn);
  return dueOn !== null && dueOn < day && row.lateReason.trim() === "";
}
