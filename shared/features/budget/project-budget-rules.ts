import type { RuleBook } from "../projects/project-words.ts";
import { spreadAgreed } from "../reporting/forecast-rules.ts";
import type { BudgetItem, BudgetParticipant, BudgetPlan } from "./budget.ts";
import type { BudgetProblemCode, CostCategory, FigureName, LeftOutReason } from "./budget-words.ts";
import { categoriesOf, categoryUnder } from "./category-rules.ts";
import type { CostCell } from "./cost-spread-rules.ts";
import { entered, type Figure, productOf, sumOf } from "./figure.ts";
import { type Cost, participantBudget, type ParticipantBudget } from "./participant-budget-rules.ts";

type BudgetFigure = Figure<FigureName>;

/** What a budget is computed from; of lines and participants only what counts. */
export type BudgetLine = Pick<
  BudgetItem,
  | "id"
  | "kind"
  | "participantId"
  | "streamId"
  | "category"
  | "cents"
  | "units"
  | "unitPriceCents"
  | "fromMonth"
  | "toMonth"
>;
export type BudgetMember = Pick<
  BudgetParticipant,
  "id" | "role" | "isHidden" | "isNonProfit" | "fundingRateBp" | "requestedCents" | "otherIncomeCents" | "flatRates"
>;
export type BudgetTerms = Pick<BudgetPlan, "durationMonths" | "hasHidden"> & {
  settings: Pick<BudgetPlan["settings"], "action" | "flatRates" | "funds">;
  participants: readonly BudgetMember[];
  streams: readonly { id: string }[];
};

/** Where something is wrong: with a participant, and with one line where it is about one. */
export type BudgetProblem = { code: BudgetProblemCode; participantId: string; itemId: string | null };
/** A line that is not counted, and why. */
export type LeftOut = { itemId: string; participantId: string; reason: LeftOutReason };

/** One amount of the cube: what of a category's figure falls to a participant, a stream and a period. */
export type BudgetCell = CostCell & { participantId: string; category: CostCategory; of: BudgetFigure };

export type MemberBudget = { participantId: string; budget: ParticipantBudget | null };

export type ProjectBudget = {
  ruleBook: RuleBook;
  /** Null: confidential to this reader, as something of the participant is. */
  members: MemberBudget[];
  /** Over the participants whose figures are told; the whole project when `isWhole`. */
  total: BudgetFigure;
  funding: BudgetFigure[];
  isWhole: boolean;
  cells: BudgetCell[];
  periods: number;
  left: LeftOut[];
  problems: BudgetProblem[];
};

/**
 * The budget of a project under a rule book, by participant × category × stream × period. Of a participant with anything
 * confidential no figure is told, and no sum over the project then is the project's (`isWhole`), so nothing can be
 * worked out by subtraction. Lines are spread over the periods by their months, the last one taking the rest.
 */
export function budgetOf(
  ruleBook: RuleBook,
  lines: readonly BudgetLine[],
  terms: BudgetTerms,
  periods: readonly { startMonth: number; endMonth: number }[],
): ProjectBudget {
  const { durationMonths, participants, settings } = terms;
  const streamIds = terms.streams.map(({ id }) => id);
  const spans = periods.map((period, index) => ({ ...period, number: index + 1, locked: false }));
  const left: LeftOut[] = [];
  const problems: BudgetProblem[] = [];
  const members = participants.map((participant): MemberBudget => {
    const participantId = participant.id;
    if (participant.isHidden) return { participantId, budget: null };
    const own = lines.filter((line) => line.participantId === participantId);
    const costs = own.flatMap((line): Cost[] => {
      const found = costOf(ruleBook, line, (amount) => spreadAgreed(amount, line, spans, durationMonths));
      if ("cost" in found) return [found.cost];
      left.push({ itemId: line.id, participantId, reason: found.left });
      if (found.left === "unvalued") problems.push({ code: "UNVALUED", participantId, itemId: line.id });
      return [];
    });
    const budget = participantBudget(ruleBook, costs, participant, settings, streamIds);
    left.push(...budget.replaced.map((itemId) => ({ itemId, participantId, reason: "flat-rate" as const })));
    const codes = ruleBook === "cluster-agreement" ? [] : [...budget.problems, ...cashProblems(own, budget)];
    problems.push(...codes.map((code) => ({ code, participantId, itemId: null })));
    return { participantId, budget };
  });
  const told = members.flatMap(({ budget }) => budget ?? []);
  const names = [...new Set(told.flatMap(({ funding }) => funding.map(({ name }) => name)))];
  return {
    ruleBook,
    members,
    total: sumOf<FigureName>(
      "total",
      told.map(({ total }) => total),
    ),
    funding: names.map((name) =>
      sumOf<FigureName>(
        name,
        told.flatMap(({ funding }) => funding.filter((figure) => figure.name === name)),
      ),
    ),
    isWhole: !terms.hasHidden && participants.every(({ isHidden }) => !isHidden),
    cells: cellsOf(members),
    periods: Math.max(1, periods.length),
    left: left.toSorted((one, other) => (one.itemId < other.itemId ? -1 : 1)),
    problems,
  };
}

function costOf(
  ruleBook: RuleBook,
  line: BudgetLine,
  spread: (amount: number) => number[],
): { cost: Cost } | { left: LeftOutReason } {
  const found = categoryUnder(ruleBook, line);
  if ("left" in found) return found;
  const { category } = found;
  const { id, units, unitPriceCents, cents, streamId } = line;
  const rounding = ruleBook === "interreg" ? "truncated" : "half-up";
  if (line.kind !== null && cents === null) return { left: "unvalued" };
  const figure =
    line.kind === null
      ? productOf<FigureName>(category, units ?? "0", unitPriceCents ?? 0, rounding, id)
      : entered<FigureName>(category, cents ?? 0, id);
  const parts = spread(figure.cents);
  // A project without reporting periods is one period.
  const amounts = parts.length === 0 ? [figure.cents] : parts;
  return { cost: { id, category, figure, cells: amounts.map((part, period) => ({ streamId, period, cents: part })) } };
}

/** Cash pays the own contribution; more of it than there is to pay is a promise without a cost. */
function cashProblems(own: readonly BudgetLine[], { funding }: ParticipantBudget): BudgetProblemCode[] {
  const cash = own.reduce((sum, line) => sum + (line.kind === "cash" ? (line.cents ?? 0) : 0), 0);
  const share = funding.find(({ name }) => name === "own-contribution");
  return share && cash > Math.max(0, share.cents) ? ["CASH_ABOVE_OWN"] : [];
}

function cellsOf(members: readonly MemberBudget[]): BudgetCell[] {
  return members.flatMap(({ participantId, budget }) =>
    (budget?.rows ?? []).flatMap(({ category, figure, cells }) =>
      cells.filter(({ cents }) => cents !== 0).map((cell) => ({ ...cell, participantId, category, of: figure })),
    ),
  );
}

/** The categories of a budget that hold an amount or a line, in the order of its rule book. */
export function usedCategories({ ruleBook, members }: ProjectBudget): CostCategory[] {
  const used = new Set(members.flatMap(({ budget }) => budget?.rows.map(({ category }) => category) ?? []));
  return categoriesOf(ruleBook).filter((category) => used.has(category));
}
