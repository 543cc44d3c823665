import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "#client/features/projects/project-page.module.css";
import { DateText } from "#client/ui/date-text.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { ProjectOverview } from "#shared/features/projects/project-overview.ts";

const shown = 5;

/** The milestones that come next, the late ones marked, and the days reports are due. */
export function ProjectMilestonesPanel({ overview }: { overview: ProjectOverview }) {
  const { t } = useTranslation();
  const { milestones, milestonesReached, periods, project } = overview;
  const nextPeriod = periods.find((period) => !period.isLocked);
  const reports = nextPeriod
    ? [
        {
          id: nextPeriod.id,
          day: nextPeriod.dueOn as string | null,
          month: nextPeriod.endMonth,
          text: t("projects:next.period", { number: nextPeriod.number }),
          isLate: false,
        },
      ]
    : [];
  const events = milestones
    .slice(0, shown)
    .map((row) => ({ id: row.id, day: row.dueOn, month: row.dueMonth, text: row.title, isLate: row.isLate }))
    .concat(reports)
    .toSorted((a, b) => (a.day ?? "").localeCompare(b.day ?? "") || a.month - b.month);
  const all = (
    <Anchor component={Link} to={`/projects/${project.id}/milestones`} size="sm">
      {t("projects:toMilestones")}
    </Anchor>
  );
  return (
    <PagePanel
      title={t("projects:next.title")}
      description={t("projects:next.reached", { count: milestonesReached })}
      actions={all}
    >
      <ul className={classes["dates"]}>
        {events.map((event) => (
          <li key={event.id}>
            {event.day === null ? (
              <span>{t("projects:month", { month: event.month })}</span>
            ) : (
              <DateText day={event.day} />
            )}
            <span>
              {event.text} {event.isLate ? <StateBadge tone="warning">{t("milestones:late")}</StateBadge> : null}
            </span>
          </li>
        ))}
      </ul>
      {milestones.length === 0 && !nextPeriod ? <p className={classes["quiet"]}>{t("projects:next.none")}</p> : null}
    </PagePanel>
  );
}
