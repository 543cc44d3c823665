import { useTranslation } from "react-i18next";
import classes from "#client/features/projects/project-timeline-chart.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { addDays, monthEndOn, monthOf, monthStartOn } from "#shared/dates.ts";
import type { OverviewPeriod } from "#shared/features/projects/project-overview.ts";
import type { MilestoneRow } from "#shared/features/milestones/milestone.ts";

type Props = {
  startOn: string;
  durationMonths: number;
  today: string;
  periods: readonly OverviewPeriod[];
  milestones: readonly MilestoneRow[];
};

/** The project from first to last day: its reporting periods, open milestones as diamonds, and where today is. */
export function ProjectTimelineChart({ startOn, durationMonths, today, periods, milestones }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const endOn = monthEndOn(startOn, durationMonths);
  const first = Date.parse(startOn);
  const length = Date.parse(addDays(endOn, 1)) - first;
  const place = (day: string) => `${Math.min(100, Math.max(0, ((Date.parse(day) - first) / length) * 100))}%`;
  const month = monthOf(startOn, today);
  const when =
    today < startOn
      ? t("projects:timeline.ahead")
      : today > endOn
        ? t("projects:timeline.over")
        : t("projects:timeline.month", { month: format.count(month), total: format.count(durationMonths) });
  return (
    <figure className={classes["chart"]}>
      <figcaption className={classes["words"]}>
        <span>{format.day(startOn)}</span>
        <strong>{when}</strong>
        <span>{format.day(endOn)}</span>
      </figcaption>
      <div className={classes["bar"]} aria-hidden="true">
        <span className={classes["passed"]} style={{ width: place(today) }} />
        {periods.slice(1).map((period) => (
          <span
            key={period.id}
            className={classes["cut"]}
            style={{ insetInlineStart: place(monthStartOn(startOn, period.startMonth)) }}
          />
        ))}
        {milestones.map((row) =>
          row.dueOn === null ? null : (
            <span
              key={row.id}
              className={classes["milestone"]}
              data-late={row.isLate || undefined}
              style={{ insetInlineStart: place(row.dueOn) }}
              title={`${row.title} · ${format.day(row.dueOn)}`}
            />
          ),
        )}
        {today >= startOn && today <= endOn ? (
          <span className={classes["today"]} style={{ insetInlineStart: place(today) }}>
            <span className={classes["flag"]}>{t("projects:timeline.today")}</span>
          </span>
        ) : null}
      </div>
    </figure>
  );
}
