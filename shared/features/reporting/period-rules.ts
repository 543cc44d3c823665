import { addDays, monthEndOn } from "../../dates.ts";

/** Days between the end of a period and the day its reports are due. */
export const DAYS_TO_REPORT = 30;

export type PeriodRange = { startMonth: number; endMonth: number };
export type PlannedPeriod = PeriodRange & { number: number; dueOn: string };
export type PeriodPlan = { startOn: string; durationMonths: number; periodMonths: number };

/** The day the reports of a period ending in project month `endMonth` are due: 30 days after its last day. */
export function reportsDueOn(startOn: string, endMonth: number): string {
  return addDays(monthEndOn(startOn, endMonth), DAYS_TO_REPORT);
}

/**
 * The reporting periods of a project: consecutive ranges of `periodMonths` project months (1-based, both ends
 * included), the last one shorter when the duration is no multiple, each due 30 days after its last day.
 */
export function generatePeriods(plan: PeriodPlan): PlannedPeriod[] {
  return regeneratePeriods([], plan);
}

/**
 * The same around `kept` ranges (locked periods and those with reports), which stay as they are: the free months
 * before, between and after them are cut into new periods; all are numbered by their months. A kept period that
 * reaches beyond the duration stays too. `id` is null for what is new.
 */
export function regeneratePeriods(
  kept: readonly (PeriodRange & { id: string; dueOn: string })[],
  plan: PeriodPlan,
): (PlannedPeriod & { id: string | null })[] {
  const fixed = kept.toSorted((left, right) => left.startMonth - right.startMonth);
  const ranges: (PeriodRange & { id: string | null; dueOn: string })[] = [];
  let month = 1;
  for (const period of fixed) {
    ranges.push(...cut(month, Math.min(period.startMonth - 1, plan.durationMonths), plan));
    ranges.push({ id: period.id, startMonth: period.startMonth, endMonth: period.endMonth, dueOn: period.dueOn });
    month = Math.max(month, period.endMonth + 1);
  }
  ranges.push(...cut(month, plan.durationMonths, plan));
  return ranges.map((range, index) => ({ ...range, number: index + 1 }));
}

function cut(firstMonth: number, lastMonth: number, plan: PeriodPlan) {
  const ranges: (PeriodRange & { id: null; dueOn: string })[] = [];
  for (let startMonth = firstMonth; startMonth <= lastMonth; startMonth += plan.periodMonths) {
    const endMonth = Math.min(startMonth + plan.periodMonths - 1, lastMonth);
    ranges.push({ id: null, startMonth, endMonth, dueOn: reportsDueOn(plan.startOn, endMonth) });
  }
  return ranges;
}
