import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { trpc } from "#client/app/trpc.ts";
import { ProjectCreateDialog } from "#client/features/projects/project-create-dialog.tsx";
import { projectColumns } from "#client/features/projects/project-columns.tsx";
import { ProjectFilterBar } from "#client/features/projects/project-filter-bar.tsx";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { NothingFound } from "#client/ui/nothing-found.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { Pager } from "#client/ui/pager.tsx";
import { type ProjectSort, projectSorts } from "#shared/features/projects/project-words.ts";

const pageSize = 50;

/** All projects the person may know of, with what is agreed and delivered in each. */
export function ProjectListPage() {
  const { t } = useTranslation();
  const { actingFor } = useSession();
  const navigate = useNavigate();
  const list = useListSearch({ by: "acronym", isDescending: false });
  const { status, role, country, visibility, create } = useSearch({ from: "/projects/" });
  const input = {
    search: list.q,
    status: status === undefined ? [] : [status],
    ...(role === undefined ? {} : { role }),
    ...(country === undefined ? {} : { country }),
    ...(visibility === undefined ? {} : { visibility }),
    sort: sortOf(list.sort.by),
    descending: list.sort.isDescending,
    page: list.page,
    pageSize,
  };
  const found = useQuery(trpc.project.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const mayCreate = actingFor !== null && actingFor.role !== "viewer";
  const ask = (isOpen: boolean) => {
    const next = (former: object) => ({ ...former, create: isOpen ? true : undefined });
    void navigate({ to: ".", search: next as never });
  };
  const start = mayCreate ? (
    <Button leftSection={<IconPlus size={17} aria-hidden="true" />} onClick={() => ask(true)}>
      {t("projects:create.open")}
    </Button>
  ) : undefined;
  const isFiltered = [list.q === "" ? undefined : list.q, status, role, country, visibility].some(
    (value) => value !== undefined,
  );
  return (
    <>
      <PageHeader title={t("frame:projects")} description={t("projects:description")} actions={start} />
      <ProjectFilterBar list={{ ...list, isFiltered }} />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      <PagePanel isFlush>
        <DataTable
          label={t("frame:projects")}
          columns={projectColumns(t)}
          rows={found.data?.rows}
          rowKey={(row) => row.id}
          rowLink={(row) => ({ to: "/projects/$projectId", params: { projectId: row.id } })}
          sort={list.sort}
          onSort={list.sortBy}
          empty={
            isFiltered ? (
              <NothingFound onReset={list.reset} />
            ) : (
              <EmptyState kind="nothing-yet" title={t("projects:none")} action={start}>
                {t("projects:noneHint")}
              </EmptyState>
            )
          }
        />
        <Pager page={list.page} pageSize={pageSize} total={found.data?.total ?? 0} onPage={list.goTo} />
      </PagePanel>
      {mayCreate ? <ProjectCreateDialog isOpen={create === true} onClose={() => ask(false)} /> : null}
    </>
  );
}

function sortOf(column: string): ProjectSort {
  return projectSorts.find((sort) => sort === column) ?? "acronym";
}
