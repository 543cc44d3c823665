import type { TFunction } from "i18next";
import { BudgetTermField } from "#client/features/budget/budget-term-field.tsx";
import type { Column } from "#client/ui/data-table.tsx";
import type { BudgetParticipant, BudgetPlan } from "#shared/features/budget/budget.ts";
import { fundingRateOf } from "#shared/features/budget/participant-budget-rules.ts";

/** Columns of the members' terms. */
export function budgetTermColumns(
  t: TFunction,
  plan: BudgetPlan,
  share: (basisPoints: number) => string,
): Column<BudgetParticipant>[] {
  return [
    { id: "member", header: t("budget:by.participant"), cell: (row) => row.name },
    {
      id: "rate",
      header: t("budget:terms.rate"),
      isNumeric: true,
      cell: (row) => share(fundingRateOf(row, plan.settings.action)),
    },
    {
      id: "requested",
      header: t("budget:figure.requested-grant"),
      isNumeric: true,
      cell: (row) => <BudgetTermField row={row} name="requestedCents" currency={plan.currency} />,
    },
    {
      id: "income",
      header: t("budget:figure.other-income"),
      isNumeric: true,
      cell: (row) => <BudgetTermField row={row} name="otherIncomeCents" currency={plan.currency} />,
    },
  ];
}
