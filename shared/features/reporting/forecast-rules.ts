import { portionHalfUp } from "#shared/money.ts";

import type { ForecastPeriod } from "./forecast.ts";
import type { LandingReason } from "./forecast-words.ts";
import { isReportedIn, plannedIn } from "./update-rules.ts";

type Months = { fromMonth: number | null; toMonth: number | null };
type Period = Pick<ForecastPeriod, "number" | "startMonth" | "endMonth" | "locked">;

/** A report that counts for a reader, in one unit; `remaining` null means agreed minus all that was delivered. */
export type CountedReport = {
  periodNumber: number;
  accepted: boolean;
  delivered: number | null;
  remaining: number | null;
};

/** One line in one unit, by period: integers, each list as long as the periods. */
export type LineForecast = {
  agreed: number[];
  delivered: number[];
  forecast: number[];
  /** Over all periods; also where a project has none yet. */
  all: { agreed: number; delivered: number; forecast: number };
  /** What of the forecast lands in the last period because no month is left for it. */
  landed: { amount: number; reason: LandingReason } | null;
};

/**
 * An agreed amount over the reporting periods (in order, without overlaps) by the months of its line, none meaning the
 * whole project. Each part is the difference of cumulated half-up portions, as the report form plans it; the last period
 * the line touches takes the rest (the project's last, if it touches none), so that the parts add up to the amount.
 */
export function spreadAgreed(
  amount: number,
  line: Months,
  periods: readonly Period[],
  durationMonths: number | null,
): number[] {
  if (periods.length === 0) return [];
  const whole = { fromMonth: line.fromMonth ?? 1, toMonth: line.toMonth ?? durationMonths ?? lastMonthOf(periods) };
  const parts = periods.map((period) => plannedIn(amount, whole, period, null));
  const touched = periods.findLastIndex((period) => isReportedIn(whole, period));
  const last = touched === -1 ? periods.length - 1 : touched;
  parts[last] = plus(parts[last], amount - parts.reduce(plus, 0));
  return parts;
}

/**
 * What remains of a line over the periods that still take reports (open, after the last one reported on) up to the
 * line's end, by its months in them, the last one taking the rest. With no month left all of it lands in the last period.
 */
export function spreadRemaining(
  amount: number,
  line: Months,
  periods: readonly Period[],
  { durationMonths, lastReported }: { durationMonths: number | null; lastReported: number },
): { parts: number[]; landed: LineForecast["landed"] } {
  const parts = periods.map(() => 0);
  if (amount === 0 || periods.length === 0) return { parts, landed: null };
  const first = line.fromMonth ?? 1;
  const last = Math.max(first, line.toMonth ?? durationMonths ?? lastMonthOf(periods));
  const monthsIn = ({ startMonth, endMonth }: Period) =>
    Math.max(0, Math.min(last, endMonth) - Math.max(first, startMonth) + 1);
  const months = periods.map((period) => (period.locked || period.number <= lastReported ? 0 : monthsIn(period)));
  const length = months.reduce(plus, 0);
  if (length === 0) {
    parts[parts.length - 1] = amount;
    const reason = periods.some((period) => monthsIn(period) > 0) ? "months-over" : "no-period";
    return { parts, landed: { amount, reason } };
  }
  let passed = 0;
  let spread = 0;
  for (const [index, count] of months.entries()) {
    passed += count;
    const upTo = portionHalfUp(amount, passed, length);
    parts[index] = upTo - spread;
    spread = upTo;
  }
  return { parts, landed: null };
}

/** The part of the view that reports decide. */
export type LineOutlook = Omit<LineForecast, "agreed">;

/**
 * The three-way view of one agreed line in one unit. Delivered are accepted reports; the forecast of a reported period
 * is what was accepted or handed in for it, of later ones the remainder that the latest of these reports states (null: agreed
 * minus delivered, not below 0). Null when the line states nothing in this unit.
 */
export function forecastLine(
  agreed: number | null,
  line: Months,
  reports: readonly CountedReport[],
  periods: readonly Period[],
  durationMonths: number | null,
): LineForecast | null {
  const outlook = outlookOf(agreed, line, reports, periods, durationMonths);
  return outlook && { agreed: spreadAgreed(agreed ?? 0, line, periods, durationMonths), ...outlook };
}

/** How reports saw the same line before those of period `number`, with what was locked since then open again. */
export function forecastBefore(
  number: number,
  agreed: number | null,
  line: Months,
  reports: readonly CountedReport[],
  periods: readonly Period[],
  durationMonths: number | null,
): LineOutlook | null {
  return outlookOf(
    agreed,
    line,
    reports.filter((report) => report.periodNumber < number),
    periods.map((period) => (period.number < number ? period : { ...period, locked: false })),
    durationMonths,
  );
}

function outlookOf(
  agreed: number | null,
  line: Months,
  reports: readonly CountedReport[],
  periods: readonly Period[],
  durationMonths: number | null,
): LineOutlook | null {
  const delivered = periods.map(() => 0);
  const reported = periods.map(() => 0);
  let [allDelivered, allReported] = [0, 0];
  let latest: CountedReport | null = null;
  for (const report of reports) {
    if (latest === null || report.periodNumber >= latest.periodNumber) latest = report;
    const amount = report.delivered ?? 0;
    const at = periods.findIndex(({ number }) => number === report.periodNumber);
    if (at !== -1) reported[at] = plus(reported[at], amount);
    allReported = plus(allReported, amount);
    if (!report.accepted) continue;
    if (at !== -1) delivered[at] = plus(delivered[at], amount);
    allDelivered = plus(allDelivered, amount);
  }
  const stated = latest?.remaining ?? null;
  if (agreed === null && stated === null && reports.every((report) => report.delivered === null)) return null;
  const remaining = stated ?? Math.max(0, (agreed ?? 0) - allReported);
  const lastReported = latest?.periodNumber ?? 0;
  const { parts, landed } = spreadRemaining(remaining, line, periods, { durationMonths, lastReported });
  return {
    delivered,
    forecast: parts.map((part, at) => plus(reported[at], part)),
    all: { agreed: agreed ?? 0, delivered: allDelivered, forecast: plus(allReported, remaining) },
    landed,
  };
}

/** Adds two whole numbers; throws RangeError instead of rounding beyond 2^53 - 1. */
function plus(left = 0, right = 0): number {
  const sum = left + right;
  if (!Number.isSafeInteger(sum)) throw new RangeError("a sum left the safe range");
  return sum;
}

function lastMonthOf(periods: readonly Period[]): number {
  return periods.at(-1)?.endMonth ?? 1;
}
