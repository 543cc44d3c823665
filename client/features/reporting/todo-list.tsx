import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/reporting/report-card.module.css";
import { TodoCard } from "#client/features/reporting/todo-card.tsx";
import { useNow } from "#client/lib/use-now.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { needsLateReason } from "#shared/features/reporting/request-rules.ts";

type Props = { projectId: string; periodId: string };

/** The reports our organisation writes in a period, what needs work first; ready drafts can be handed in at once. */
export function TodoList({ projectId, periodId }: Props) {
  const { t } = useTranslation();
  const found = useQuery(trpc.update.todo.queryOptions({ projectId, periodId }));
  const now = useNow();
  const submit = useMutation(trpc.update.submitMany.mutationOptions());
  if (found.error) return <FaultAlert error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const { items, currency, dueOn, timeZone } = found.data;
  if (items.length === 0 || dueOn === null)
    return (
      <EmptyState kind="nothing-yet" title={t("reporting:nothingToWrite")}>
        {t("reporting:nothingToWriteText")}
      </EmptyState>
    );
  const ready = items.flatMap(({ update, kind, mayWrite }) => {
    const isReady =
      update !== null &&
      mayWrite &&
      (kind === "effort"
        ? update.deliveredPmHundredths !== null
        : update.deliveredCents !== null || update.deliveredQuantity !== null);
    const isExcused =
      update !== null && (update.lateReason.trim() !== "" || !needsLateReason(update, dueOn, now, timeZone));
    return isReady && isExcused && update.state === "draft" ? [{ id: update.id, version: update.version }] : [];
  });
  const order = ["returned", "missing", "draft", "submitted", "accepted"];
  const sorted = items.toSorted(
    (left, right) => order.indexOf(left.update?.state ?? "missing") - order.indexOf(right.update?.state ?? "missing"),
  );
  return (
    <div className={classes["list"]}>
      {ready.length < 2 ? null : (
        <div className={classes["bar"]} data-chrome>
          <Button
            variant="light"
            loading={submit.isPending}
            onClick={() => submit.mutate({ projectId, updates: ready })}
          >
            {t("reporting:submitReady", { count: ready.length })}
          </Button>
        </div>
      )}
      {submit.data === undefined ? null : (
        <p role="status" className={classes["quiet"]}>
          {t("reporting:submittedCount", { count: submit.data.done })}
        </p>
      )}
      <FaultAlert error={submit.error} />
      {sorted.map((item) => (
        <TodoCard
          key={`${item.contributionId} ${periodId}`}
          item={item}
          todo={{ periodId, dueOn, timeZone, currency }}
        />
      ))}
    </div>
  );
}
