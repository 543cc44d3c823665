import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ExportButton } from "#client/features/exports/export-button.tsx";
import { exportColumns } from "#client/features/exports/export-columns.tsx";
import { isUnderWay } from "#client/features/exports/use-export-progress.ts";
import { GanttExportButton } from "#client/features/exports/gantt-export-button.tsx";
import { DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";

const ASK_EVERY_MS = 1_000;

/** The summary as a file, and the exports this person made of the project before. */
export function ExportListPage() {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const project = useQuery(trpc.project.show.queryOptions({ projectId }));
  const found = useQuery(
    trpc.export.list.queryOptions(
      { projectId },
      { refetchInterval: (query) => (query.state.data?.rows.some(isUnderWay) ? ASK_EVERY_MS : false) },
    ),
  );
  const empty = (
    <EmptyState kind="nothing-yet" title={t("exports:none")} action={<ExportButton projectId={projectId} />}>
      {t("exports:noneHint")}
    </EmptyState>
  );
  return (
    <>
      <PageHeader
        title={t("frame:exports")}
        description={t("exports:description")}
        actions={
          <>
            <GanttExportButton projectId={projectId} groupBy="stream" />
            <ExportButton projectId={projectId} />
          </>
        }
      />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      <PagePanel isFlush>
        <DataTable
          label={t("exports:history")}
          columns={exportColumns(t, project.data?.acronym ?? "")}
          rows={found.data?.rows}
          rowKey={(row) => row.id}
          empty={empty}
        />
      </PagePanel>
    </>
  );
}
