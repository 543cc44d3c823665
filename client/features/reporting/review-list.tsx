import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { AcceptBar } from "#client/features/reporting/accept-bar.tsx";
import classes from "#client/features/reporting/report-card.module.css";
import { ReviewCard } from "#client/features/reporting/review-card.tsx";
import { ReviewFilters } from "#client/features/reporting/review-filters.tsx";
import type { useListSearch } from "#client/lib/use-list-search.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { NothingFound } from "#client/ui/nothing-found.tsx";
import { Pager } from "#client/ui/pager.tsx";
import { updateStates } from "#shared/features/reporting/update-words.ts";

const pageSize = 30;
type Props = {
  projectId: string;
  periodId: string;
  filter: { state?: string | undefined; participant?: string | undefined };
  list: ReturnType<typeof useListSearch>;
};

/** Reports of a period as cards, waiting ones first; the coordinator accepts one, many, or gives one back. */
export function ReviewList({ projectId, periodId, filter, list }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const state = updateStates.find((word) => word === filter.state);
  const page = { search: list.q, page: list.page, pageSize };
  const input = { projectId, periodId, state, participantId: filter.participant, ...page };
  const found = useQuery(trpc.update.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const rows = found.data?.rows ?? [];
  const isFiltered = list.q !== "" || state !== undefined || filter.participant !== undefined;
  const reset = () => list.filterBy({ q: undefined, state: undefined, participant: undefined });
  const shared = { projectId, list, isFiltered, onReset: reset };
  const choose = (id: string, isChosen: boolean) =>
    setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((each) => each !== id)));
  const empty = isFiltered ? (
    <NothingFound onReset={reset} />
  ) : (
    <EmptyState kind="nothing-yet" title={t("reporting:nothingToRead")}>
      {t("reporting:nothingToReadText")}
    </EmptyState>
  );
  return (
    <div className={classes["list"]}>
      <ReviewFilters {...shared} chosen={filter} counts={found.data?.counts} />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      <AcceptBar projectId={projectId} rows={rows} chosen={chosen} onChoose={setChosen} />
      {found.data === undefined && found.error === null ? <Loading /> : null}
      {rows.map((update) => (
        <ReviewCard
          key={update.id}
          update={update}
          currency={found.data?.currency ?? "EUR"}
          isChosen={chosen.has(update.id)}
          onChoose={(isChosen) => choose(update.id, isChosen)}
        />
      ))}
      {found.data !== undefined && rows.length === 0 ? empty : null}
      <Pager page={list.page} pageSize={pageSize} total={found.data?.total ?? 0} onPage={list.goTo} />
    </div>
  );
}
