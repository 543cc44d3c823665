import { describe, expect, test } from "vitest";

import { type BudgetMember, budgetOf } from "#shared/features/budget/project-budget-rules.ts";

import { halves, line, member, terms } from "./budget-builders.ts";

const costs = [
  line("a", { category: "A.1", unitPriceCents: 10_333_333 }),
  line("b", { category: "C.3", unitPriceCents: 4_500_000 }),
  line("c", { category: "B", unitPriceCents: 2_000_000 }),
  line("d", { category: "D.1", unitPriceCents: 1_500_000 }),
];
const innovation = { action: "IA" as const, flatRates: {}, funds: [] };

const grant = (over: Partial<BudgetMember>) =>
  budgetOf("horizon-europe-actual", costs, terms({ settings: innovation, participants: [member("p1", over)] }), halves)
    .funding[0]?.cents;

describe("Horizon Europe in a project", () => {
  test("indirect costs, total, 70 % and own contribution of an innovation action", () => {
    const budget = budgetOf("horizon-europe-actual", costs, terms({ settings: innovation }), halves);
    expect(budget.total.cents).toBe(22_041_666);
    expect(Object.fromEntries(budget.funding.map(({ name, cents }) => [name, cents]))).toEqual({
      "maximum-grant": 15_429_166,
      "requested-grant": 15_429_166,
      "other-income": 0,
      "own-contribution": 6_612_500,
    });
  });

  test("bodies without profit get all, associated partners nothing, and an own rate goes first", () => {
    expect(grant({ isNonProfit: true })).toBe(22_041_666);
    expect(grant({ role: "associated-partner" })).toBe(0);
    expect(grant({ isNonProfit: true, fundingRateBp: 5_000 })).toBe(11_020_833);
  });

  test("more asked for than can be granted, a contribution without a value and too much cash are told with their place", () => {
    const ledger = [
      ...costs,
      line("e", { kind: "effort", category: null, cents: null }),
      line("f", { kind: "cash", category: null, cents: 99_999_999_999, participantId: "p2" }),
    ];
    const plan = terms({
      settings: innovation,
      participants: [member("p1", { requestedCents: 20_000_000 }), member("p2")],
    });
    const { problems, left } = budgetOf("horizon-europe-actual", ledger, plan, halves);
    expect(problems).toEqual([
      { code: "UNVALUED", participantId: "p1", itemId: "e" },
      { code: "REQUESTED_ABOVE_MAXIMUM", participantId: "p1", itemId: null },
      { code: "CASH_ABOVE_OWN", participantId: "p2", itemId: null },
    ]);
    expect(left.map(({ itemId, reason }) => [itemId, reason])).toEqual([
      ["e", "unvalued"],
      ["f", "finances"],
    ]);
  });

  test("a lump sum counts its indirect costs stream by stream", () => {
    const shares = ["s1", "s2"].map((streamId) => line(streamId, { category: "A.1", streamId, unitPriceCents: 2 }));
    const lump = budgetOf("horizon-europe-lump-sum", shares, terms(), halves);
    const actual = budgetOf("horizon-europe-actual", shares, terms(), halves);
    // 25 % of 2 cents is 1 cent half-up, twice; of 4 cents together it is 1.
    expect([lump.total.cents, actual.total.cents]).toEqual([6, 5]);
  });
});
