import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { trpc } from "#client/app/trpc.ts";
import { directoryFilters } from "#client/features/organisations/directory-filters.ts";
import { OrganisationCreateDialog } from "#client/features/organisations/organisation-create-dialog.tsx";
import { OrganisationFilterList } from "#client/features/organisations/organisation-filter-list.tsx";
import { useOrganisationColumns } from "#client/features/organisations/use-organisation-columns.tsx";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { NothingFound } from "#client/ui/nothing-found.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { Pager } from "#client/ui/pager.tsx";
import { organisationSorts } from "#shared/features/organisations/organisation-words.ts";

const pageSize = 25;

/** The directory: every organisation, searched, filtered and sorted on the server. */
export function OrganisationListPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { actingFor } = useSession();
  const [isCreating, setCreating] = useState(false);
  const list = useListSearch({ by: "name", isDescending: false });
  const filters = directoryFilters(useSearch({ from: "/organisations/" }));
  const sort = organisationSorts.find((word) => word === list.sort.by) ?? "name";
  const input = { ...filters, search: list.q, sort, descending: list.sort.isDescending, page: list.page, pageSize };
  const found = useQuery(trpc.organisation.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const columns = useOrganisationColumns();
  const mayCreate = actingFor !== null && actingFor.role !== "viewer";
  const create = mayCreate ? (
    <Button leftSection={<IconPlus size={17} aria-hidden="true" />} onClick={() => setCreating(true)}>
      {t("organisations:create.open")}
    </Button>
  ) : undefined;
  const none = mayCreate ? (
    <EmptyState kind="nothing-yet" title={t("organisations:list.emptyTitle")} action={create}>
      {t("organisations:list.emptyText")}
    </EmptyState>
  ) : (
    <EmptyState kind="no-right" title={t("organisations:list.emptyTitle")}>
      {t("organisations:list.noRightText")}
    </EmptyState>
  );
  return (
    <>
      <PageHeader title={t("frame:organisations")} description={t("organisations:list.description")} actions={create} />
      <OrganisationFilterList list={list} filters={filters} />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      <PagePanel isFlush>
        <DataTable
          label={t("organisations:list.table")}
          columns={columns}
          rows={found.error === null ? found.data?.rows : []}
          rowKey={(row) => row.id}
          rowLink={(row) => ({ to: "/organisations/$organisationId", params: { organisationId: row.id } })}
          sort={list.sort}
          onSort={list.sortBy}
          empty={found.error !== null ? null : list.isFiltered ? <NothingFound onReset={list.reset} /> : none}
        />
        <Pager page={list.page} pageSize={pageSize} total={found.data?.total ?? 0} onPage={list.goTo} />
      </PagePanel>
      <OrganisationCreateDialog
        isOpen={isCreating}
        onClose={() => setCreating(false)}
        onDone={({ id }) => void navigate({ to: "/organisations/$organisationId", params: { organisationId: id } })}
      />
    </>
  );
}
