import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { historyColumns } from "#client/features/imports/history-columns.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";

/** Imports of this person, newest first; each can be opened again. Nothing before the first. */
export function ImportHistoryPanel({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = useQuery(trpc.import.list.queryOptions({}));
  if (found.data?.rows.length === 0) return null;
  return (
    <PagePanel title={t("imports:history")} description={t("imports:historyHint")} isFlush>
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      <DataTable
        label={t("imports:history")}
        columns={historyColumns(t, format, onOpen)}
        rows={found.data?.rows}
        rowKey={(row) => row.id}
        empty={null}
      />
    </PagePanel>
  );
}
