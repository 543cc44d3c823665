import { addDays } from "../../dates.ts";
import { dayInZone, instantInZone } from "../../time-zones.ts";
import type { RequestSettings } from "./request-settings.ts";
import type { RequestKind } from "./request-words.ts";

/** A day on which a period asks, and as what. */
export type RequestSlot = { kind: Exclude<RequestKind, "reminder">; on: string };

/** `endsOn` is the last day of the period's last month. */
export type AskedPeriod = { endsOn: string; dueOn: string };

/** Somebody who could be asked for one member's part: how many reports are missing, and when the person was asked last. */
export type Askable = { participantId: string; userId: string; missing: number; lastAskedAt: number | null };

/** What was missed while the program stood still is made good for so many days; older requests are let lie. */
const CATCH_UP_DAYS = 14;

const SUNDAY = 0;
const SATURDAY = 6;

function isWorkday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== SUNDAY && weekday !== SATURDAY;
}

function toWorkday(day: string, step: 1 | -1): string {
  let moved = day;
  while (!isWorkday(moved)) moved = addDays(moved, step);
  return moved;
}

/**
 * The days on which a period asks, in order, each day once. On workdays only, reminders before the due day move to the
 * Friday before, the others to the Monday after. The opening comes first: reminders that would fall on its day or before are left out.
 */
export function requestSlots(settings: RequestSettings, { endsOn, dueOn }: AskedPeriod): RequestSlot[] {
  const { opensAfterDays, remindBeforeDays, remindAfterDays, workdaysOnly } = settings;
  const shifted = (day: string, step: 1 | -1) => (workdaysOnly ? toWorkday(day, step) : day);
  const opening: RequestSlot = { kind: "opened", on: shifted(addDays(endsOn, opensAfterDays), 1) };
  const reminders: RequestSlot[] = [
    ...remindBeforeDays.map((days) => ({ kind: "before" as const, on: shifted(addDays(dueOn, -days), -1) })),
    ...remindAfterDays.map((days) => ({ kind: "after" as const, on: shifted(addDays(dueOn, days), 1) })),
  ];
  const taken = new Set<string>();
  const later = reminders
    .toSorted((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0))
    .filter(({ on }) => on > opening.on && !taken.has(on) && taken.add(on));
  return [opening, ...later];
}

/** The instant (ms UTC) of a slot. */
export function slotInstant(settings: RequestSettings, slot: RequestSlot): number {
  return instantInZone(slot.on, settings.hour, settings.timeZone);
}

/** The latest slot that has come by `now` (ms UTC), unless it lies too far back to be made good. Null before the opening. */
export function slotAt(settings: RequestSettings, period: AskedPeriod, now: number): RequestSlot | null {
  const slot = requestSlots(settings, period).findLast((each) => slotInstant(settings, each) <= now);
  if (!slot) return null;
  return addDays(slot.on, CATCH_UP_DAYS) >= dayInZone(now, settings.timeZone) ? slot : null;
}

/**
 * Whom a period asks at `now`, and as what: everybody with something missing who was not asked since the latest slot.
 * Several slots missed in a row ask once; nobody is asked twice for one slot.
 */
export function requestsDue(
  settings: RequestSettings,
  period: AskedPeriod,
  now: number,
  people: readonly Askable[],
): { participantId: string; userId: string; kind: RequestSlot["kind"]; forOn: string }[] {
  const slot = slotAt(settings, period, now);
  if (!slot) return [];
  const since = slotInstant(settings, slot);
  return people
    .filter(({ missing, lastAskedAt }) => missing > 0 && (lastAskedAt === null || lastAskedAt < since))
    .map(({ participantId, userId }) => ({ participantId, userId, kind: slot.kind, forOn: slot.on }));
}

/**
 * Whether handing in now is late and has to say why: after the due day in the project's zone, unless the report was
 * handed in in time before and only came back since.
 */
export function needsLateReason(
  report: { state: string; submittedAt: number | null },
  dueOn: string,
  now: number,
  timeZone: string,
): boolean {
  const isLate = (at: number) => dayInZone(at, timeZone) > dueOn;
  if (!isLate(now)) return false;
  return report.state !== "returned" || report.submittedAt === null || isLate(report.submittedAt);
}

/** Whole days from the due day to the day of `now` in a zone; 0 until the due day is over. */
export function daysLate(dueOn: string, now: number, timeZone: string): number {
  const today = dayInZone(now, timeZone);
  return today <= dueOn ? 0 : Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000);
}
