import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient } from "#client/app/query-client.ts";
import { trpc } from "#client/app/trpc.ts";
import { faultOf } from "#client/lib/fault.ts";
import { faultText } from "#client/lib/fault-text.ts";
import type { ProjectPlan, TaskPlace } from "#shared/features/plan/plan.ts";

/** What a stale move tells of the tasks that somebody else changed. */
type Present = { tasks?: { name: string; startMonth: number | null; endMonth: number | null }[] };

/** Writes new months of tasks as one act; after a conflict the plan is read again and said what others moved. */
export function useMoveTasks(plan: ProjectPlan) {
  const { t } = useTranslation();
  const move = useMutation(trpc.task.move.mutationOptions());
  const [isBusy, setBusy] = useState(false);
  const { projectId, tasks } = plan;
  const { mutateAsync } = move;
  const write = useCallback(
    async (moves: readonly TaskPlace[]) => {
      const versions = new Map(tasks.map(({ id, version }) => [id, version]));
      setBusy(true);
      try {
        await mutateAsync({
          projectId,
          moves: moves.map((place) => ({ ...place, version: versions.get(place.id) ?? 0 })),
        });
      } catch (error) {
        const { appCode, present } = faultOf(error);
        const changed = appCode === "STALE" ? ((present as Present | null)?.tasks ?? []) : [];
        const told = changed.map(({ name, startMonth, endMonth }) =>
          t("gantt:movedMeanwhile", { name, from: startMonth ?? "–", to: endMonth ?? "–" }),
        );
        notifications.show({
          color: "red",
          autoClose: false,
          message: told.length > 0 ? `${told.join(" ")} ${t("gantt:readAgain")}` : faultText(error, t),
        });
      } finally {
        await queryClient.invalidateQueries({ queryKey: trpc.plan.show.queryKey({ projectId }) });
        setBusy(false);
      }
    },
    [mutateAsync, projectId, t, tasks],
  );
  return { write, isBusy };
}
