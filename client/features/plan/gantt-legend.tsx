import { useTranslation } from "react-i18next";
import classes from "#client/features/plan/gantt.module.css";
import { StreamMark } from "#client/features/streams/stream-mark.tsx";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

/** What colours, patterns and signs stand for. */
export function GanttLegend({ plan, hasBaseline }: { plan: ProjectPlan; hasBaseline: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className={classes["legend"]} aria-label={t("gantt:legend")}>
      {plan.streams.map(({ id, code, colour, pattern, title }) => (
        <li key={id} title={title}>
          <StreamMark code={code} colour={colour} pattern={pattern} />
        </li>
      ))}
      <li>◆ {t("gantt:kind.milestone")}</li>
      <li>⚑ {t("gantt:kind.deliverable")}</li>
      <li>! {t("gantt:overdue")}</li>
      <li>✓ {t("gantt:done")}</li>
      {hasBaseline ? <li data-baseline>{t("gantt:baseline")}</li> : null}
    </ul>
  );
}
