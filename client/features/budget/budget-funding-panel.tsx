import { useTranslation } from "react-i18next";
import type { BudgetNames } from "#client/features/budget/budget-names.ts";
import classes from "#client/features/budget/budget.module.css";
import { FigureButton } from "#client/features/budget/figure-button.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { ScrollBox } from "#client/ui/scroll-box.tsx";
import type { BudgetPlan } from "#shared/features/budget/budget.ts";
import type { ProjectBudget } from "#shared/features/budget/project-budget-rules.ts";

type Props = { plan: BudgetPlan; budget: ProjectBudget; names: BudgetNames };

/** Who pays the costs: grant or funds, other income and the own contribution, member by member. */
export function BudgetFundingPanel({ plan, budget, names }: Props) {
  const { t } = useTranslation();
  const common = { names, currency: plan.currency };
  const heads = budget.funding.map(({ name }) => name);
  if (heads.length === 0) return null;
  return (
    <PagePanel title={t("budget:funding")} isFlush>
      <ScrollBox label={t("budget:funding")}>
        <table className={classes["table"]}>
          <thead>
            <tr>
              <th scope="col">{t("budget:by.participant")}</th>
              <th scope="col">{t("budget:figure.total")}</th>
              {heads.map((name) => (
                <th key={name} scope="col">
                  {names.figure(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {budget.members.map(({ participantId, budget: own }) => (
              <tr key={participantId}>
                <th scope="row">{names.member(participantId)}</th>
                <td data-label={t("budget:figure.total")}>
                  <FigureButton figure={own?.total ?? null} {...common} />
                </td>
                {heads.map((name) => (
                  <td key={name} data-label={names.figure(name)}>
                    <FigureButton figure={own?.funding.find((figure) => figure.name === name) ?? null} {...common} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{budget.isWhole ? t("budget:whole") : t("budget:seen")}</th>
              <td data-label={t("budget:figure.total")}>
                <FigureButton figure={budget.total} {...common} />
              </td>
              {budget.funding.map((figure) => (
                <td key={figure.name} data-label={names.figure(figure.name)}>
                  <FigureButton figure={figure} {...common} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
    </PagePanel>
  );
}
