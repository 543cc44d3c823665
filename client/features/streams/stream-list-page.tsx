import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { useCommentCounts } from "#client/features/comments/use-comment-counts.ts";
import { streamColumns } from "#client/features/streams/stream-columns.tsx";
import { StreamCreateDialog } from "#client/features/streams/stream-create-dialog.tsx";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { NothingFound } from "#client/ui/nothing-found.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { SearchField } from "#client/ui/search-field.tsx";

/** The technology streams of a project in the order of the plan. */
export function StreamListPage() {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const list = useListSearch({ by: "number", isDescending: false });
  const [isAdding, setAdding] = useState(false);
  const found = useQuery(
    trpc.stream.list.queryOptions({ projectId, search: list.q }, { placeholderData: keepPreviousData }),
  );
  const comments = useCommentCounts(projectId, "stream");
  const mayPlan = found.data?.mayPlan === true;
  const rows = found.data?.rows;
  const add = mayPlan ? (
    <Button leftSection={<IconPlus size={17} aria-hidden="true" />} onClick={() => setAdding(true)}>
      {t("streams:create.open")}
    </Button>
  ) : undefined;
  const order = mayPlan && !list.isFiltered && rows ? { projectId, rows } : null;
  return (
    <>
      <PageHeader title={t("frame:streams")} description={t("streams:description")} actions={add} />
      <FilterBar isFiltered={list.isFiltered} onReset={list.reset}>
        <SearchField value={list.q} onSearch={list.searchFor} />
      </FilterBar>
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      <PagePanel isFlush>
        <DataTable
          label={t("frame:streams")}
          columns={streamColumns(t, order, comments)}
          rows={rows}
          rowKey={(row) => row.id}
          rowLink={(row) => ({ to: "/projects/$projectId/streams/$streamId", params: { projectId, streamId: row.id } })}
          empty={
            list.isFiltered ? (
              <NothingFound onReset={list.reset} />
            ) : (
              <EmptyState kind="nothing-yet" title={t("streams:none")} action={add}>
                {t("streams:noneHint")}
              </EmptyState>
            )
          }
        />
      </PagePanel>
      <StreamCreateDialog projectId={projectId} isOpen={isAdding} onClose={() => setAdding(false)} />
    </>
  );
}
