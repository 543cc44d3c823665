import { Button, Modal } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { AgreeBar } from "#client/features/contributions/agree-bar.tsx";
import { BalancePanel } from "#client/features/contributions/balance-panel.tsx";
import { contributionColumns } from "#client/features/contributions/contribution-columns.tsx";
import classes from "#client/features/contributions/contribution-columns.module.css";
import { ContributionFilters } from "#client/features/contributions/contribution-filters.tsx";
import { ContributionPanel } from "#client/features/contributions/contribution-panel.tsx";
import { ProposeForm } from "#client/features/contributions/propose-form.tsx";
import { StateTotalList } from "#client/features/contributions/state-total-list.tsx";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { NothingFound } from "#client/ui/nothing-found.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { Pager } from "#client/ui/pager.tsx";
import { SearchField } from "#client/ui/search-field.tsx";
import { contributionSorts } from "#shared/features/contributions/contribution-sorts.ts";
import { contributionKinds, contributionStates } from "#shared/features/contributions/contribution-words.ts";

const pageSize = 50;
const route = "/projects/$projectId/contributions";

/** The ledger of a project: every line this person sees, the balance of the members, and the talk about each line. */
export function ContributionListPage() {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const search = useSearch({ from: route });
  const list = useListSearch({ by: "member", isDescending: false });
  const [isProposing, setProposing] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const options = useQuery(trpc.contribution.options.queryOptions({ projectId }));
  const input = {
    projectId,
    search: list.q,
    participantId: search.participant,
    streamId: search.stream,
    kind: contributionKinds.find((kind) => kind === search.kind),
    state: contributionStates.find((state) => state === search.state),
    sort: contributionSorts.find((sort) => sort === list.sort.by) ?? "member",
    descending: list.sort.isDescending,
    page: list.page,
    pageSize,
  };
  const found = useQuery(trpc.contribution.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const names = useMemo(() => new Map((options.data?.members ?? []).map(({ id, name }) => [id, name])), [options.data]);
  const currency = options.data?.currency ?? found.data?.currency ?? "EUR";
  const rows = found.data?.rows;
  const mayPropose = options.data?.members.some((member) => member.mayPropose) === true;
  const isFiltered =
    list.q !== "" ||
    [search.participant, search.stream, search.kind, search.state].some((value) => value !== undefined);
  const choice = {
    isChosen: ({ id }: { id: string }) => chosen.has(id),
    onChoose: ({ id }: { id: string }, isChosen: boolean) =>
      setChosen(isChosen ? new Set([...chosen, id]) : new Set([...chosen].filter((each) => each !== id))),
  };
  const showLine = (id: string) => {
    setProposing(false);
    list.filterBy({ selected: id });
  };
  const proposeButton = mayPropose ? (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setProposing(true)}>
      {t("contributions:new")}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        title={t("frame:contributions")}
        description={t("contributions:description")}
        actions={proposeButton}
      />
      <div className={classes["balance"]}>
        <BalancePanel projectId={projectId} currency={currency} names={names} isOpen={!isFiltered} />
      </div>
      <FilterBar isFiltered={isFiltered} onReset={list.reset}>
        <SearchField value={list.q} onSearch={list.searchFor} />
        <ContributionFilters chosen={search} options={options.data} onChoose={list.filterBy} />
      </FilterBar>
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      <PagePanel isFlush>
        <StateTotalList totals={found.data?.totals ?? []} currency={currency} />
        <AgreeBar projectId={projectId} rows={rows ?? []} chosen={chosen} onChoose={setChosen} />
        <DataTable
          label={t("frame:contributions")}
          columns={contributionColumns(t, currency, rows?.some(({ mayAgree }) => mayAgree) ? choice : null)}
          rows={rows}
          rowKey={(row) => row.id}
          rowLink={(row) => ({
            to: route,
            params: { projectId },
            search: { ...search, selected: row.id },
            resetScroll: false,
          })}
          sort={list.sort}
          onSort={list.sortBy}
          empty={
            isFiltered ? (
              <NothingFound onReset={list.reset} />
            ) : (
              <EmptyState kind="nothing-yet" title={t("contributions:none")} action={proposeButton}>
                {t("contributions:noneText")}
              </EmptyState>
            )
          }
        />
        <Pager page={list.page} pageSize={pageSize} total={found.data?.total ?? 0} onPage={list.goTo} />
      </PagePanel>
      <ContributionPanel
        id={search.selected}
        onClose={() => list.filterBy({ selected: undefined, page: list.page === 1 ? undefined : list.page })}
      />
      <Modal
        opened={isProposing}
        onClose={() => setProposing(false)}
        title={t("contributions:new")}
        size="lg"
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        {options.data === undefined ? null : (
          <ProposeForm
            projectId={projectId}
            options={options.data}
            onCancel={() => setProposing(false)}
            onDone={showLine}
          />
        )}
      </Modal>
    </>
  );
}
