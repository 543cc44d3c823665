import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { GapCount } from "#client/features/gaps/gap-count.tsx";
import { statusTones } from "#client/features/projects/project-tones.ts";
import { SampleBadge } from "#client/features/samples/sample-badge.tsx";
import classes from "#client/features/home/home.module.css";
import { type Column, DataTable } from "#client/ui/data-table.tsx";
import { DateText } from "#client/ui/date-text.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { MoneyText } from "#client/ui/money-text.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { PortfolioRow } from "#shared/features/home/home.ts";

const nameOf = (row: PortfolioRow) => (
  <span className={classes["named"]}>
    {row.acronym}
    {row.sample ? <SampleBadge size="sm" /> : null}
  </span>
);

function columns(t: TFunction, gaps: ReadonlyMap<string, number>): Column<PortfolioRow>[] {
  const waiting = (row: PortfolioRow) =>
    [
      row.toReview ? t("home:reportsToReview", { count: row.toReview }) : null,
      row.toAgree ? t("home:linesToAgree", { count: row.toAgree }) : null,
    ]
      .filter((part) => part !== null)
      .join(", ");
  return [
    { id: "acronym", header: t("home:project"), cell: nameOf },
    {
      id: "status",
      header: t("projects:statusTitle"),
      cell: (row) => <StateBadge tone={statusTones[row.status]}>{t(`projects:status.${row.status}`)}</StateBadge>,
    },
    { id: "next", header: t("home:nextDue"), cell: (row) => <DateText day={row.nextDueOn} /> },
    {
      id: "late",
      header: t("home:late"),
      cell: (row) => (row.lateMembers ? <span className={classes["late"]}>{row.lateMembers}</span> : <NoValue />),
      isNumeric: true,
    },
    { id: "waiting", header: t("home:forYou"), cell: (row) => waiting(row) || <NoValue /> },
    {
      id: "agreed",
      header: t("home:agreed"),
      cell: (row) => <MoneyText cents={row.agreedCents ?? "confidential"} currency={row.currency} isShort />,
      isNumeric: true,
    },
    {
      id: "delivered",
      header: t("home:delivered"),
      cell: (row) => <MoneyText cents={row.deliveredCents ?? "confidential"} currency={row.currency} isShort />,
      isNumeric: true,
    },
    {
      id: "gaps",
      header: t("home:gaps"),
      cell: (row) => <GapCount projectId={row.id} gaps={gaps.get(row.id)} />,
      isNumeric: true,
    },
    {
      id: "risk",
      header: t("home:risk"),
      cell: (row) =>
        row.streamsAtRisk.length === 0 ? (
          <NoValue />
        ) : (
          <span title={row.streamsAtRisk.join(", ")}>
            {row.streamsAtRisk.length === 1
              ? row.streamsAtRisk[0]
              : t("home:risks", { count: row.streamsAtRisk.length })}
          </span>
        ),
    },
  ];
}

/** All projects of a cluster or coordinator at a glance. */
export function PortfolioPanel({ rows }: { rows: readonly PortfolioRow[] }) {
  const { t } = useTranslation();
  const projectIds = rows.slice(0, 100).map(({ id }) => id);
  // Of its own query: the first page does not wait for it.
  const counted = useQuery(trpc.gap.counts.queryOptions({ projectIds }, { enabled: projectIds.length > 0 }));
  const gaps = new Map(counted.data?.projects.map((each) => [each.projectId, each.gaps]));
  return (
    <PagePanel title={t("home:portfolio")} isFlush>
      <DataTable
        label={t("home:portfolio")}
        columns={columns(t, gaps)}
        rows={rows}
        rowKey={(row) => row.id}
        rowLink={(row) => ({ to: "/projects/$projectId", params: { projectId: row.id } })}
        empty={
          <EmptyState kind="nothing-yet" title={t("home:noProjects")}>
            {t("home:noProjectsText")}
          </EmptyState>
        }
      />
    </PagePanel>
  );
}
