import { monthEndOn, monthOf, monthStartOn } from "#shared/dates.ts";
import type { SummaryPeriod } from "#shared/features/exports/summary.ts";

import type { ProjectRows } from "./project-rows.ts";

/**
 * The months that milestones are shown for: from the present month to the end of the next reporting period (else of the
 * present one, else one period's length). Null for a project without dates.
 */
export function nextPeriodOf(rows: Pick<ProjectRows, "project" | "periods">, today: string): SummaryPeriod | null {
  const { startOn, periodMonths } = rows.project;
  if (startOn === null) return null;
  const present = Math.max(1, monthOf(startOn, today));
  const next = rows.periods.find((period) => period.startMonth > present);
  const current = rows.periods.find((period) => period.startMonth <= present && period.endMonth >= present);
  const toMonth = next?.endMonth ?? current?.endMonth ?? present + periodMonths - 1;
  const monthBegan = monthStartOn(startOn, present);
  return {
    fromMonth: present,
    toMonth,
    fromOn: monthBegan > today ? monthBegan : today,
    toOn: monthEndOn(startOn, toMonth),
  };
}
