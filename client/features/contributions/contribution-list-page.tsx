import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { BalancePanel } from "#client/features/contributions/balance-panel.tsx";
import { ContributionFilters } from "#client/features/contributions/contribution-filters.tsx";
import { ContributionPanel } from "#client/features/contributions/contribution-panel.tsx";
import { LedgerPanel } from "#client/features/contributions/ledger-panel.tsx";
import { isNarrowed, ledgerRoute } from "#client/features/contributions/ledger-search.ts";
import { ProposeDialog } from "#client/features/contributions/propose-dialog.tsx";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { NothingFound } from "#client/ui/nothing-found.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { SearchField } from "#client/ui/search-field.tsx";

/** The ledger of a project: the balance of the members, every line this person sees, and the talk about each of them. */
export function ContributionListPage() {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const search = useSearch({ from: ledgerRoute });
  const list = useListSearch({ by: "member", isDescending: false });
  const [isProposing, setProposing] = useState(false);
  const { data: options } = useQuery(trpc.contribution.options.queryOptions({ projectId }));
  const isFiltered = isNarrowed(search, list.q);
  const select = (selected: string | undefined) =>
    list.filterBy({ selected, page: list.page === 1 ? undefined : list.page });
  const proposeButton = options?.members.some((member) => member.mayPropose) ? (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setProposing(true)}>
      {t("contributions:new")}
    </Button>
  ) : null;
  const empty = isFiltered ? (
    <NothingFound onReset={list.reset} />
  ) : (
    <EmptyState kind="nothing-yet" title={t("contributions:none")} action={proposeButton}>
      {t("contributions:noneText")}
    </EmptyState>
  );
  return (
    <>
      <PageHeader
        title={t("frame:contributions")}
        description={t("contributions:description")}
        actions={proposeButton}
      />
      {options === undefined ? null : <BalancePanel projectId={projectId} options={options} isOpen={!isFiltered} />}
      <FilterBar isFiltered={isFiltered} onReset={list.reset}>
        <SearchField value={list.q} onSearch={list.searchFor} />
        <ContributionFilters chosen={search} options={options} onChoose={list.filterBy} />
      </FilterBar>
      <LedgerPanel projectId={projectId} list={list} empty={empty} />
      <ContributionPanel id={search.selected} onClose={() => select(undefined)} />
      <ProposeDialog
        isOpen={isProposing}
        projectId={projectId}
        options={options}
        onClose={() => setProposing(false)}
        onDone={select}
      />
    </>
  );
}
