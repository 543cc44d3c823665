import { useTranslation } from "react-i18next";
import type { PlanRow } from "#client/features/plan/plan-search.ts";
import { deliverableTones, taskTones } from "#client/features/plan/plan-tones.ts";
import classes from "#client/features/plan/plan.module.css";
import { DateText } from "#client/ui/date-text.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";

type Props = { row: PlanRow; clashes: readonly string[]; isOverdue: boolean };

/** Where a row stands, and what about it contradicts the rest of the plan. */
export function StateCell({ row, clashes, isOverdue }: Props) {
  const { t } = useTranslation();
  return (
    <span className={classes["badges"]}>
      <OwnState row={row} />
      {isOverdue ? <StateBadge tone="warning">{t("plan:overdue")}</StateBadge> : null}
      {clashes.map((text) => (
        <StateBadge key={text} tone="warning">
          {text}
        </StateBadge>
      ))}
    </span>
  );
}

function OwnState({ row }: { row: PlanRow }) {
  const { t } = useTranslation();
  if (row.kind === "task")
    return <StateBadge tone={taskTones[row.task.state]}>{t(`plan:taskState.${row.task.state}`)}</StateBadge>;
  if (row.kind === "milestone")
    return row.milestone.reachedOn === null ? (
      <StateBadge tone="idle">{t("plan:notReached")}</StateBadge>
    ) : (
      <>
        <StateBadge tone="good">{t("plan:reached")}</StateBadge> <DateText day={row.milestone.reachedOn} />
      </>
    );
  const { state } = row.deliverable;
  if (state === null) return <NoValue />;
  return <StateBadge tone={deliverableTones[state]}>{t(`plan:deliverableState.${state}`)}</StateBadge>;
}
