import type { BudgetNames } from "#client/features/budget/budget-names.ts";
import { enteredCategories, horizonCategories } from "#shared/features/budget/budget-words.ts";

/** Every category a cost can be put into, those of Horizon Europe with their letters. */
export function categoryOptions(names: Pick<BudgetNames, "figure">): { value: string; label: string }[] {
  const lettered: readonly string[] = horizonCategories;
  return enteredCategories.map((value) => {
    const name = names.figure(value);
    return { value, label: lettered.includes(value) && !name.startsWith(value) ? `${value} ${name}` : name };
  });
}
