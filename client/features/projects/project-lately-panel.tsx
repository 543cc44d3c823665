import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import activity from "#client/features/activity/activity.module.css";
import { ChangeGroupRow } from "#client/features/activity/change-group-row.tsx";
import classes from "#client/features/projects/project-page.module.css";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { ProjectOverview } from "#shared/features/projects/project-overview.ts";
import { LATELY_DAYS, LATELY_LIMIT } from "#shared/features/projects/project-words.ts";

const shownActs = 4;

/** What changed lately: how much, and the last acts themselves. */
export function ProjectLatelyPanel({ overview }: { overview: ProjectOverview }) {
  const { t } = useTranslation();
  const { project, changesLately } = overview;
  const found = useQuery(trpc.change.list.queryOptions({ projectId: project.id, limit: 20 }));
  const acts = [...Map.groupBy(found.data?.rows ?? [], (row) => row.groupId).values()].slice(0, shownActs);
  const count = t(changesLately >= LATELY_LIMIT ? "projects:lately.many" : "projects:lately.count", {
    count: changesLately,
    days: LATELY_DAYS,
  });
  const all = (
    <>
      <Anchor component={Link} to={`/projects/${project.id}/baselines`} size="sm">
        {t("baselines:sinceMeeting")}
      </Anchor>
      <Anchor component={Link} to={`/projects/${project.id}/activity`} size="sm">
        {t("projects:toActivity")}
      </Anchor>
    </>
  );
  return (
    <PagePanel title={t("projects:lately.title")} description={count} actions={all}>
      <FaultAlert error={found.error} />
      <ol className={activity["list"]}>
        {acts.map((rows) => (
          <ChangeGroupRow
            key={rows[0]?.seq}
            rows={rows}
            labels={found.data?.labels ?? {}}
            currency={project.currency}
          />
        ))}
      </ol>
      {found.data && acts.length === 0 ? <p className={classes["quiet"]}>{t("projects:lately.none")}</p> : null}
    </PagePanel>
  );
}
