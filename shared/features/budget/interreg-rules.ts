import type { FigureName, InterregCategory } from "./budget-words.ts";
import { differenceOf, entered, type Figure, rateOf, sumOf } from "./figure.ts";

/** Flat rates in basis points; a category with one has no costs of its own. */
export type FlatRates = {
  /** Office and administration, of staff. */
  officeBp?: number;
  /** Travel and accommodation, of staff. */
  travelBp?: number;
  /** Staff, of the other direct costs (external, equipment, infrastructure). */
  staffBp?: number;
  /** Everything but staff, of staff; excludes every other flat rate. */
  otherBp?: number;
};

/** Usual rates of the programmes, in basis points. */
export const usualFlatRates = { officeBp: 1_500, travelBp: 1_500, staffBp: 2_000, otherBp: 4_000 } as const;

export type InterregCosts = Partial<Record<InterregCategory, Figure<FigureName>>>;

/** A fund and the share of the costs it pays, in basis points. */
export type Fund = { rateBp: number };

export type InterregBudget = {
  categories: Record<InterregCategory, Figure<FigureName>>;
  total: Figure<FigureName>;
  funds: Figure<FigureName>[];
  own: Figure<FigureName>;
  problems: ("FLAT_RATE_EXCLUDES_OTHERS" | "COSTS_BESIDE_FLAT_RATE" | "FUNDS_ABOVE_TOTAL" | "TOO_MANY_FUNDS")[];
};

const fundNames = ["fund-1", "fund-2", "fund-3", "fund-4"] as const;

/**
 * Budget of one participant under Interreg: every flat rate is truncated to the cent, in the order staff, travel, office,
 * other; each fund's share is truncated, and own = total − funds takes the cents. At most four funds.
 */
export function interregBudget(costs: InterregCosts, rates: FlatRates, funds: readonly Fund[]): InterregBudget {
  const real = (category: InterregCategory) => costs[category] ?? entered<FigureName>(category, 0);
  const investments = [real("external"), real("equipment"), real("infrastructure")];
  const flat = (name: InterregCategory, base: Figure<FigureName>, rateBp: number | undefined) =>
    rateBp === undefined ? real(name) : rateOf<FigureName>(name, base, rateBp, "truncated");
  const staff = flat("staff", sumOf<FigureName>("flat-base", investments), rates.staffBp);
  const isAllFlat = rates.otherBp !== undefined;
  const categories = {
    staff,
    office: flat("office", staff, rates.officeBp),
    travel: flat("travel", staff, rates.travelBp),
    external: real("external"),
    equipment: real("equipment"),
    infrastructure: real("infrastructure"),
    other: flat("other", staff, rates.otherBp),
  };
  const total = sumOf<FigureName>("total", isAllFlat ? [staff, categories.other] : Object.values(categories));
  const paid = funds
    .slice(0, fundNames.length)
    .map(({ rateBp }, index) => rateOf<FigureName>(fundNames[index] ?? "fund-4", total, rateBp, "truncated"));
  const own = differenceOf<FigureName>("own-contribution", total, paid);
  return { categories, total, funds: paid, own, problems: problemsOf(costs, rates, funds, own.cents) };
}

function problemsOf(
  costs: InterregCosts,
  rates: FlatRates,
  funds: readonly Fund[],
  ownCents: number,
): InterregBudget["problems"] {
  const { otherBp, officeBp, travelBp, staffBp } = rates;
  const problems: InterregBudget["problems"] = [];
  const others = [officeBp, travelBp, staffBp].filter((rate) => rate !== undefined);
  if (otherBp !== undefined && others.length > 0) problems.push("FLAT_RATE_EXCLUDES_OTHERS");
  const replaced: InterregCategory[] = [
    ...(officeBp === undefined ? [] : (["office"] as const)),
    ...(travelBp === undefined ? [] : (["travel"] as const)),
    ...(staffBp === undefined ? [] : (["staff"] as const)),
    ...(otherBp === undefined
      ? []
      : (["office", "travel", "external", "equipment", "infrastructure", "other"] as const)),
  ];
  if (replaced.some((category) => (costs[category]?.cents ?? 0) > 0)) problems.push("COSTS_BESIDE_FLAT_RATE");
  if (funds.length > fundNames.length) problems.push("TOO_MANY_FUNDS");
  if (ownCents < 0) problems.push("FUNDS_ABOVE_TOTAL");
  return problems;
}

/**
 * A flat rate over the periods its base falls into: each period truncated by itself, the last period takes what the others
 * leave of the total.
 */
export function flatRateByPeriod(baseByPeriod: readonly Figure<FigureName>[], rateBp: number): Figure<FigureName>[] {
  const total = rateOf<FigureName>("total", sumOf<FigureName>("flat-base", baseByPeriod), rateBp, "truncated");
  const early = baseByPeriod.slice(0, -1).map((base) => rateOf<FigureName>("period", base, rateBp, "truncated"));
  return baseByPeriod.length === 0 ? [] : [...early, differenceOf<FigureName>("last-period", total, early)];
}
