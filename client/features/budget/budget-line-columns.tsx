import type { TFunction } from "i18next";
import { BudgetCategoryField } from "#client/features/budget/budget-category-field.tsx";
import { BudgetLineAmount } from "#client/features/budget/budget-line-amount.tsx";
import { BudgetLineField } from "#client/features/budget/budget-line-field.tsx";
import { BudgetLineRemoveButton } from "#client/features/budget/budget-line-remove-button.tsx";
import type { BudgetNames } from "#client/features/budget/budget-names.ts";
import type { Column } from "#client/ui/data-table.tsx";
import type { BudgetItem, BudgetPlan } from "#shared/features/budget/budget.ts";

type Columns = Column<BudgetItem>[];

/** Columns of the costs, or of the contributions, whose figures stay as agreed. */
export function budgetLineColumns({
  t,
  plan,
  names,
  isLedger,
}: {
  t: TFunction;
  plan: BudgetPlan;
  names: BudgetNames;
  isLedger: boolean;
}): Columns {
  const field = (
    name: "title" | "units" | "unitPriceCents" | "streamId" | "fromMonth" | "toMonth",
    isNumeric = false,
  ) => ({
    id: name,
    header: t(`budget:line.${name}`),
    isNumeric,
    ...(name === "unitPriceCents" ? { width: "8rem" } : {}),
    cell: (row: BudgetItem) => <BudgetLineField row={row} name={name} plan={plan} />,
  });
  const start: Columns = [
    { id: "member", header: t("budget:by.participant"), cell: (row) => names.member(row.participantId) },
    { ...field("title"), isName: true, width: "11rem" },
    {
      id: "category",
      header: t("budget:by.category"),
      width: "9rem",
      cell: (row) => <BudgetCategoryField row={row} names={names} />,
    },
    { ...field("streamId"), width: "8rem" },
  ];
  const amount: Column<BudgetItem> = {
    id: "amount",
    header: t("budget:amount"),
    isNumeric: true,
    cell: (row) => <BudgetLineAmount row={row} currency={plan.currency} ruleBook={plan.ruleBook} />,
  };
  if (isLedger) return [...start, field("fromMonth", true), field("toMonth", true), amount];
  return [
    ...start,
    field("units", true),
    field("unitPriceCents", true),
    field("fromMonth", true),
    field("toMonth", true),
    amount,
    ...(plan.items.some((row) => row.kind === null && row.mayEdit)
      ? [
          {
            id: "remove",
            header: t("common:remove"),
            cell: (row: BudgetItem) => (row.mayEdit ? <BudgetLineRemoveButton row={row} /> : null),
          },
        ]
      : []),
  ];
}
