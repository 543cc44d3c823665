import { Button, Modal } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { budgetLineColumns } from "#client/features/budget/budget-line-columns.tsx";
import { BudgetLineForm } from "#client/features/budget/budget-line-form.tsx";
import type { BudgetNames } from "#client/features/budget/budget-names.ts";
import classes from "#client/features/budget/budget.module.css";
import { DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { BudgetPlan } from "#shared/features/budget/budget.ts";

/** Every line the budget is made of: agreed contributions and the costs beside them, edited where they stand. */
export function BudgetLinePanel({ plan, names }: { plan: BudgetPlan; names: BudgetNames }) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const members = plan.participants.filter(({ mayEdit }) => mayEdit);
  const add =
    members.length === 0 ? undefined : (
      <Button leftSection={<IconPlus size={17} aria-hidden="true" />} onClick={() => setAdding(true)}>
        {t("budget:line.add")}
      </Button>
    );
  const costs = plan.items.filter(({ kind }) => kind === null);
  const ledger = plan.items.filter(({ kind }) => kind !== null);
  const common = { t, plan, names };
  return (
    <>
      <PagePanel title={t("budget:line.costs")} description={t("budget:line.costsText")} actions={add} isFlush>
        <DataTable
          label={t("budget:line.costs")}
          columns={budgetLineColumns({ ...common, isLedger: false })}
          rows={costs}
          rowKey={(row) => row.id}
          empty={
            <EmptyState kind="nothing-yet" title={t("budget:line.none")}>
              {t("budget:line.noneText")}
            </EmptyState>
          }
        />
      </PagePanel>
      {ledger.length === 0 ? null : (
        <PagePanel title={t("budget:line.ledger")} description={t("budget:line.ledgerText")} isFlush>
          <details className={classes["ledger"]}>
            <summary>{t("budget:line.show", { count: ledger.length })}</summary>
            <DataTable
              label={t("budget:line.ledger")}
              columns={budgetLineColumns({ ...common, isLedger: true })}
              rows={ledger}
              rowKey={(row) => row.id}
              empty={null}
            />
          </details>
        </PagePanel>
      )}
      <Modal
        opened={isAdding}
        onClose={() => setAdding(false)}
        title={t("budget:line.add")}
        size="lg"
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        <BudgetLineForm plan={plan} onDone={() => setAdding(false)} />
      </Modal>
    </>
  );
}
