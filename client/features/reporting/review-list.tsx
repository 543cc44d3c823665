import { Button } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/reporting/report-card.module.css";
import { ReviewCard } from "#client/features/reporting/review-card.tsx";
import type { useListSearch } from "#client/lib/use-list-search.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { FilterSelect } from "#client/ui/filter-select.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { NothingFound } from "#client/ui/nothing-found.tsx";
import { Pager } from "#client/ui/pager.tsx";
import { SearchField } from "#client/ui/search-field.tsx";
import { updateStates } from "#shared/features/reporting/update-words.ts";

const pageSize = 30;
type Props = {
  projectId: string;
  periodId: string;
  chosen: { state?: string | undefined; participant?: string | undefined };
  list: ReturnType<typeof useListSearch>;
};

/** Reports of a period as cards, waiting ones first; the coordinator accepts one, many, or gives one back. */
export function ReviewList({ projectId, periodId, chosen: filter, list }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const state = updateStates.find((word) => word === filter.state);
  const input = {
    projectId,
    periodId,
    state,
    participantId: filter.participant,
    search: list.q,
    page: list.page,
    pageSize,
  };
  const found = useQuery(trpc.update.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const options = useQuery(trpc.contribution.options.queryOptions({ projectId }));
  const accept = useMutation(trpc.update.acceptMany.mutationOptions({ onSuccess: () => setChosen(new Set()) }));
  const rows = found.data?.rows ?? [];
  const open = rows.filter(({ mayReview }) => mayReview);
  const refs = open.filter(({ id }) => chosen.has(id)).map(({ id, version }) => ({ id, version }));
  const isFiltered = list.q !== "" || state !== undefined || filter.participant !== undefined;
  const counted = (word: (typeof updateStates)[number]) =>
    `${t(`reporting:state.${word}`)} (${found.data?.counts[word] ?? 0})`;
  const choose = (id: string, isChosen: boolean) =>
    setChosen(isChosen ? new Set([...chosen, id]) : new Set([...chosen].filter((each) => each !== id)));
  return (
    <div className={classes["list"]}>
      <FilterBar
        isFiltered={isFiltered}
        onReset={() => list.filterBy({ q: undefined, state: undefined, participant: undefined })}
      >
        <SearchField value={list.q} onSearch={list.searchFor} />
        <FilterSelect
          label={t("contributions:state.title")}
          allLabel={t("common:all")}
          value={state}
          options={updateStates.map((value) => ({ value, label: counted(value) }))}
          onChoose={(next) => list.filterBy({ state: next })}
        />
        <FilterSelect
          label={t("contributions:member")}
          allLabel={t("common:all")}
          value={filter.participant}
          options={(options.data?.members ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(participant) => list.filterBy({ participant })}
        />
      </FilterBar>
      <FaultAlert error={found.error ?? accept.error} />
      {open.length < 2 ? null : (
        <div className={classes["bar"]} data-chrome>
          <Button
            size="xs"
            variant="default"
            onClick={() => setChosen(refs.length === open.length ? new Set() : new Set(open.map(({ id }) => id)))}
          >
            {t(refs.length === open.length ? "contributions:chooseNone" : "contributions:chooseAll")}
          </Button>
          <Button
            size="xs"
            disabled={refs.length === 0}
            loading={accept.isPending}
            onClick={() => accept.mutate({ projectId, updates: refs })}
          >
            {t("reporting:acceptChosen", { count: refs.length })}
          </Button>
        </div>
      )}
      {accept.data === undefined ? null : (
        <p role="status" className={classes["quiet"]}>
          {t("reporting:acceptedCount", { count: accept.data.done })}
        </p>
      )}
      {found.data === undefined && !found.error ? <Loading /> : null}
      {rows.map((update) => (
        <ReviewCard
          key={update.id}
          update={update}
          currency={found.data?.currency ?? "EUR"}
          isChosen={chosen.has(update.id)}
          onChoose={(isChosen) => choose(update.id, isChosen)}
        />
      ))}
      {found.data !== undefined && rows.length === 0 ? (
        isFiltered ? (
          <NothingFound onReset={() => list.filterBy({ q: undefined, state: undefined, participant: undefined })} />
        ) : (
          <EmptyState kind="nothing-yet" title={t("reporting:nothingToRead")}>
            {t("reporting:nothingToReadText")}
          </EmptyState>
        )
      ) : null}
      <Pager page={list.page} pageSize={pageSize} total={found.data?.total ?? 0} onPage={list.goTo} />
    </div>
  );
}
