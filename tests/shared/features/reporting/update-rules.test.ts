import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { generatePeriods } from "#shared/features/reporting/period-rules.ts";
import {
  currentPeriod,
  isReportedIn,
  plannedIn,
  reportFaults,
  unusedReportFields,
} from "#shared/features/reporting/update-rules.ts";
import { addExactly } from "#shared/money.ts";

const month = fc.integer({ min: 1, max: 60 });

describe("plannedIn", () => {
  test("spreads an amount over the months of the line so that all periods add up to it exactly", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999_999 }),
        month,
        month,
        fc.integer({ min: 1, max: 12 }),
        (amount, one, other, periodMonths) => {
          const line = { fromMonth: Math.min(one, other), toMonth: Math.max(one, other) };
          const periods = generatePeriods({ startOn: "2026-01-01", durationMonths: 60, periodMonths });
          const planned = periods.map((period) => plannedIn(amount, line, period, 60));
          expect(addExactly(planned)).toBe(amount);
          for (const [index, period] of periods.entries())
            expect(isReportedIn(line, period) || planned[index] === 0).toBe(true);
        },
      ),
    );
  });

  test("takes the project's months where the line has none, and nothing for no amount", () => {
    expect(plannedIn(1_000, { fromMonth: null, toMonth: null }, { startMonth: 1, endMonth: 6 }, 24)).toBe(250);
    expect(plannedIn(null, { fromMonth: 1, toMonth: 6 }, { startMonth: 1, endMonth: 6 }, 24)).toBe(0);
  });
});

describe("currentPeriod", () => {
  const periods = generatePeriods({ startOn: "2026-01-01", durationMonths: 18, periodMonths: 6 }).map((period) => ({
    ...period,
    id: String(period.number),
    lockedAt: null as number | null,
  }));
  const at = (today: string, locked: number[] = []) =>
    currentPeriod(
      periods.map((period) => ({ ...period, lockedAt: locked.includes(period.number) ? 1 : null })),
      "2026-01-01",
      today,
    )?.number;

  test("is the last open one that is asked for, else the last that has begun, else the first", () => {
    expect(at("2025-11-01")).toBe(1);
    expect(at("2026-03-01")).toBe(1);
    expect(at("2026-08-01")).toBe(1);
    expect(at("2026-08-01", [1])).toBe(2);
    expect(at("2026-12-01")).toBe(2);
    expect(currentPeriod([], "2026-01-01", "2026-03-01")).toBeNull();
    expect(currentPeriod(periods, null, "2026-03-01")?.number).toBe(1);
  });
});

describe("what a report needs", () => {
  const blank = {
    deliveredPmHundredths: null,
    deliveredQuantity: null,
    deliveredCents: null,
    remainingPmHundredths: null,
    remainingQuantity: null,
    remainingCents: null,
    progressBp: null,
    text: "",
    lateReason: "",
  };

  test("zero is an answer, a blank is none", () => {
    expect(reportFaults("effort", blank)).toEqual([{ path: "deliveredPmHundredths", appCode: "REQUIRED" }]);
    expect(reportFaults("effort", { ...blank, deliveredPmHundredths: 0 })).toEqual([]);
    expect(reportFaults("cash", { ...blank, deliveredQuantity: "1" })).toEqual([
      { path: "deliveredCents", appCode: "REQUIRED" },
    ]);
    expect(reportFaults("equipment", { ...blank, deliveredQuantity: "1" })).toEqual([]);
  });

  test("fields of another kind are refused, empty ones are not", () => {
    expect(unusedReportFields("effort", { deliveredQuantity: "1", remainingQuantity: null })).toEqual([
      { path: "deliveredQuantity", appCode: "NOT_USED" },
    ]);
    expect(unusedReportFields("cash", { deliveredPmHundredths: 1 })).toEqual([
      { path: "deliveredPmHundredths", appCode: "NOT_USED" },
    ]);
  });
});
