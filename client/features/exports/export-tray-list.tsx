import { Anchor, Button } from "@mantine/core";
import { useMutation, useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { exportFileUrl, exportStateText } from "#client/features/exports/export-words-text.ts";
import { type FollowedExport, unfollowExport } from "#client/features/exports/running-exports.ts";
import { isUnderWay } from "#client/features/exports/use-export-progress.ts";
import { faultText } from "#client/lib/fault-text.ts";
import { ProgressTray, type TrayJob } from "#client/ui/progress-tray.tsx";
import type { ExportRow } from "#shared/features/exports/export.ts";

const ASK_EVERY_MS = 600;

/** The tray's jobs, each asked for until it has ended. */
export function ExportTrayList({ followed }: { followed: readonly FollowedExport[] }) {
  const { t } = useTranslation();
  const cancel = useMutation(trpc.export.cancel.mutationOptions());
  const found = useQueries({
    queries: followed.map(({ id }) =>
      trpc.export.show.queryOptions(
        { id },
        {
          staleTime: 0,
          refetchInterval: (query) =>
            query.state.status !== "error" && isUnderWay(query.state.data) ? ASK_EVERY_MS : false,
        },
      ),
    ),
  });
  const jobs = followed.map(({ id, title }, index): TrayJob => {
    const { data: row, error } = found[index] ?? { data: undefined, error: null };
    if (error) return { id, title, state: "failed", basisPoints: 0, note: faultText(error, t) };
    return {
      id,
      title,
      state: stateOf(row),
      basisPoints: (row?.progress ?? 0) * 100,
      note: row === undefined ? t("exports:stage.queued") : exportStateText(row, t),
      action: isUnderWay(row) ? (
        <Button variant="subtle" size="compact-sm" onClick={() => cancel.mutate({ id })}>
          {t("common:cancel")}
        </Button>
      ) : row?.isReady ? (
        <Anchor href={exportFileUrl(id)} download onClick={() => unfollowExport(id)}>
          {t("common:download")}
        </Anchor>
      ) : undefined,
    };
  });
  return <ProgressTray jobs={jobs} onDismiss={unfollowExport} />;
}

function stateOf(row: ExportRow | undefined): TrayJob["state"] {
  if (row === undefined || isUnderWay(row)) return "running";
  return row.state === "finished" ? "done" : "failed";
}
