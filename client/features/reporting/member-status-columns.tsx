import type { TFunction } from "i18next";
import { memberState, memberTones, owes } from "#client/features/reporting/member-status.ts";
import { RemindButton } from "#client/features/reporting/remind-button.tsx";
import classes from "#client/features/reporting/report-card.module.css";
import type { Column } from "#client/ui/data-table.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { MemberStatus } from "#shared/features/reporting/period.ts";

type Context = {
  t: TFunction;
  periodId: string;
  /** Days since the due day; 0 until it is over. */
  late: number;
  mayRemind: boolean;
};

/** A row for each member: how far it is, how late, when it was asked, and the tap that reminds it. */
export function memberStatusColumns({ t, periodId, late, mayRemind }: Context): Column<MemberStatus>[] {
  const of = (count: number, { expected }: MemberStatus) => t("reporting:ofExpected", { count, total: expected });
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
      cell: (row) => of(row.submitted + row.accepted, row),
    },
    { id: "accepted", header: t("reporting:state.accepted"), isNumeric: true, cell: (row) => of(row.accepted, row) },
    {
      id: "asked",
      header: t("reporting:lastAsked"),
      cell: (row) => (row.lastAsked === null ? <NoValue /> : <RelativeTime at={row.lastAsked.at} />),
    },
  ];
  if (!mayRemind) return columns;
  const remind: Column<MemberStatus> = {
    id: "remind",
    header: t("reporting:remind"),
    cell: (row) =>
      owes(row) ? (
        <RemindButton periodId={periodId} participantId={row.participantId} memberName={row.memberName} />
      ) : (
        <NoValue />
      ),
  };
  return [...columns, remind];
}
