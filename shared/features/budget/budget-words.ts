import type { ContributionKind } from "../contributions/contribution-words.ts";

/** Cost categories of Horizon Europe, actual costs, as the model grant agreement letters them. */
export const horizonCategories = [
  "A.1", // employees
  "A.2", // natural persons under direct contract
  "A.3", // seconded persons
  "A.4", // owners of small enterprises and beneficiaries without salary
  "B", // subcontracting
  "C.1", // travel and subsistence
  "C.2", // equipment
  "C.3", // other goods, works and services
  "D.1", // financial support to third parties
  "D.2", // internally invoiced goods and services
  "D.3",
  "D.4",
  "D.5",
] as const;
export type HorizonCategory = (typeof horizonCategories)[number];

/** Types of action with the share of the costs that can be granted, in basis points; non-profit bodies get all of it. */
export const horizonRatesBp = { RIA: 10_000, CSA: 10_000, IA: 7_000 } as const;
export type HorizonAction = keyof typeof horizonRatesBp;

/** Cost categories of Interreg. */
export const interregCategories = [
  "staff",
  "office",
  "travel",
  "external",
  "equipment",
  "infrastructure",
  "other",
] as const;
export type InterregCategory = (typeof interregCategories)[number];

/** Names of figures that are computed. */
export const computedNames = [
  "A",
  "C",
  "D",
  "direct",
  "indirect-base",
  "E",
  "total",
  "maximum-grant",
  "requested-grant",
  "other-income",
  "own-contribution",
  "flat-base",
  "remaining",
  "fund-1",
  "fund-2",
  "fund-3",
  "fund-4",
  "funds",
  "period",
  "last-period",
] as const;

/** A category of any rule book; under a cluster agreement the kinds of contributions are the categories, E is computed. */
export type CostCategory = HorizonCategory | InterregCategory | ContributionKind | "E";

export type FigureName = CostCategory | (typeof computedNames)[number];

/** Categories a cost can be put into by hand. */
export const enteredCategories = [...interregCategories, ...horizonCategories] as const;
export type EnteredCategory = (typeof enteredCategories)[number];

/** Why a line is not counted under a rule book. */
export const leftOutReasons = ["finances", "no-category", "beside-ledger", "unvalued", "flat-rate"] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** What the rules forbid, or what makes a figure doubtful. */
export const budgetProblems = [
  "REQUESTED_ABOVE_MAXIMUM",
  "INCOME_ABOVE_COSTS",
  "FLAT_RATE_EXCLUDES_OTHERS",
  "COSTS_BESIDE_FLAT_RATE",
  "FUNDS_ABOVE_TOTAL",
  "TOO_MANY_FUNDS",
  "UNVALUED",
  "CASH_ABOVE_OWN",
] as const;
export type BudgetProblemCode = (typeof budgetProblems)[number];

/** By what the rows of a budget can be told apart. */
export const budgetDimensions = ["participant", "category", "stream", "period"] as const;
export type BudgetDimension = (typeof budgetDimensions)[number];
