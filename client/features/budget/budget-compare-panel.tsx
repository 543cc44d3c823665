import { useTranslation } from "react-i18next";
import type { BudgetNames } from "#client/features/budget/budget-names.ts";
import classes from "#client/features/budget/budget.module.css";
import { FigureButton } from "#client/features/budget/figure-button.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { ScrollBox } from "#client/ui/scroll-box.tsx";
import { compareBudgets } from "#shared/features/budget/budget-pivot-rules.ts";
import type { ProjectBudget } from "#shared/features/budget/project-budget-rules.ts";

type Side = { budget: ProjectBudget; names: BudgetNames };

/** The same plan under the project's own rule book and another one, member by member, with the difference. */
export function BudgetComparePanel({ own, other, currency }: { own: Side; other: Side; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const difference = (left: number, right: number) => {
    const cents = right - left;
    return cents === 0 ? t("budget:same") : `${cents > 0 ? "+" : "−"}${format.money(Math.abs(cents), currency)}`;
  };
  const title = (side: Side) => t(`projects:ruleBook.${side.budget.ruleBook}`);
  return (
    <PagePanel title={t("budget:compare")} description={t("budget:compareText")} isFlush>
      <ScrollBox label={t("budget:compare")}>
        <table className={classes["table"]}>
          <thead>
            <tr>
              <th scope="col">{t("budget:by.participant")}</th>
              <th scope="col">{title(own)}</th>
              <th scope="col">{title(other)}</th>
              <th scope="col">{t("budget:difference")}</th>
            </tr>
          </thead>
          <tbody>
            {compareBudgets(own.budget, other.budget).map(({ participantId, left, right }) => (
              <tr key={participantId}>
                <th scope="row">{own.names.member(participantId)}</th>
                <td data-label={title(own)}>
                  <FigureButton figure={left} names={own.names} currency={currency} />
                </td>
                <td data-label={title(other)}>
                  <FigureButton figure={right} names={other.names} currency={currency} />
                </td>
                <td data-label={t("budget:difference")}>
                  {left && right ? difference(left.cents, right.cents) : <em>{t("common:confidential")}</em>}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{own.budget.isWhole ? t("budget:whole") : t("budget:seen")}</th>
              <td data-label={title(own)}>
                <FigureButton figure={own.budget.total} names={own.names} currency={currency} />
              </td>
              <td data-label={title(other)}>
                <FigureButton figure={other.budget.total} names={other.names} currency={currency} />
              </td>
              <td data-label={t("budget:difference")}>
                {difference(own.budget.total.cents, other.budget.total.cents)}
              </td>
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
    </PagePanel>
  );
}
