import { useTranslation } from "react-i18next";
import type { BudgetNames } from "#client/features/budget/budget-names.ts";
import classes from "#client/features/budget/budget.module.css";
import { pivotKeys } from "#client/features/budget/budget-view.ts";
import { FigureButton } from "#client/features/budget/figure-button.tsx";
import { ScrollBox } from "#client/ui/scroll-box.tsx";
import type { BudgetPlan } from "#shared/features/budget/budget.ts";
import { pivotOf } from "#shared/features/budget/budget-pivot-rules.ts";
import type { BudgetDimension } from "#shared/features/budget/budget-words.ts";
import type { ProjectBudget } from "#shared/features/budget/project-budget-rules.ts";

type Props = {
  plan: BudgetPlan;
  budget: ProjectBudget;
  names: BudgetNames;
  by: BudgetDimension;
  across: BudgetDimension;
};

/** The budget from two sides: rows and columns add up to the same total. */
export function BudgetPivotTable({ plan, budget, names, by, across }: Props) {
  const { t } = useTranslation();
  const pivot = pivotOf(budget, by, across);
  const columns = pivotKeys(plan, budget, across).filter((key) => pivot.columns.has(key));
  const common = { names, currency: plan.currency };
  const isSecret = (key: string) =>
    by === "participant" && budget.members.some((each) => each.participantId === key && each.budget === null);
  const rows = pivotKeys(plan, budget, by).filter((key) => pivot.rows.has(key) || isSecret(key));
  return (
    <ScrollBox label={t("budget:table")}>
      <table className={classes["table"]}>
        <thead>
          <tr>
            <th scope="col">{t(`budget:by.${by}`)}</th>
            {columns.map((key) => (
              <th key={key} scope="col">
                {names.place(across, key)}
              </th>
            ))}
            <th scope="col">{t("budget:total")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((key) => {
            const row = pivot.rows.get(key);
            return (
              <tr key={key}>
                <th scope="row">{names.place(by, key)}</th>
                {columns.map((column) => {
                  const figure = row?.cells.get(column);
                  return (
                    <td key={column} data-label={names.place(across, column)} data-empty={!figure || undefined}>
                      {figure ? <FigureButton figure={figure} {...common} /> : null}
                    </td>
                  );
                })}
                <td data-label={t("budget:total")} className={classes["sum"]}>
                  <FigureButton figure={row?.total ?? null} {...common} />
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{budget.isWhole ? t("budget:whole") : t("budget:seen")}</th>
            {columns.map((column) => (
              <td key={column} data-label={names.place(across, column)}>
                <FigureButton figure={pivot.columns.get(column) ?? null} {...common} />
              </td>
            ))}
            <td data-label={t("budget:total")} className={classes["sum"]}>
              <FigureButton figure={pivot.total} {...common} />
            </td>
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
  );
}
