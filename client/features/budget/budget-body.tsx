import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { BudgetComparePanel } from "#client/features/budget/budget-compare-panel.tsx";
import { BudgetControls } from "#client/features/budget/budget-controls.tsx";
import { BudgetFundingPanel } from "#client/features/budget/budget-funding-panel.tsx";
import { BudgetLinePanel } from "#client/features/budget/budget-line-panel.tsx";
import { budgetNames } from "#client/features/budget/budget-names.ts";
import { BudgetPivotTable } from "#client/features/budget/budget-pivot-table.tsx";
import { BudgetProblemPanel } from "#client/features/budget/budget-problem-panel.tsx";
import { BudgetSettingsPanel } from "#client/features/budget/budget-settings-panel.tsx";
import { BudgetTermsPanel } from "#client/features/budget/budget-terms-panel.tsx";
import { columnsFor } from "#client/features/budget/budget-view.ts";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { BudgetPlan } from "#shared/features/budget/budget.ts";
import { budgetOf } from "#shared/features/budget/project-budget-rules.ts";

/** The panels of a budget, all computed here from one plan. */
export function BudgetBody({ plan }: { plan: BudgetPlan }) {
  const { t } = useTranslation();
  const search = useSearch({ from: "/projects/$projectId/budget" });
  const { filterBy } = useListSearch({ by: "", isDescending: false });
  const by = search.by ?? "participant";
  const across = columnsFor(by, search.across);
  const book = search.book ?? plan.ruleBook;
  const own = useMemo(() => budgetOf(plan.ruleBook, plan.items, plan, plan.periods), [plan]);
  const budget = useMemo(
    () => (book === plan.ruleBook ? own : budgetOf(book, plan.items, plan, plan.periods)),
    [book, own, plan],
  );
  const names = budgetNames(t, plan, book);
  const ownNames = budgetNames(t, plan, plan.ruleBook);
  const isOther = book !== plan.ruleBook;
  const isEmpty = plan.items.length === 0 && !plan.hasHidden;
  return (
    <>
      <BudgetControls by={by} across={across} own={plan.ruleBook} book={book} onChoose={filterBy} />
      <BudgetProblemPanel budget={budget} names={names} />
      <PagePanel title={t(`projects:ruleBook.${book}`)} description={t(`budget:book.${book}`)} isFlush>
        {isEmpty ? (
          <EmptyState kind="nothing-yet" title={t("budget:none")}>
            {t("budget:noneText")}
          </EmptyState>
        ) : (
          <BudgetPivotTable plan={plan} budget={budget} names={names} by={by} across={across} />
        )}
      </PagePanel>
      {isOther && !isEmpty ? (
        <BudgetComparePanel own={{ budget: own, names: ownNames }} other={{ budget, names }} currency={plan.currency} />
      ) : null}
      <BudgetFundingPanel plan={plan} budget={budget} names={names} />
      <BudgetLinePanel plan={plan} names={names} />
      <BudgetTermsPanel plan={plan} />
      <BudgetSettingsPanel plan={plan} />
    </>
  );
}
