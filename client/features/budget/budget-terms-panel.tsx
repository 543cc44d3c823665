import { useTranslation } from "react-i18next";
import { budgetTermColumns } from "#client/features/budget/budget-term-columns.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { BudgetPlan } from "#shared/features/budget/budget.ts";

/** What each member asks for and what else it gets, and the share of its costs a grant could cover. */
export function BudgetTermsPanel({ plan }: { plan: BudgetPlan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = plan.participants.filter(({ isHidden }) => !isHidden);
  if (shown.length === 0) return null;
  return (
    <PagePanel title={t("budget:terms.title")} description={t("budget:terms.text")} isFlush>
      <DataTable
        label={t("budget:terms.title")}
        rows={shown}
        rowKey={(row) => row.id}
        empty={null}
        columns={budgetTermColumns(t, plan, format.share)}
      />
    </PagePanel>
  );
}
