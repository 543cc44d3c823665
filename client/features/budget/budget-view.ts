import type { BudgetPlan } from "#shared/features/budget/budget.ts";
import type { BudgetDimension } from "#shared/features/budget/budget-words.ts";
import { type ProjectBudget, usedCategories } from "#shared/features/budget/project-budget-rules.ts";

/** Every place of a dimension in its order; the whole project stands after the streams. */
export function pivotKeys(plan: BudgetPlan, budget: ProjectBudget, dimension: BudgetDimension): string[] {
  if (dimension === "participant") return plan.participants.map(({ id }) => id);
  if (dimension === "category") return usedCategories(budget);
  if (dimension === "stream") return [...plan.streams.map(({ id }) => id), ""];
  return Array.from({ length: budget.periods }, (_, index) => String(index));
}

/** What columns show when nobody chose: the categories, or the members where those are the rows. */
export function columnsFor(by: BudgetDimension, chosen: BudgetDimension | undefined): BudgetDimension {
  if (chosen !== undefined && chosen !== by) return chosen;
  return by === "category" ? "participant" : "category";
}
