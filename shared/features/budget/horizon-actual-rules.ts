import type { HorizonCategory, FigureName } from "./budget-words.ts";
import { differenceOf, entered, type Figure, rateOf, sumOf } from "./figure.ts";

/** Indirect costs as a share of the direct costs they are counted on (model grant agreement, article 6.2.E). */
const indirectRateBp = 2_500;

export type HorizonCosts = Partial<Record<HorizonCategory, Figure<FigureName>>>;

export type HorizonTerms = {
  /** Share of the costs the grant can cover, in basis points. */
  fundingRateBp: number;
  /** What is asked for in cents; null asks for all that is possible. */
  requestedCents: number | null;
  otherIncomeCents: number;
};

export type HorizonBudget = {
  direct: Figure<FigureName>;
  indirectBase: Figure<FigureName>;
  indirect: Figure<FigureName>;
  total: Figure<FigureName>;
  maximumGrant: Figure<FigureName>;
  requestedGrant: Figure<FigureName>;
  own: Figure<FigureName>;
  /** What the rules forbid: more asked for than can be granted, more income than costs. */
  problems: ("REQUESTED_ABOVE_MAXIMUM" | "INCOME_ABOVE_COSTS")[];
};

/**
 * Budget of one participant under Horizon Europe, actual costs: indirect = 25 % of A + C + D.3 + D.4 + D.5, half-up to the
 * cent (B, D.1 and D.2 carry none); maximum grant = total × rate, half-up; own = total − requested − other income.
 */
export function horizonActualBudget(costs: HorizonCosts, terms: HorizonTerms): HorizonBudget {
  const of = (...categories: HorizonCategory[]) => categories.flatMap((category) => costs[category] ?? []);
  const personnel = sumOf<FigureName>("A", of("A.1", "A.2", "A.3", "A.4"));
  const subcontracting = sumOf<FigureName>("B", of("B"));
  const purchase = sumOf<FigureName>("C", of("C.1", "C.2", "C.3"));
  const otherCosts = sumOf<FigureName>("D", of("D.1", "D.2", "D.3", "D.4", "D.5"));
  const direct = sumOf<FigureName>("direct", [personnel, subcontracting, purchase, otherCosts]);
  const indirectBase = sumOf<FigureName>("indirect-base", [personnel, purchase, ...of("D.3", "D.4", "D.5")]);
  const indirect = rateOf<FigureName>("E", indirectBase, indirectRateBp, "half-up");
  const total = sumOf<FigureName>("total", [direct, indirect]);
  const maximumGrant = rateOf<FigureName>("maximum-grant", total, terms.fundingRateBp, "half-up");
  const requestedGrant =
    terms.requestedCents === null ? maximumGrant : entered<FigureName>("requested-grant", terms.requestedCents);
  const otherIncome = entered<FigureName>("other-income", terms.otherIncomeCents);
  const own = differenceOf<FigureName>("own-contribution", total, [requestedGrant, otherIncome]);
  const problems: HorizonBudget["problems"] = [];
  if (requestedGrant.cents > maximumGrant.cents) problems.push("REQUESTED_ABOVE_MAXIMUM");
  if (own.cents < 0) problems.push("INCOME_ABOVE_COSTS");
  return { direct, indirectBase, indirect, total, maximumGrant, requestedGrant, own, problems };
}
