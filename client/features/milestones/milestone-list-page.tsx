import { Button, Modal } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { CalendarButton } from "#client/features/calendar/calendar-button.tsx";
import { milestoneColumns } from "#client/features/milestones/milestone-columns.tsx";
import { MilestoneCreateForm } from "#client/features/milestones/milestone-create-form.tsx";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { NothingFound } from "#client/ui/nothing-found.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { SearchField } from "#client/ui/search-field.tsx";

/** What is to be reached by when, in the order of time. */
export function MilestoneListPage() {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const list = useListSearch({ by: "due", isDescending: false });
  const [isAdding, setAdding] = useState(false);
  const found = useQuery(
    trpc.milestone.list.queryOptions({ projectId, search: list.q }, { placeholderData: keepPreviousData }),
  );
  const streams = useQuery(trpc.stream.list.queryOptions({ projectId }));
  const codes = new Map((streams.data?.rows ?? []).map((row) => [row.id, row.code]));
  const mayPlan = found.data?.mayPlan === true;
  const add = mayPlan ? (
    <Button leftSection={<IconPlus size={17} aria-hidden="true" />} onClick={() => setAdding(true)}>
      {t("milestones:create.open")}
    </Button>
  ) : undefined;
  const actions = (
    <>
      <CalendarButton projectId={projectId} />
      {add}
    </>
  );
  const nothingYet = (
    <EmptyState kind="nothing-yet" title={t("milestones:none")} action={add}>
      {t("milestones:noneHint")}
    </EmptyState>
  );
  return (
    <>
      <PageHeader title={t("frame:milestones")} description={t("milestones:description")} actions={actions} />
      <FilterBar isFiltered={list.isFiltered} onReset={list.reset}>
        <SearchField value={list.q} onSearch={list.searchFor} />
      </FilterBar>
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      <PagePanel isFlush>
        <DataTable
          label={t("frame:milestones")}
          columns={milestoneColumns(t, codes, mayPlan)}
          rows={found.data?.rows}
          rowKey={(row) => row.id}
          empty={list.isFiltered ? <NothingFound onReset={list.reset} /> : nothingYet}
        />
      </PagePanel>
      <Modal
        opened={isAdding}
        onClose={() => setAdding(false)}
        title={t("milestones:create.title")}
        size="lg"
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        <MilestoneCreateForm projectId={projectId} onDone={() => setAdding(false)} />
      </Modal>
    </>
  );
}
