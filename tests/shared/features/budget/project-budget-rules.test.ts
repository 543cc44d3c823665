import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { budgetDimensions, enteredCategories } from "#shared/features/budget/budget-words.ts";
import { compareBudgets, keyOf, pivotOf } from "#shared/features/budget/budget-pivot-rules.ts";
import { categoryUnder } from "#shared/features/budget/category-rules.ts";
import { budgetOf } from "#shared/features/budget/project-budget-rules.ts";
import { contributionKinds } from "#shared/features/contributions/contribution-words.ts";
import { ruleBooks } from "#shared/features/projects/project-words.ts";
import { addExactly } from "#shared/money.ts";

import { halves, line, member, terms } from "./budget-builders.ts";

const rate = fc.integer({ min: 0, max: 10_000 });
const someRate = fc.option(rate, { nil: undefined });
const rates = fc.record({ officeBp: someRate, travelBp: someRate, staffBp: someRate, otherBp: someRate });
const month = fc.option(fc.integer({ min: 1, max: 30 }));
const lines = fc.array(
  fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom(null, ...contributionKinds),
    participantId: fc.constantFrom("p1", "p2"),
    streamId: fc.constantFrom(null, "s1", "s2"),
    category: fc.constantFrom(...enteredCategories),
    cents: fc.option(fc.integer({ min: 0, max: 99_999_999_999 })),
    units: fc.constantFrom("0", "1", "0.3333", "17.5", "999"),
    unitPriceCents: fc.integer({ min: 0, max: 99_999_999 }),
    fromMonth: month,
    toMonth: month,
  }),
  { maxLength: 14 },
);
const spans = fc.constantFrom([], halves, halves.slice(0, 1), halves.slice(0, 3));
const settings = fc.record({
  action: fc.constantFrom(null, "RIA", "CSA", "IA"),
  flatRates: rates,
  funds: fc.array(fc.record({ name: fc.constant("Fund"), rateBp: rate }), { maxLength: 4 }),
});
const sum = (cells: readonly { cents: number }[]) => addExactly(cells.map(({ cents }) => cents));

describe("a budget under every rule book", () => {
  test("parts add up to totals from every side, and nothing is below 0", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ruleBooks), lines, settings, spans, (ruleBook, some, given, periods) => {
        const budget = budgetOf(ruleBook, some, terms({ settings: given }), periods);
        expect(sum(budget.cells)).toBe(budget.total.cents);
        for (const { participantId, budget: own } of budget.members) {
          if (!own) throw new Error("nothing is hidden here");
          expect(sum(own.rows.map(({ figure }) => figure))).toBe(own.total.cents);
          for (const { figure, cells } of own.rows) expect(sum(cells)).toBe(figure.cents);
          expect(sum(budget.cells.filter((cell) => cell.participantId === participantId))).toBe(own.total.cents);
        }
        expect(budget.cells.every(({ cents }) => cents > 0)).toBe(true);
        for (const by of budgetDimensions)
          for (const across of budgetDimensions) {
            const pivot = pivotOf(budget, by, across);
            const rows = [...pivot.rows.values()];
            expect(sum(rows.map(({ total }) => total))).toBe(budget.total.cents);
            expect(sum([...pivot.columns.values()])).toBe(budget.total.cents);
            for (const row of rows) expect(sum([...row.cells.values()])).toBe(row.total.cents);
          }
      }),
      { numRuns: 150 },
    );
  });

  test("comes out the same in whatever order the lines stand", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ruleBooks), lines, settings, (ruleBook, some, given) => {
        const plan = terms({ settings: given });
        const there = budgetOf(ruleBook, some, plan, halves);
        const back = budgetOf(ruleBook, some.toReversed(), plan, halves);
        expect({ ...back, problems: back.problems.length }).toEqual({ ...there, problems: there.problems.length });
      }),
      { numRuns: 60 },
    );
  });

  test("counts every line once or says why not", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ruleBooks), lines, settings, (ruleBook, some, given) => {
        const budget = budgetOf(ruleBook, some, terms({ settings: given }), halves);
        for (const each of some) {
          const reasons = budget.left.filter(({ itemId }) => itemId === each.id).map(({ reason }) => reason);
          const found = categoryUnder(ruleBook, each);
          const ofTheSums: readonly (string | undefined)[] = ["unvalued", "flat-rate", undefined];
          const isRight = "left" in found ? reasons[0] === found.left : ofTheSums.includes(reasons[0]);
          expect([isRight, reasons.length <= 1]).toEqual([true, true]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("Interreg in a project", () => {
  test("the last period takes what the others leave, over streams too", () => {
    const plan = terms({ settings: { action: null, flatRates: { travelBp: 1_500 }, funds: [] } });
    const periods = halves.slice(0, 3);
    const months = [
      { fromMonth: 1, toMonth: 6 },
      { fromMonth: 7, toMonth: 12 },
      { fromMonth: 13, toMonth: 18 },
    ];
    const staff = months.map((span, at) =>
      line(`l${at}`, {
        ...span,
        streamId: at === 1 ? "s1" : "s2",
        unitPriceCents: [3_333_333, 3_333_333, 3_666_667][at] ?? 0,
      }),
    );
    const budget = budgetOf("interreg", staff, plan, periods);
    const travel = budget.cells.filter(({ category }) => category === "travel");
    const byPeriod = [0, 1, 2].map((period) => sum(travel.filter((cell) => cell.period === period)));
    expect(byPeriod).toEqual([499_999, 499_999, 550_001]);
  });

  test("funds are truncated, the own contribution takes the cents, for a participant with 202 111.08", () => {
    const costs = [
      line("a", { unitPriceCents: 10_333_333 }),
      line("b", { category: "external", unitPriceCents: 2_777_777 }),
      line("c", { category: "equipment", unitPriceCents: 4_000_000 }),
    ];
    const given = {
      action: null,
      flatRates: { travelBp: 1_500, officeBp: 1_500 },
      funds: [{ name: "ERDF", rateBp: 8_000 }],
    };
    const budget = budgetOf("interreg", costs, terms({ settings: given }), halves);
    expect(budget.total.cents).toBe(20_211_108);
    expect(budget.funding.map(({ name, cents }) => [name, cents])).toEqual([
      ["fund-1", 16_168_886],
      ["own-contribution", 4_042_222],
    ]);
  });

  test("a cost beside the flat rate that stands for it is named and not counted", () => {
    const given = { action: null, flatRates: { travelBp: 1_500 }, funds: [] };
    const costs = [line("a", { unitPriceCents: 10_000 }), line("b", { category: "travel", unitPriceCents: 700 })];
    const budget = budgetOf("interreg", costs, terms({ settings: given }), []);
    expect(budget.total.cents).toBe(11_500);
    expect(budget.left).toEqual([{ itemId: "b", participantId: "p1", reason: "flat-rate" }]);
    expect(budget.problems).toEqual([{ code: "COSTS_BESIDE_FLAT_RATE", participantId: "p1", itemId: null }]);
  });
});

describe("what is confidential", () => {
  test("takes every figure of its participant away, and the sums are no longer the project's", () => {
    const plan = terms({ hasHidden: true, participants: [member("p1", { isHidden: true }), member("p2")] });
    const some = [line("a", { unitPriceCents: 100 }), line("b", { participantId: "p2", unitPriceCents: 7 })];
    for (const ruleBook of ruleBooks) {
      const budget = budgetOf(ruleBook, some, plan, halves);
      expect(budget.isWhole).toBe(false);
      expect(budget.members[0]).toEqual({ participantId: "p1", budget: null });
      expect(budget.cells.some((cell) => keyOf(cell, "participant") === "p1")).toBe(false);
      expect(JSON.stringify([budget.left, budget.problems])).not.toContain("p1");
    }
  });
});

test("the same plan under two rule books stands side by side", () => {
  const some = [line("a", { kind: "effort", category: null, cents: 10_000 }), line("b", { unitPriceCents: 500 })];
  const compared = compareBudgets(
    budgetOf("cluster-agreement", some, terms(), halves),
    budgetOf("horizon-europe-actual", some, terms(), halves),
  );
  expect(compared.map(({ participantId, left, right }) => [participantId, left?.cents, right?.cents])).toEqual([
    ["p1", 10_000, 13_125],
    ["p2", 0, 0],
  ]);
});
