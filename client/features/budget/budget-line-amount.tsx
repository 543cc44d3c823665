import { MoneyText } from "#client/ui/money-text.tsx";
import type { BudgetItem } from "#shared/features/budget/budget.ts";
import { productOf } from "#shared/features/budget/figure.ts";
import type { RuleBook } from "#shared/features/projects/project-words.ts";

type Props = { row: BudgetItem; currency: string; ruleBook: RuleBook };

/** What a line comes to: its agreed value, or units × price as the rule book rounds. */
export function BudgetLineAmount({ row, currency, ruleBook }: Props) {
  const rounding = ruleBook === "interreg" ? "truncated" : "half-up";
  const cents =
    row.kind === null ? productOf("total", row.units ?? "0", row.unitPriceCents ?? 0, rounding).cents : row.cents;
  return <MoneyText cents={cents} currency={currency} />;
}
