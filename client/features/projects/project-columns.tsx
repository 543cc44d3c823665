import type { TFunction } from "i18next";
import classes from "#client/features/projects/project-list.module.css";
import { statusTones } from "#client/features/projects/project-tones.ts";
import { SampleBadge } from "#client/features/samples/sample-badge.tsx";
import type { Column } from "#client/ui/data-table.tsx";
import { DateText } from "#client/ui/date-text.tsx";
import { MoneyText } from "#client/ui/money-text.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { ProjectRow } from "#shared/features/projects/project-list.ts";

/** Columns of the portfolio; ids of sortable ones are the server's. */
export function projectColumns(t: TFunction): Column<ProjectRow>[] {
  return [...identity(t), ...figures(t)];
}

const identity = (t: TFunction): Column<ProjectRow>[] => [
  {
    id: "acronym",
    header: t("projects:project"),
    isSortable: true,
    cell: (row) => (
      <span className={classes["name"]}>
        <span className={classes["acronym"]}>{row.acronym}</span>
        {row.sample ? <SampleBadge size="sm" /> : null}
        <span className={classes["title"]}>{row.title}</span>
      </span>
    ),
  },
  {
    id: "status",
    header: t("projects:statusTitle"),
    isSortable: true,
    cell: (row) => (
      <span className={classes["state"]}>
        <StateBadge tone={statusTones[row.status]}>{t(`projects:status.${row.status}`)}</StateBadge>
        {row.isInvited ? (
          <StateBadge tone="waiting">{t("participants:state.invited")}</StateBadge>
        ) : row.role === null ? null : (
          <span className={classes["role"]} title={t("projects:ourRole")}>
            {t(`participants:role.${row.role}`)}
          </span>
        )}
      </span>
    ),
  },
];

const figures = (t: TFunction): Column<ProjectRow>[] => [
  { id: "members", header: t("projects:members"), isNumeric: true, isSortable: true, cell: (row) => row.members },
  {
    id: "value",
    header: t("projects:agreed"),
    isNumeric: true,
    isSortable: true,
    cell: (row) => <MoneyText cents={row.agreedCents ?? "confidential"} currency={row.currency} isShort />,
  },
  {
    id: "delivered",
    header: t("projects:delivered"),
    isNumeric: true,
    cell: (row) => <MoneyText cents={row.deliveredCents ?? "confidential"} currency={row.currency} isShort />,
  },
  {
    id: "due",
    header: t("projects:nextDue"),
    cell: (row) => (
      <span className={classes["due"]}>
        <DateText day={row.nextDueOn} />
        {row.lateMembers ? (
          <StateBadge tone="warning">{t("projects:lateMembers", { count: row.lateMembers })}</StateBadge>
        ) : null}
      </span>
    ),
  },
  {
    id: "updated",
    header: t("projects:updated"),
    isSortable: true,
    isWideOnly: true,
    cell: (row) => <RelativeTime at={row.updatedAt} />,
  },
];
