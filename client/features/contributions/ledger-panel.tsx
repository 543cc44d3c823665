import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { useCommentCounts } from "#client/features/comments/use-comment-counts.ts";
import { BulkBar } from "#client/features/contributions/bulk-bar.tsx";
import { choiceColumn } from "#client/features/contributions/choice-column.tsx";
import { contributionColumns } from "#client/features/contributions/contribution-columns.tsx";
import { ledgerInput, ledgerRoute } from "#client/features/contributions/ledger-search.ts";
import { StateTotalList } from "#client/features/contributions/state-total-list.tsx";
import { useChoice } from "#client/features/contributions/use-choice.ts";
import type { useListSearch } from "#client/lib/use-list-search.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { Pager } from "#client/ui/pager.tsx";
import type { ContributionRow } from "#shared/features/contributions/contribution-views.ts";

type Props = { projectId: string; list: ReturnType<typeof useListSearch>; empty: ReactNode };

/** The lines of the ledger with their sums by state; what can be done with many of them is done for the chosen ones. */
export function LedgerPanel({ projectId, list, empty }: Props) {
  const { t } = useTranslation();
  const search = useSearch({ from: ledgerRoute });
  const input = ledgerInput(projectId, search, list);
  const found = useQuery(trpc.contribution.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const comments = useCommentCounts(projectId, "contribution");
  const rows = found.data?.rows;
  const currency = found.data?.currency ?? "EUR";
  const mayScale = found.data?.mayScale ?? false;
  const isChoosable = (row: ContributionRow) =>
    row.mayAgree ||
    row.mayWithdraw ||
    row.maySetConfidentiality ||
    row.amendment?.mayAnswer === true ||
    (mayScale && row.mayAmend);
  const choosable = (rows ?? []).filter(isChoosable);
  const { chosen, choose, toggle, pressed } = useChoice(choosable.map(({ id }) => id));
  const columns = contributionColumns(t, currency, comments);
  if (choosable.length > 0) columns.push(choiceColumn(t, { isChoosable, chosen, onToggle: toggle }));
  return (
    <>
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      <PagePanel isFlush>
        <StateTotalList totals={found.data?.totals ?? []} currency={currency} />
        <BulkBar
          projectId={projectId}
          currency={currency}
          rows={rows ?? []}
          choosable={choosable}
          mayScale={mayScale}
          chosen={chosen}
          onChoose={choose}
        />
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the key x of the rows inside, which have focus themselves */}
        <div onKeyDown={pressed}>
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
        </div>
        <Pager page={list.page} pageSize={input.pageSize} total={found.data?.total ?? 0} onPage={list.goTo} />
      </PagePanel>
    </>
  );
}
