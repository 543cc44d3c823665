import { monthStartOn } from "#shared/dates.ts";
import type { FaultField } from "#shared/fault.ts";
import { portionHalfUp } from "#shared/money.ts";

import type { ContributionKind } from "../contributions/contribution-words.ts";
import type { Report } from "./update.ts";

type Months = { startMonth: number; endMonth: number };
type Line = { fromMonth: number | null; toMonth: number | null };

/** Whether a line has months in a period; a line without months belongs to every period. */
export function isReportedIn(line: Line, period: Months): boolean {
  return (line.fromMonth ?? 1) <= period.endMonth && (line.toMonth ?? Number.POSITIVE_INFINITY) >= period.startMonth;
}

/**
 * What of an agreed amount falls into a period when it is spread evenly over the months of the line (its own, else
 * the project's); computed as the difference of cumulated half-up portions, so that all periods add up to `agreed`.
 */
export function plannedIn(agreed: number | null, line: Line, period: Months, durationMonths: number | null): number {
  const first = line.fromMonth ?? 1;
  const last = Math.max(first, line.toMonth ?? durationMonths ?? first);
  const length = last - first + 1;
  const upTo = (month: number) => portionHalfUp(agreed ?? 0, Math.min(length, Math.max(0, month - first + 1)), length);
  return upTo(period.endMonth) - upTo(period.startMonth - 1);
}

/**
 * What keeps a report from being handed in, as refused fields: effort needs the person-months delivered, cash the
 * value, the others the value or the quantity. Zero is an answer, a blank is none.
 */
export function reportFaults(kind: ContributionKind, report: Report): FaultField[] {
  if (kind === "effort")
    return report.deliveredPmHundredths === null ? [{ path: "deliveredPmHundredths", appCode: "REQUIRED" }] : [];
  if (report.deliveredCents !== null || (kind !== "cash" && report.deliveredQuantity !== null)) return [];
  return [{ path: "deliveredCents", appCode: "REQUIRED" }];
}

/** Fields of a report that a line of this kind does not use: person-months for effort alone, quantities for the rest. */
export function unusedReportFields(kind: ContributionKind, patch: Partial<Report>): FaultField[] {
  const unused: (keyof Report)[] =
    kind === "effort" ? ["deliveredQuantity", "remainingQuantity"] : ["deliveredPmHundredths", "remainingPmHundredths"];
  return unused.filter((field) => (patch[field] ?? null) !== null).map((path) => ({ path, appCode: "NOT_USED" }));
}

/** The day from which reports of a period are asked for: the first of its last month. Null while the project has no start. */
export function reportsAskedFrom(startOn: string | null, period: Pick<Months, "endMonth">): string | null {
  return startOn === null ? null : monthStartOn(startOn, period.endMonth);
}

type Dated = Months & { id: string; lockedAt: number | null };

/**
 * The period that is reported on now: the last open one that is asked for, else the last that has begun, else the
 * first. Null without periods.
 */
export function currentPeriod<Period extends Dated>(
  periods: readonly Period[],
  startOn: string | null,
  today: string,
): Period | null {
  const begun = periods.filter((period) => startOn !== null && monthStartOn(startOn, period.startMonth) <= today);
  const asked = begun.findLast(
    (period) => period.lockedAt === null && (reportsAskedFrom(startOn, period) ?? "9999") <= today,
  );
  return asked ?? begun.at(-1) ?? periods[0] ?? null;
}
