import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import cards from "#client/features/streams/stream-card.module.css";
import { StreamCard } from "#client/features/streams/stream-card.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { ProjectOverview } from "#shared/features/projects/project-overview.ts";

/** The technology streams as cards. */
export function ProjectStreamsPanel({ overview }: { overview: ProjectOverview }) {
  const { t } = useTranslation();
  const { streams, balance, project } = overview;
  const agreedOf = (id: string) => {
    const row = balance.streams.find((each) => each.streamId === id);
    return row ? row.value.agreed : 0;
  };
  const all = (
    <Anchor component={Link} to={`/projects/${project.id}/streams`} size="sm">
      {t("projects:toStreams")}
    </Anchor>
  );
  return (
    <PagePanel title={t("frame:streams")} actions={all}>
      {streams.length === 0 ? (
        <EmptyState kind="nothing-yet" title={t("streams:none")}>
          {t("streams:noneHint")}
        </EmptyState>
      ) : (
        <div className={cards["grid"]}>
          {streams.map((stream) => (
            <StreamCard
              key={stream.id}
              projectId={project.id}
              stream={stream}
              agreedCents={agreedOf(stream.id)}
              currency={project.currency}
            />
          ))}
        </div>
      )}
    </PagePanel>
  );
}
