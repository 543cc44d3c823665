import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { AgreeBar } from "#client/features/contributions/agree-bar.tsx";
import { choiceColumn } from "#client/features/contributions/choice-column.tsx";
import { contributionColumns } from "#client/features/contributions/contribution-columns.tsx";
import { ledgerInput, ledgerRoute } from "#client/features/contributions/ledger-search.ts";
import { StateTotalList } from "#client/features/contributions/state-total-list.tsx";
import type { useListSearch } from "#client/lib/use-list-search.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { Pager } from "#client/ui/pager.tsx";

type Props = { projectId: string; list: ReturnType<typeof useListSearch>; empty: ReactNode };

/** The lines of the ledger with their sums by state; those that wait for this person can be agreed to at once. */
export function LedgerPanel({ projectId, list, empty }: Props) {
  const { t } = useTranslation();
  const search = useSearch({ from: ledgerRoute });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const input = ledgerInput(projectId, search, list);
  const found = useQuery(trpc.contribution.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const rows = found.data?.rows;
  const currency = found.data?.currency ?? "EUR";
  const columns = contributionColumns(t, currency);
  if (rows?.some(({ mayAgree }) => mayAgree)) columns.push(choiceColumn(t, chosen, setChosen));
  return (
    <>
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      <PagePanel isFlush>
        <StateTotalList totals={found.data?.totals ?? []} currency={currency} />
        <AgreeBar projectId={projectId} rows={rows ?? []} chosen={chosen} onChoose={setChosen} />
        <DataTable
          label={t("frame:contributions")}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowLink={(row) => ({
            to: ledgerRoute,
            params: { projectId },
            search: { ...search, selected: row.id },
            resetScroll: false,
          })}
          sort={list.sort}
          onSort={list.sortBy}
          empty={empty}
        />
        <Pager page={list.page} pageSize={input.pageSize} total={found.data?.total ?? 0} onPage={list.goTo} />
      </PagePanel>
    </>
  );
}
