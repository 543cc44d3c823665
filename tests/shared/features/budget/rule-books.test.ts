import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { FigureName } from "#shared/features/budget/budget-words.ts";
import { entered, type Figure, productOf, rateOf } from "#shared/features/budget/figure.ts";
import { horizonActualBudget } from "#shared/features/budget/horizon-actual-rules.ts";
import { lumpSumShare } from "#shared/features/budget/horizon-lump-sum-rules.ts";
import { flatRateByPeriod, interregBudget } from "#shared/features/budget/interreg-rules.ts";

const given = (name: FigureName, cents: number) => entered<FigureName>(name, cents);
const cents = fc.integer({ min: 0, max: 99_999_999_999 });
const rate = fc.integer({ min: 0, max: 10_000 });

/** What the explanation of a figure comes to when it is worked out again from what was entered. */
function again(figure: Figure): number {
  switch (figure.how) {
    case "entered":
      return figure.cents;
    case "product":
      return productOf("x", figure.units, figure.unitPriceCents, figure.rounding).cents;
    case "sum":
      return figure.of.reduce((sum, each) => sum + again(each), 0);
    case "rate":
      return rateOf("x", entered("x", again(figure.of)), figure.rateBp, figure.rounding).cents;
    case "part":
      return figure.cents;
    case "difference":
      return figure.minus.reduce((left, each) => left - again(each), again(figure.from));
  }
}

describe("Interreg", () => {
  const staff = given("staff", 10_333_333);

  test("flat rates are truncated to the cent", () => {
    expect(rateOf("travel", staff, 1_500, "truncated").cents).toBe(1_549_999);
    expect(interregBudget({ staff }, { otherBp: 4_000 }, []).categories.other.cents).toBe(4_133_333);
    const costs = {
      external: given("external", 2_777_777),
      equipment: given("equipment", 4_000_000),
      infrastructure: given("infrastructure", 500_000),
    };
    expect(interregBudget(costs, { staffBp: 2_000 }, []).categories.staff.cents).toBe(1_455_555);
  });

  test("a participant's total, its fund and what it pays itself", () => {
    const costs = { staff, external: given("external", 2_777_777), equipment: given("equipment", 4_000_000) };
    const { total, funds, own, problems } = interregBudget(costs, { travelBp: 1_500, officeBp: 1_500 }, [
      { rateBp: 8_000 },
    ]);
    expect([total.cents, funds[0]?.cents, own.cents, problems]).toEqual([20_211_108, 16_168_886, 4_042_222, []]);
  });

  test("the last period takes what the others leave", () => {
    const base = [3_333_333, 3_333_333, 3_666_667].map((each) => given("staff", each));
    expect(flatRateByPeriod(base, 1_500).map((figure) => figure.cents)).toEqual([499_999, 499_999, 550_001]);
  });

  test("rows are units times price, cut off at the cent", () => {
    expect(productOf("staff", "1.333", 9_999, "truncated").cents).toBe(13_328);
    expect(productOf("staff", "0.5", 1, "truncated").cents).toBe(0);
    expect(productOf("staff", "0.5", 1, "half-up").cents).toBe(1);
    expect(() => productOf("staff", "1,5", 1, "truncated")).toThrow(RangeError);
  });

  test("what contradicts itself is said", () => {
    const both = interregBudget({ staff, travel: given("travel", 1) }, { otherBp: 4_000, travelBp: 1_500 }, []);
    expect(both.problems).toEqual(["FLAT_RATE_EXCLUDES_OTHERS", "COSTS_BESIDE_FLAT_RATE"]);
    const five = Array.from({ length: 5 }, () => ({ rateBp: 3_000 }));
    expect(interregBudget({ staff }, {}, five).problems).toEqual(["TOO_MANY_FUNDS", "FUNDS_ABOVE_TOTAL"]);
  });

  test("parts add up to the total for any input, and periods to the whole", () => {
    fc.assert(
      fc.property(
        fc.array(cents, { minLength: 7, maxLength: 7 }),
        rate,
        rate,
        fc.array(rate, { maxLength: 4 }),
        (amounts, officeBp, travelBp, rates) => {
          const names = ["staff", "external", "equipment", "infrastructure", "other"] as const;
          const costs = Object.fromEntries(names.map((name, index) => [name, given(name, amounts[index] ?? 0)]));
          const budget = interregBudget(
            costs,
            { officeBp, travelBp },
            rates.map((rateBp) => ({ rateBp })),
          );
          const parts = Object.values(budget.categories).reduce((sum, figure) => sum + figure.cents, 0);
          expect(parts).toBe(budget.total.cents);
          expect(budget.funds.reduce((sum, fund) => sum + fund.cents, budget.own.cents)).toBe(budget.total.cents);
          expect(again(budget.own)).toBe(budget.own.cents);
          const base = amounts.map((each) => given("staff", each));
          const periods = flatRateByPeriod(base, officeBp);
          const whole = Number((amounts.reduce((sum, each) => sum + BigInt(each), 0n) * BigInt(officeBp)) / 10_000n);
          expect(periods.reduce((sum, figure) => sum + figure.cents, 0)).toBe(whole);
        },
      ),
    );
  });
});

describe("Horizon Europe, actual costs", () => {
  const terms = { fundingRateBp: 7_000, requestedCents: null, otherIncomeCents: 0 };

  test("indirect costs leave out subcontracting, support to third parties and internal invoices", () => {
    const budget = horizonActualBudget(
      {
        "A.1": given("A.1", 10_333_333),
        "C.2": given("C.2", 4_500_000),
        B: given("B", 2_000_000),
        "D.1": given("D.1", 1_500_000),
      },
      terms,
    );
    const { indirect, total, maximumGrant, own } = budget;
    expect([indirect, total, maximumGrant, own].map((figure) => figure.cents)).toEqual([
      3_708_333, 22_041_666, 15_429_166, 6_612_500,
    ]);
    const invoiced = horizonActualBudget({ "D.2": given("D.2", 1_000), "D.4": given("D.4", 1_000) }, terms);
    expect([invoiced.indirectBase.cents, invoiced.indirect.cents]).toEqual([1_000, 250]);
  });

  test("an innovation action of a hundred euros", () => {
    const { indirect, total, maximumGrant } = horizonActualBudget({ "A.1": given("A.1", 10_000) }, terms);
    expect([indirect.cents, total.cents, maximumGrant.cents]).toEqual([2_500, 12_500, 8_750]);
  });

  test("more than can be granted, and more income than costs, is said", () => {
    const costs = { "A.1": given("A.1", 10_000) };
    expect(horizonActualBudget(costs, { ...terms, requestedCents: 8_751 }).problems).toEqual([
      "REQUESTED_ABOVE_MAXIMUM",
    ]);
    expect(horizonActualBudget(costs, { ...terms, otherIncomeCents: 3_751 }).problems).toEqual(["INCOME_ABOVE_COSTS"]);
    expect(horizonActualBudget(costs, { ...terms, otherIncomeCents: 3_750 }).problems).toEqual([]);
  });

  test("requested, income and own contribution add up to the total, and each figure explains itself", () => {
    fc.assert(
      fc.property(cents, cents, cents, rate, cents, (staff, equipment, invoiced, fundingRateBp, otherIncomeCents) => {
        const costs = { "A.1": given("A.1", staff), "C.2": given("C.2", equipment), "D.2": given("D.2", invoiced) };
        const budget = horizonActualBudget(costs, { fundingRateBp, requestedCents: null, otherIncomeCents });
        expect(budget.requestedGrant.cents + otherIncomeCents + budget.own.cents).toBe(budget.total.cents);
        expect(budget.direct.cents + budget.indirect.cents).toBe(budget.total.cents);
        expect(again(budget.own)).toBe(budget.own.cents);
      }),
    );
  });
});

test("a lump sum counts indirect costs on personnel and purchase alone", () => {
  const costs = { "A.1": given("A.1", 1_001), "C.1": given("C.1", 1), B: given("B", 400), "D.3": given("D.3", 600) };
  const { direct, indirect, total, lumpSum } = lumpSumShare(costs, 7_000);
  expect([direct, indirect, total, lumpSum].map((figure) => figure.cents)).toEqual([2_002, 251, 2_253, 1_577]);
});
