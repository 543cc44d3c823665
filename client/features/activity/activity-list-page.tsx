import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ChangeDayList } from "#client/features/activity/change-day-list.tsx";
import { ProjectBinButton } from "#client/features/activity/project-bin-button.tsx";
import { changesByDay } from "#client/features/activity/change-groups.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { FilterSelect } from "#client/ui/filter-select.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { NothingFound } from "#client/ui/nothing-found.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { EntityName } from "#shared/features/changes/change-words.ts";

const filterable = [
  "project",
  "participant",
  "stream",
  "contribution",
  "period",
  "update",
  "milestone",
  "task",
  "task-link",
  "deliverable",
] as const satisfies readonly EntityName[];

/** The history of a project, newest first: who changed what, for whom, and what stood there before. */
export function ActivityListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const { entity: chosen } = useSearch({ from: "/projects/$projectId/activity" });
  const list = useListSearch({ by: "seq", isDescending: true });
  const entity = filterable.find((name) => name === chosen);
  const project = useQuery(trpc.project.show.queryOptions({ projectId }));
  const found = useInfiniteQuery(
    trpc.change.list.infiniteQueryOptions(
      { projectId, entity, limit: 50 },
      { getNextPageParam: (page) => page.nextBeforeSeq ?? undefined, initialCursor: undefined },
    ),
  );
  const pages = found.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const days = changesByDay(rows, (at) => format.day(new Date(at).toLocaleDateString("sv")));
  const labels = Object.fromEntries(pages.flatMap((page) => Object.entries(page.labels)));
  const options = filterable.map((value) => ({ value, label: t(`activity:entities.${value}`) }));
  return (
    <>
      <PageHeader
        title={t("frame:activity")}
        description={t("activity:description")}
        actions={project.data?.may.revise ? <ProjectBinButton projectId={projectId} /> : undefined}
      />
      <FilterBar isFiltered={entity !== undefined} onReset={list.reset}>
        <FilterSelect
          label={t("activity:kindOfRecord")}
          allLabel={t("activity:all")}
          value={entity}
          options={options}
          onChoose={(value) => list.filterBy({ entity: value })}
        />
      </FilterBar>
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {found.data && days.length === 0 ? (
        entity ? (
          <NothingFound onReset={list.reset} />
        ) : (
          <EmptyState kind="nothing-yet" title={t("activity:none")}>
            {t("activity:noneHint")}
          </EmptyState>
        )
      ) : null}
      {days.length > 0 ? (
        <PagePanel>
          <ChangeDayList days={days} labels={labels} currency={project.data?.currency ?? "EUR"} />
          {found.hasNextPage ? (
            <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t("activity:earlier")}
            </Button>
          ) : null}
        </PagePanel>
      ) : null}
    </>
  );
}
