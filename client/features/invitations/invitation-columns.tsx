import type { TFunction } from "i18next";
import { InvitationActions } from "#client/features/invitations/invitation-actions.tsx";
import { invitationTones } from "#client/features/invitations/invitation-tones.ts";
import classes from "#client/features/invitations/invitations.module.css";
import type { Column } from "#client/ui/data-table.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { InvitationRow } from "#shared/features/invitations/invitation.ts";

/** Columns of the invitations of a project; `instant` writes a point in time. */
export function invitationColumns(t: TFunction, instant: (at: number) => string): Column<InvitationRow>[] {
  const when = (row: InvitationRow) => {
    if (row.state === "pending" || row.state === "expired")
      return t(`invitations:until.${row.state}`, { at: instant(row.expiresAt) });
    return row.answeredAt === null ? null : t("invitations:answered", { at: instant(row.answeredAt) });
  };
  return [
    { id: "organisation", header: t("participants:organisation"), cell: (row) => row.organisationName },
    {
      id: "to",
      header: t("invitations:to"),
      cell: (row) => (
        <span className={classes["pair"]}>
          <span>{row.email ?? t("invitations:itsManagers")}</span>
          {row.personName === "" ? null : <small>{row.personName}</small>}
        </span>
      ),
    },
    { id: "role", header: t("participants:roleTitle"), cell: (row) => t(`participants:role.${row.role}`) },
    {
      id: "state",
      header: t("participants:stateTitle"),
      cell: (row) => (
        <span className={classes["pair"]}>
          <StateBadge tone={invitationTones[row.state]}>{t(`invitations:state.${row.state}`)}</StateBadge>
          <small>{when(row)}</small>
        </span>
      ),
    },
    {
      id: "sent",
      header: t("invitations:sent"),
      isWideOnly: true,
      cell: (row) => (
        <span className={classes["pair"]}>
          <span>{row.lastSentAt === null ? <NoValue /> : instant(row.lastSentAt)}</span>
          <small>{row.inviterName}</small>
        </span>
      ),
    },
    { id: "actions", header: t("participants:actions"), cell: (row) => <InvitationActions row={row} /> },
  ];
}
