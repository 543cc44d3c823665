import type { RuleBook } from "../projects/project-words.ts";
import type { BudgetParticipant, BudgetPlan } from "./budget.ts";
import {
  type BudgetProblemCode,
  type CostCategory,
  type FigureName,
  horizonCategories,
  horizonRatesBp,
  type InterregCategory,
  interregCategories,
} from "./budget-words.ts";
import { categoriesOf } from "./category-rules.ts";
import { type CostCell, mergeCells, spreadByWeight, spreadFlatRate } from "./cost-spread-rules.ts";
import { differenceOf, entered, type Figure, sumOf } from "./figure.ts";
import { horizonActualBudget, type HorizonCosts } from "./horizon-actual-rules.ts";
import { lumpSumShare } from "./horizon-lump-sum-rules.ts";
import { type FlatRates, interregBudget } from "./interreg-rules.ts";

type BudgetFigure = Figure<FigureName>;

/** A line in its category, with what of it falls into each stream and period. */
export type Cost = { id: string; category: CostCategory; figure: BudgetFigure; cells: CostCell[] };

export type CategoryRow = { category: CostCategory; figure: BudgetFigure; cells: CostCell[] };

/** The budget of one participant: costs by category, their total, and who pays it. */
export type ParticipantBudget = {
  rows: CategoryRow[];
  total: BudgetFigure;
  /** In the order of the rule book's table. */
  funding: BudgetFigure[];
  /** Lines that a flat rate stands for. */
  replaced: string[];
  problems: BudgetProblemCode[];
};

/** What a participant is counted with beside its costs. */
export type BudgetTermsOf = Pick<
  BudgetParticipant,
  "role" | "isNonProfit" | "fundingRateBp" | "requestedCents" | "otherIncomeCents" | "flatRates"
>;
export type BudgetSettingsOf = Pick<BudgetPlan["settings"], "action" | "flatRates" | "funds">;

/**
 * Share of the costs the grant covers: as stated for the participant, else none for associated partners, all for bodies
 * without profit, else by the type of action (RIA where none is stated).
 */
export function fundingRateOf(terms: BudgetTermsOf, action: BudgetSettingsOf["action"]): number {
  if (terms.fundingRateBp !== null) return terms.fundingRateBp;
  if (terms.role === "associated-partner") return 0;
  return terms.isNonProfit ? 10_000 : horizonRatesBp[action ?? "RIA"];
}

/** Computes one participant under a rule book; the same costs in any order give the same budget. */
export function participantBudget(
  ruleBook: RuleBook,
  costs: readonly Cost[],
  terms: BudgetTermsOf,
  settings: BudgetSettingsOf,
  streamIds: readonly string[],
): ParticipantBudget {
  const sorted = costs.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const rows = categoriesOf(ruleBook).flatMap((category): CategoryRow[] => {
    const own = sorted.filter((cost) => cost.category === category);
    if (own.length === 0) return [];
    const figure = sumOf<FigureName>(
      category,
      own.map((cost) => cost.figure),
    );
    const cells = own.flatMap((cost) => cost.cells);
    return [{ category, figure, cells: mergeCells(cells, streamIds) }];
  });
  const facts = { sorted, rows, terms, settings, streamIds };
  if (ruleBook === "interreg") return interregOf(facts);
  if (ruleBook === "horizon-europe-lump-sum") return lumpSumOf(facts);
  if (ruleBook === "horizon-europe-actual") return horizonOf(facts);
  const total = sumOf<FigureName>(
    "total",
    rows.map((row) => row.figure),
  );
  return { rows, total, funding: [], replaced: [], problems: [] };
}

type Facts = {
  sorted: readonly Cost[];
  rows: CategoryRow[];
  terms: BudgetTermsOf;
  settings: BudgetSettingsOf;
  streamIds: readonly string[];
};

const horizonCosts = (rows: readonly { category: CostCategory; figure: BudgetFigure }[]): HorizonCosts =>
  Object.fromEntries(rows.map(({ category, figure }) => [category, figure]));

const carriesIndirect = (isLumpSum: boolean) => (category: CostCategory) => {
  const isPersonnelOrPurchase = category.startsWith("A") || category.startsWith("C");
  return isPersonnelOrPurchase || (!isLumpSum && ["D.3", "D.4", "D.5"].includes(category));
};

function horizonOf({ rows, terms, settings, streamIds }: Facts): ParticipantBudget {
  const fundingRateBp = fundingRateOf(terms, settings.action);
  const { requestedCents, otherIncomeCents } = terms;
  const budget = horizonActualBudget(horizonCosts(rows), { fundingRateBp, requestedCents, otherIncomeCents });
  const base = baseOf(rows, carriesIndirect(false), streamIds);
  const indirect = {
    category: "E" as const,
    figure: budget.indirect,
    cells: spreadByWeight(budget.indirect.cents, base),
  };
  return {
    rows: rows.length === 0 ? [] : [...rows, indirect],
    total: budget.total,
    funding: fundingOf(budget.maximumGrant, budget.requestedGrant, budget.own, otherIncomeCents),
    replaced: [],
    problems: budget.problems,
  };
}

function fundingOf(
  maximum: BudgetFigure,
  requested: BudgetFigure,
  own: BudgetFigure,
  otherIncomeCents: number,
): BudgetFigure[] {
  const asked = requested === maximum ? sumOf<FigureName>("requested-grant", [maximum]) : requested;
  return [maximum, asked, entered<FigureName>("other-income", otherIncomeCents), own];
}

function lumpSumOf({ sorted, rows, terms, settings, streamIds }: Facts): ParticipantBudget {
  const fundingRateBp = fundingRateOf(terms, settings.action);
  const shares = [...streamIds, null].flatMap((streamId) => {
    const here = sorted.filter((cost) => (cost.cells[0]?.streamId ?? null) === streamId);
    if (here.length === 0) return [];
    const costs = horizonCategories.flatMap((category) => {
      const own = here.filter((cost) => cost.category === category).map((cost) => cost.figure);
      return own.length === 0 ? [] : [{ category, figure: sumOf<FigureName>(category, own) }];
    });
    return [{ streamId, share: lumpSumShare(horizonCosts(costs), fundingRateBp) }];
  });
  const indirect = sumOf<FigureName>(
    "E",
    shares.map(({ share }) => share.indirect),
  );
  const base = baseOf(rows, carriesIndirect(true), streamIds);
  const cells = shares.flatMap(({ streamId, share }) =>
    spreadByWeight(
      share.indirect.cents,
      base.filter((cell) => cell.streamId === streamId),
    ),
  );
  const total = sumOf<FigureName>(
    "total",
    shares.map(({ share }) => share.total),
  );
  const maximum = sumOf<FigureName>(
    "maximum-grant",
    shares.map(({ share }) => share.lumpSum),
  );
  const { requestedCents, otherIncomeCents } = terms;
  const requested = requestedCents === null ? maximum : entered<FigureName>("requested-grant", requestedCents);
  const income = entered<FigureName>("other-income", otherIncomeCents);
  const own = differenceOf<FigureName>("own-contribution", total, [requested, income]);
  const problems: BudgetProblemCode[] = [];
  if (requested.cents > maximum.cents) problems.push("REQUESTED_ABOVE_MAXIMUM");
  if (own.cents < 0) problems.push("INCOME_ABOVE_COSTS");
  return {
    rows: rows.length === 0 ? [] : [...rows, { category: "E", figure: indirect, cells }],
    total,
    funding: fundingOf(maximum, requested, own, otherIncomeCents),
    replaced: [],
    problems,
  };
}

function interregOf({ sorted, rows, terms, settings, streamIds }: Facts): ParticipantBudget {
  const rates = presentRates(terms.flatRates ?? settings.flatRates);
  const costs = Object.fromEntries(rows.map(({ category, figure }) => [category, figure]));
  const budget = interregBudget(costs, rates, settings.funds);
  const isAllFlat = rates.otherBp !== undefined;
  const flat: Partial<Record<InterregCategory, number | undefined>> = {
    staff: rates.staffBp,
    office: rates.officeBp,
    travel: rates.travelBp,
    other: rates.otherBp,
  };
  const isCounted = (category: InterregCategory) => !isAllFlat || category === "staff" || category === "other";
  const real = (category: InterregCategory) => rows.find((row) => row.category === category)?.cells ?? [];
  const investments = baseOf(rows, (each) => ["external", "equipment", "infrastructure"].includes(each), streamIds);
  const spread = (category: InterregCategory, base: readonly CostCell[]) => {
    const rateBp = flat[category];
    return rateBp === undefined ? real(category) : spreadFlatRate(budget.categories[category].cents, rateBp, base);
  };
  const staff = spread("staff", investments);
  const counted = interregCategories.filter(isCounted).map((category): CategoryRow => {
    const cells = category === "staff" ? staff : spread(category, staff);
    return { category, figure: budget.categories[category], cells };
  });
  const replaced = sorted.filter(({ category }) => {
    const own = interregCategories.find((each) => each === category);
    return own !== undefined && (flat[own] !== undefined || !isCounted(own));
  });
  const problems: BudgetProblemCode[] = [...budget.problems];
  if (terms.otherIncomeCents > Math.max(0, budget.own.cents)) problems.push("INCOME_ABOVE_COSTS");
  return {
    rows: counted.filter(({ category, figure }) => figure.cents !== 0 || category in costs),
    total: budget.total,
    funding: [...budget.funds, budget.own],
    replaced: replaced.map(({ id }) => id),
    problems,
  };
}

function presentRates({ officeBp, travelBp, staffBp, otherBp }: BudgetSettingsOf["flatRates"]): FlatRates {
  return {
    ...(officeBp === undefined ? {} : { officeBp }),
    ...(travelBp === undefined ? {} : { travelBp }),
    ...(staffBp === undefined ? {} : { staffBp }),
    ...(otherBp === undefined ? {} : { otherBp }),
  };
}

function baseOf(
  rows: readonly CategoryRow[],
  isBase: (category: CostCategory) => boolean,
  streamIds: readonly string[],
) {
  const cells = rows.filter(({ category }) => isBase(category)).flatMap((row) => row.cells);
  return mergeCells(cells, streamIds);
}
