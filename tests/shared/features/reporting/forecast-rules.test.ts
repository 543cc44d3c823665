import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  type CountedReport,
  forecastBefore,
  forecastLine,
  spreadAgreed,
  spreadRemaining,
} from "#shared/features/reporting/forecast-rules.ts";
import { addExactly } from "#shared/money.ts";

const cut = (lengths: readonly number[], locked = 0) => {
  let month = 0;
  return lengths.map((length, index) => {
    const startMonth = month + 1;
    month += length;
    return { number: index + 1, startMonth, endMonth: month, locked: index < locked };
  });
};
const halfYears = cut([6, 6, 6, 6]);
const from = (lastReported: number) => ({ durationMonths: 24, lastReported });
const whole = { fromMonth: null, toMonth: null };
const report = (periodNumber: number, delivered: number, remaining: number | null = null, accepted = true) =>
  ({ periodNumber, delivered, remaining, accepted }) satisfies CountedReport;

const amounts = fc.integer({ min: 0, max: 99_999_999_999 });
const periods = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 24 }), { minLength: 1, maxLength: 12 }), fc.nat(12))
  .map(([lengths, locked]) => cut(lengths, locked));
const months = fc
  .tuple(fc.option(fc.integer({ min: 1, max: 300 })), fc.option(fc.integer({ min: 1, max: 300 })))
  .map(([from, to]) => ({
    fromMonth: from,
    toMonth: to !== null && from !== null && to < from ? from : to,
  }));
const duration = fc.option(fc.integer({ min: 1, max: 300 }));
const reports = fc
  .array(fc.tuple(amounts, fc.option(amounts), fc.boolean()), { maxLength: 5 })
  .map((rows) => rows.map(([delivered, remaining, accepted], at) => report(at + 1, delivered, remaining, accepted)));

describe("the agreed amount of a line", () => {
  test("is spread by its months, the last period taking the rest", () => {
    expect(spreadAgreed(100_00, { fromMonth: 5, toMonth: 13 }, halfYears, 24)).toEqual([2222, 6667, 1111, 0]);
    expect(spreadAgreed(100_01, whole, halfYears, null)).toEqual([2500, 2501, 2500, 2500]);
    expect(spreadAgreed(700, { fromMonth: 20, toMonth: 30 }, halfYears, 24)).toEqual([0, 0, 0, 700]);
  });

  test("lies in the last period when its months touch none", () => {
    expect(spreadAgreed(700, { fromMonth: 40, toMonth: 50 }, halfYears, 24)).toEqual([0, 0, 0, 700]);
  });

  test("is whole in any plan, in parts not below zero", () => {
    fc.assert(
      fc.property(amounts, months, periods, duration, (amount, line, plan, length) => {
        const parts = spreadAgreed(amount, line, plan, length);
        expect(addExactly(parts)).toBe(amount);
        expect(parts.every((part) => part >= 0 && Number.isSafeInteger(part))).toBe(true);
      }),
    );
  });
});

describe("what remains of a line", () => {
  test("goes to the open periods after the last report, up to the end of the line", () => {
    expect(spreadRemaining(900, { fromMonth: 1, toMonth: 15 }, halfYears, from(1))).toEqual({
      parts: [0, 600, 300, 0],
      landed: null,
    });
    expect(spreadRemaining(900, whole, cut([6, 6, 6, 6], 2), from(1)).parts).toEqual([0, 0, 450, 450]);
  });

  test("lands in the last period when the line has no month left, and says why", () => {
    expect(spreadRemaining(900, { fromMonth: 1, toMonth: 6 }, halfYears, from(1))).toEqual({
      parts: [0, 0, 0, 900],
      landed: { amount: 900, reason: "months-over" },
    });
    expect(spreadRemaining(900, { fromMonth: 30, toMonth: 36 }, halfYears, from(0)).landed?.reason).toBe("no-period");
    expect(spreadRemaining(0, { fromMonth: 1, toMonth: 6 }, halfYears, from(1)).landed).toBeNull();
  });

  test("is whole in any plan and never lies in a period that takes no reports, the last one aside", () => {
    fc.assert(
      fc.property(
        amounts,
        months,
        periods,
        duration,
        fc.nat(12),
        (amount, line, plan, durationMonths, lastReported) => {
          const { parts, landed } = spreadRemaining(amount, line, plan, { durationMonths, lastReported });
          expect(addExactly(parts)).toBe(amount);
          expect(parts.every((part) => part >= 0)).toBe(true);
          const closed = plan.flatMap((period, at) =>
            (period.locked || period.number <= lastReported) && !(landed && at === plan.length - 1) ? [parts[at]] : [],
          );
          expect(closed.every((part) => part === 0)).toBe(true);
        },
      ),
    );
  });
});

describe("the three-way view of a line", () => {
  test("delivered is what was accepted; what was handed in is forecast in its period", () => {
    const seen = forecastLine(1200, whole, [report(1, 300), report(2, 200, 800, false)], halfYears, 24);
    expect(seen).toMatchObject({
      agreed: [300, 300, 300, 300],
      delivered: [300, 0, 0, 0],
      forecast: [300, 200, 400, 400],
      all: { agreed: 1200, delivered: 300, forecast: 1300 },
    });
  });

  test("without a word about the rest it is agreed minus delivered, not below zero", () => {
    expect(forecastLine(1000, whole, [report(1, 400)], halfYears, 24)?.forecast).toEqual([400, 200, 200, 200]);
    expect(forecastLine(1000, whole, [report(1, 1400)], halfYears, 24)?.all.forecast).toBe(1400);
  });

  test("says nothing of a line that states nothing", () => {
    expect(
      forecastLine(
        null,
        whole,
        [report(1, 0)].map((each) => ({ ...each, delivered: null })),
        halfYears,
        24,
      ),
    ).toBeNull();
  });

  test("before knows no later report, and no lock that came after", () => {
    const late = cut([6, 6, 6, 6], 2);
    const given = [1200, whole, [report(1, 100, 900), report(2, 100, 1500)], late, 24] as const;
    expect(forecastBefore(2, ...given)).toMatchObject({ forecast: [100, 300, 300, 300] });
    expect(forecastLine(...given)).toMatchObject({ forecast: [100, 100, 750, 750] });
  });

  test("its parts by period add up to the whole, whatever was reported", () => {
    fc.assert(
      fc.property(fc.option(amounts), months, reports, periods, duration, (agreed, line, told, plan, length) => {
        const known = told.filter(({ periodNumber }) => periodNumber <= plan.length);
        const found = forecastLine(agreed, line, known, plan, length);
        if (!found) return;
        for (const figure of ["agreed", "delivered", "forecast"] as const)
          expect(addExactly(found[figure])).toBe(found.all[figure]);
        expect(found.all.forecast).toBeGreaterThanOrEqual(found.all.delivered);
      }),
    );
  });
});
