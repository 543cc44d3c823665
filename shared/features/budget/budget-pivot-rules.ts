import type { BudgetDimension, FigureName } from "./budget-words.ts";
import { type Figure, sumOf } from "./figure.ts";
import type { BudgetCell, ProjectBudget } from "./project-budget-rules.ts";

type BudgetFigure = Figure<FigureName>;

/** A place on a dimension: the id of a participant or stream, a category, the index of a period; "" is the whole project. */
export type PivotKey = string;

export type Pivot = {
  /** Row → its figure in each column that it has something in, and all of them together. */
  rows: Map<PivotKey, { cells: Map<PivotKey, BudgetFigure>; total: BudgetFigure }>;
  /** Sums of the columns over all rows. */
  columns: Map<PivotKey, BudgetFigure>;
  total: BudgetFigure;
};

/**
 * The cube seen from two sides. Every figure explains itself as the sum of what falls there of the figures that
 * participants have; rows and columns add up to the same total, which is the budget's.
 */
export function pivotOf(budget: ProjectBudget, by: BudgetDimension, across: BudgetDimension): Pivot {
  const rows: Pivot["rows"] = new Map();
  for (const [row, cells] of Map.groupBy(budget.cells, (cell) => keyOf(cell, by))) {
    const groups = Map.groupBy(cells, (cell) => keyOf(cell, across));
    const told = new Map([...groups].map(([column, some]) => [column, figureOf(some, [by, across])] as const));
    rows.set(row, { cells: told, total: figureOf(cells, [by]) });
  }
  const columns = Map.groupBy(budget.cells, (cell) => keyOf(cell, across));
  return {
    rows,
    columns: new Map([...columns].map(([column, cells]) => [column, figureOf(cells, [across])] as const)),
    total: budget.total,
  };
}

/** Where a cell stands on a dimension. */
export function keyOf(cell: BudgetCell, dimension: BudgetDimension): PivotKey {
  if (dimension === "participant") return cell.participantId;
  if (dimension === "category") return cell.category;
  return dimension === "stream" ? (cell.streamId ?? "") : String(cell.period);
}

/** The cells of each figure as what of it falls here; a figure that is here as a whole stands for itself. */
function figureOf(cells: readonly BudgetCell[], dimensions: readonly BudgetDimension[]): BudgetFigure {
  const parts = [...Map.groupBy(cells, (cell) => cell.of)].map(([of, some]): BudgetFigure => {
    const cents = some.reduce((sum, cell) => sum + cell.cents, 0);
    const [first] = some;
    if (!first || cents === of.cents) return of;
    return {
      how: "part",
      name: of.name,
      cents,
      of,
      ...(dimensions.includes("stream") ? { streamId: first.streamId } : {}),
      ...(dimensions.includes("period") ? { period: first.period } : {}),
    };
  });
  const names = new Set(parts.map(({ name }) => name));
  const [only] = parts;
  return parts.length === 1 && only ? only : sumOf<FigureName>(names.size === 1 && only ? only.name : "total", parts);
}

/** The same participant under two rule books; null where its figures are confidential. */
export type ComparedMember = { participantId: string; left: BudgetFigure | null; right: BudgetFigure | null };

/** Totals of two budgets of the same plan side by side, by participant. */
export function compareBudgets(one: ProjectBudget, other: ProjectBudget): ComparedMember[] {
  const totals = new Map(other.members.map(({ participantId, budget }) => [participantId, budget?.total ?? null]));
  return one.members.map(({ participantId, budget }) => ({
    participantId,
    left: budget?.total ?? null,
    right: totals.get(participantId) ?? null,
  }));
}
