import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { CommentPanel } from "#client/features/comments/comment-panel.tsx";
import { TypingScope } from "#client/features/presence/typing-scope.tsx";
import { StreamFieldsPanel } from "#client/features/streams/stream-fields-panel.tsx";
import { StreamMark } from "#client/features/streams/stream-mark.tsx";
import classes from "#client/features/streams/stream-page.module.css";
import { streamTones } from "#client/features/streams/stream-tones.ts";
import { TrlLadderChart } from "#client/features/streams/trl-ladder-chart.tsx";
import { usePageTitle } from "#client/lib/page-title.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { StreamDetail } from "#shared/features/streams/stream.ts";

/** One technology stream: who leads it, how far it is, and the way to what members put into it. */
export function StreamPage() {
  const { streamId } = useParams({ from: "/projects/$projectId/streams/$streamId" });
  const found = useQuery(trpc.stream.show.queryOptions({ id: streamId }));
  usePageTitle(found.data?.code);
  if (found.data) return <StreamBody stream={found.data} />;
  return found.isError ? <FaultAlert error={found.error} onRetry={() => void found.refetch()} /> : <Loading />;
}

function StreamBody({ stream }: { stream: StreamDetail }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={
          <>
            <StreamMark code={stream.code} colour={stream.colour} pattern={stream.pattern} /> {stream.title}
          </>
        }
        badge={<StateBadge tone={streamTones[stream.state]}>{t(`streams:state.${stream.state}`)}</StateBadge>}
        actions={<StreamActions stream={stream} />}
      />
      <div className={classes["ladder"]}>
        <TrlLadderChart start={stream.trlStart} now={stream.trlNow} target={stream.trlTarget} />
      </div>
      {stream.warnings.length > 0 ? (
        <div className={classes["warnings"]}>
          {stream.warnings.map((warning) => (
            <StateBadge key={warning} tone="warning">
              {t(`streams:warning.${warning}`)}
            </StateBadge>
          ))}
        </div>
      ) : null}
      <TypingScope entity="stream" entityId={stream.id}>
        <StreamFieldsPanel stream={stream} />
      </TypingScope>
      <CommentPanel subject="stream" subjectId={stream.id} />
    </>
  );
}

function StreamActions({ stream }: { stream: StreamDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const { id, version, projectId } = stream;
  const leave = () => void navigate({ to: "/projects/$projectId/streams", params: { projectId } });
  const remove = useMutation(trpc.stream.remove.mutationOptions({ onSuccess: leave }));
  return (
    <>
      <Button variant="default" component={Link} to={`/projects/${projectId}/contributions?stream=${id}`}>
        {t("streams:toContributions")}
      </Button>
      {stream.may.remove ? (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t("common:remove")}
        </Button>
      ) : null}
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        title={t("streams:remove.title", { code: stream.code })}
        confirmLabel={t("streams:remove.confirm")}
        isBusy={remove.isPending}
        error={remove.error}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate({ id, version })}
      >
        {t("streams:remove.text")}
      </ConfirmDialog>
    </>
  );
}
