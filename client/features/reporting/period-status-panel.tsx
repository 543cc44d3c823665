import { Button } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { owes } from "#client/features/reporting/member-status.ts";
import { memberStatusColumns } from "#client/features/reporting/member-status-columns.tsx";
import classes from "#client/features/reporting/report-card.module.css";
import { useNow } from "#client/lib/use-now.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { daysLate } from "#shared/features/reporting/request-rules.ts";

/** How far every member is with a period, when it was asked last, and the taps that remind one or all of them. */
export function PeriodStatusPanel({ periodId }: { periodId: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const found = useQuery(trpc.period.status.queryOptions({ id: periodId }));
  const remind = useMutation(trpc.period.remind.mutationOptions());
  const status = found.data;
  const late = status === undefined ? 0 : daysLate(status.dueOn, now, status.timeZone);
  const owing = status?.members.filter(owes) ?? [];
  const mayRemind = status?.mayRemind ?? false;
  const remindAll =
    mayRemind && owing.length > 1 ? (
      <Button
        size="xs"
        leftSection={<IconBell size={16} aria-hidden="true" />}
        loading={remind.isPending}
        onClick={() => remind.mutate({ id: periodId, participantIds: null })}
      >
        {t("reporting:remindAll", { count: owing.length })}
      </Button>
    ) : undefined;
  return (
    <PagePanel title={t("reporting:statusTitle")} description={t("reporting:statusText")} actions={remindAll} isFlush>
      <FaultAlert error={found.error ?? remind.error} />
      {remind.data === undefined ? null : (
        <p role="status" className={classes["said"]}>
          {t("reporting:reminded", { count: remind.data.members })}
        </p>
      )}
      <DataTable
        label={t("reporting:statusTitle")}
        columns={memberStatusColumns({ t, periodId, late, mayRemind })}
        rows={status?.members}
        rowKey={(row) => row.participantId}
        empty={
          <EmptyState kind="nothing-yet" title={t("reporting:nothingExpected")}>
            {t("reporting:nothingToWriteText")}
          </EmptyState>
        }
      />
    </PagePanel>
  );
}
