import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { generatePeriods, regeneratePeriods } from "#shared/features/reporting/period-rules.ts";

describe("reporting periods", () => {
  test("cover the duration, the last one shorter, each due 30 days after its last day", () => {
    expect(generatePeriods({ startOn: "2026-01-15", durationMonths: 14, periodMonths: 6 })).toMatchObject([
      { number: 1, startMonth: 1, endMonth: 6, dueOn: "2026-08-13" },
      { number: 2, startMonth: 7, endMonth: 12, dueOn: "2027-02-13" },
      { number: 3, startMonth: 13, endMonth: 14, dueOn: "2027-04-13" },
    ]);
  });

  const plan = fc.record({
    startOn: fc.constantFrom("2024-01-31", "2025-07-01", "2026-12-15"),
    durationMonths: fc.integer({ min: 1, max: 999 }),
    periodMonths: fc.integer({ min: 1, max: 60 }),
  });

  test("hold every month exactly once, in order, whatever the plan", () => {
    fc.assert(
      fc.property(plan, (given) => {
        const periods = generatePeriods(given);
        const months = periods.flatMap((period) =>
          Array.from({ length: period.endMonth - period.startMonth + 1 }, (_, index) => period.startMonth + index),
        );
        expect(months).toEqual(Array.from({ length: given.durationMonths }, (_, index) => index + 1));
        expect(periods.map((period) => period.number)).toEqual(periods.map((_, index) => index + 1));
      }),
      { numRuns: 100 },
    );
  });

  test("keep what is locked or reported and fill the months around it", () => {
    const kept = [
      { id: "b", startMonth: 7, endMonth: 9, dueOn: "2026-11-01" },
      { id: "a", startMonth: 1, endMonth: 4, dueOn: "2026-06-01" },
    ];
    const periods = regeneratePeriods(kept, { startOn: "2026-01-01", durationMonths: 20, periodMonths: 6 });
    expect(periods.map(({ id, number, startMonth, endMonth }) => [id, number, startMonth, endMonth])).toEqual([
      ["a", 1, 1, 4],
      [null, 2, 5, 6],
      ["b", 3, 7, 9],
      [null, 4, 10, 15],
      [null, 5, 16, 20],
    ]);
    expect(periods[0]?.dueOn).toBe("2026-06-01");
  });

  test("keep a reported period that reaches beyond a shortened project, and add nothing after it", () => {
    const kept = [{ id: "a", startMonth: 1, endMonth: 12, dueOn: "2027-01-30" }];
    expect(regeneratePeriods(kept, { startOn: "2026-01-01", durationMonths: 8, periodMonths: 6 })).toMatchObject([
      { id: "a", startMonth: 1, endMonth: 12 },
    ]);
  });
});
