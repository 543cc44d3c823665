import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { BudgetNames } from "#client/features/budget/budget-names.ts";
import classes from "#client/features/budget/budget.module.css";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { ProjectBudget } from "#shared/features/budget/project-budget-rules.ts";

/** What the rules forbid, with its place, and what is not counted, with the reason. */
export function BudgetProblemPanel({ budget, names }: { budget: ProjectBudget; names: BudgetNames }) {
  const { t } = useTranslation();
  const { problems, left } = budget;
  const reasons = Map.groupBy(
    left.filter(({ reason }) => reason !== "unvalued"),
    ({ reason }) => reason,
  );
  if (problems.length === 0 && reasons.size === 0) return null;
  return (
    <PagePanel title={t("budget:notes")}>
      <ul className={classes["problems"]}>
        {problems.map(({ code, participantId, itemId }) => (
          <li key={`${code} ${participantId} ${itemId}`} data-kind="problem">
            <IconAlertTriangle size={17} aria-hidden="true" />
            <span>
              <strong>{names.member(participantId)}</strong>
              {itemId === null ? null : ` · ${names.line(itemId) ?? ""}`}: {t(`budget:problem.${code}`)}
            </span>
          </li>
        ))}
        {[...reasons].map(([reason, some]) => (
          <li key={reason}>
            <details>
              <summary>
                {t("budget:leftOut", { count: some.length })} {t(`budget:left.${reason}`)}
              </summary>
              <ul>
                {some.map(({ itemId, participantId }) => (
                  <li key={itemId}>
                    {names.member(participantId)} · {names.line(itemId) ?? ""}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </PagePanel>
  );
}
