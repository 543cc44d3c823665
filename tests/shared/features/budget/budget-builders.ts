import type { BudgetLine, BudgetMember, BudgetTerms } from "#shared/features/budget/project-budget-rules.ts";

/** A beneficiary that asks for all that is possible. */
export const member = (id: string, over: Partial<BudgetMember> = {}): BudgetMember => ({
  id,
  role: "beneficiary",
  isHidden: false,
  isNonProfit: false,
  fundingRateBp: null,
  requestedCents: null,
  otherIncomeCents: 0,
  flatRates: null,
  ...over,
});
/** A cost of p1 on no stream. */
export const line = (id: string, over: Partial<BudgetLine> = {}): BudgetLine => ({
  id,
  kind: null,
  participantId: "p1",
  streamId: null,
  category: "staff",
  cents: null,
  units: "1",
  unitPriceCents: 0,
  fromMonth: null,
  toMonth: null,
  ...over,
});
/** A project of two years and two members. */
export const terms = (over: Partial<BudgetTerms> = {}): BudgetTerms => ({
  durationMonths: 24,
  hasHidden: false,
  settings: { action: null, flatRates: {}, funds: [] },
  participants: [member("p1"), member("p2")],
  streams: [{ id: "s1" }, { id: "s2" }],
  ...over,
});
/** Four half years. */
export const halves = [1, 7, 13, 19].map((startMonth) => ({ startMonth, endMonth: startMonth + 5 }));
