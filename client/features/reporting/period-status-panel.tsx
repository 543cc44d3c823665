import { Button } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { memberState, memberTones, owes } from "#client/features/reporting/member-status.ts";
import { RemindButton } from "#client/features/reporting/remind-button.tsx";
import classes from "#client/features/reporting/report-card.module.css";
import { type Column, DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { MemberStatus } from "#shared/features/reporting/period.ts";
import { daysLate } from "#shared/features/reporting/request-rules.ts";

/** How far every member is with a period, when it was asked last, and the tap that reminds it. */
export function PeriodStatusPanel({ periodId }: { periodId: string }) {
  const { t } = useTranslation();
  const found = useQuery(trpc.period.status.queryOptions({ id: periodId }));
  const remind = useMutation(trpc.period.remind.mutationOptions());
  const status = found.data;
  const late = status === undefined ? 0 : daysLate(status.dueOn, Date.now(), status.timeZone);
  const owing = status?.members.filter(owes) ?? [];
  const mayRemind = status?.mayRemind ?? false;
  const columns: Column<MemberStatus>[] = [
    { id: "member", header: t("contributions:member"), cell: (row) => row.memberName },
    {
      id: "state",
      header: t("contributions:state.title"),
      cell: (row) => (
        <span className={classes["state"]}>
          <StateBadge tone={memberTones[memberState(row)]}>{t(`reporting:memberState.${memberState(row)}`)}</StateBadge>
          {late > 0 && owes(row) ? (
            <span className={classes["late"]}>{t("reporting:lateBy", { count: late })}</span>
          ) : null}
        </span>
      ),
    },
    {
      id: "handedIn",
      header: t("reporting:handedIn"),
      isNumeric: true,
      cell: (row) => t("reporting:ofExpected", { count: row.submitted + row.accepted, total: row.expected }),
    },
    {
      id: "accepted",
      header: t("reporting:state.accepted"),
      isNumeric: true,
      cell: (row) => t("reporting:ofExpected", { count: row.accepted, total: row.expected }),
    },
    {
      id: "asked",
      header: t("reporting:lastAsked"),
      cell: (row) => (row.lastAsked === null ? <NoValue /> : <RelativeTime at={row.lastAsked.at} />),
    },
    ...(mayRemind
      ? [
          {
            id: "remind",
            header: t("reporting:remind"),
            cell: (row: MemberStatus) =>
              owes(row) ? (
                <RemindButton periodId={periodId} participantId={row.participantId} memberName={row.memberName} />
              ) : (
                <NoValue />
              ),
          },
        ]
      : []),
  ];
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
        columns={columns}
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
