import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { CommentPanel } from "#client/features/comments/comment-panel.tsx";
import { NotificationLevelSelect } from "#client/features/notifications/notification-level-select.tsx";
import { TypingScope } from "#client/features/presence/typing-scope.tsx";
import { GapNotice } from "#client/features/gaps/gap-notice.tsx";
import { ProjectAttentionPanel } from "#client/features/projects/project-attention-panel.tsx";
import { ProjectBalancePanel } from "#client/features/projects/project-balance-panel.tsx";
import { ProjectFactsPanel } from "#client/features/projects/project-facts-panel.tsx";
import { ProjectFiguresPanel } from "#client/features/projects/project-figures-panel.tsx";
import { ProjectGoalsPanel } from "#client/features/projects/project-goals-panel.tsx";
import { ProjectHeader } from "#client/features/projects/project-header.tsx";
import { ProjectLatelyPanel } from "#client/features/projects/project-lately-panel.tsx";
import { ProjectMilestonesPanel } from "#client/features/projects/project-milestones-panel.tsx";
import classes from "#client/features/projects/project-page.module.css";
import { ProjectStreamsPanel } from "#client/features/projects/project-streams-panel.tsx";
import { ProjectTimelineChart } from "#client/features/projects/project-timeline-chart.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { dayOf } from "#shared/dates.ts";

/** One page a board would read: where the project stands, what asks for attention, who puts in what, what comes next. */
export function ProjectPage() {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const found = useQuery(trpc.project.overview.queryOptions({ projectId }));
  const overview = found.data;
  if (overview === undefined) {
    return found.isError ? <FaultAlert error={found.error} onRetry={() => void found.refetch()} /> : <Loading />;
  }
  const { project } = overview;
  const { startOn, durationMonths } = project;
  return (
    <>
      <TypingScope entity="project" entityId={projectId}>
        <ProjectHeader project={project} />
      </TypingScope>
      {startOn === null || durationMonths === null ? (
        <p className={classes["quiet"]}>{t("projects:timeline.none")}</p>
      ) : (
        <ProjectTimelineChart
          startOn={startOn}
          durationMonths={durationMonths}
          today={dayOf(found.dataUpdatedAt)}
          periods={overview.periods}
          milestones={overview.milestones}
        />
      )}
      <ProjectFiguresPanel overview={overview} />
      <GapNotice projectId={projectId} />
      <ProjectAttentionPanel overview={overview} />
      <ProjectStreamsPanel overview={overview} />
      <ProjectBalancePanel overview={overview} />
      <div className={classes["columns"]}>
        <ProjectMilestonesPanel overview={overview} />
        <ProjectLatelyPanel overview={overview} />
      </div>
      <CommentPanel
        subject="project"
        subjectId={projectId}
        actions={<NotificationLevelSelect projectId={projectId} />}
      />
      <TypingScope entity="project" entityId={projectId}>
        <ProjectFactsPanel project={project} />
      </TypingScope>
      <ProjectGoalsPanel project={project} />
    </>
  );
}
