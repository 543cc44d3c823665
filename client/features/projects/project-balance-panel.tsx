import { useTranslation } from "react-i18next";
import { balanceColumns } from "#client/features/projects/balance-columns.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { StackedBarChart } from "#client/ui/stacked-bar-chart.tsx";
import { contributionKinds } from "#shared/features/contributions/contribution-words.ts";
import type { ProjectOverview } from "#shared/features/projects/project-overview.ts";

/** What each member has agreed to put in: by kind as bars, and agreed, delivered, re-forecast as a table. */
export function ProjectBalancePanel({ overview }: { overview: ProjectOverview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { balance, participants, project } = overview;
  const money = (cents: number) => format.money(cents, project.currency);
  const rows = balance.participants.flatMap((row) => {
    const participant = participants.find((each) => each.id === row.participantId);
    return participant ? [{ ...row, name: participant.shortName ?? participant.name, isOwn: participant.isOwn }] : [];
  });
  const bars = rows.map((row) => ({
    id: row.participantId,
    // A star for what the bar cannot show.
    label: row.kinds.some((each) => each.value.agreed === null) ? `${row.name} *` : row.name,
    values: Object.fromEntries(row.kinds.map((each) => [each.kind, each.value.agreed ?? 0])),
  }));
  const used = contributionKinds.filter((kind) => balance.kinds.some((each) => each.kind === kind));
  const isPartial = rows.some((row) => row.kinds.some((each) => each.value.agreed === null));
  return (
    <PagePanel title={t("projects:balance.title")} description={t("projects:balance.description")}>
      {rows.length === 0 ? (
        <EmptyState kind="nothing-yet" title={t("projects:balance.none")}>
          {t("projects:balance.noneHint")}
        </EmptyState>
      ) : (
        <>
          <StackedBarChart
            title={t("projects:balance.chart")}
            series={used.map((kind) => ({ id: kind, label: t(`projects:kind.${kind}`) }))}
            bars={bars}
            format={money}
            barHeader={t("projects:member")}
            totalHeader={t("projects:agreed")}
            note={isPartial ? <p>{t("projects:balance.partial")}</p> : undefined}
          />
          <DataTable
            label={t("projects:balance.title")}
            columns={balanceColumns(t, project.currency, format.shareEven)}
            rows={rows}
            rowKey={(row) => row.participantId}
            empty={null}
          />
        </>
      )}
    </PagePanel>
  );
}
