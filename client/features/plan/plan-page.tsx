import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { CalendarButton } from "#client/features/calendar/calendar-button.tsx";
import { PlanActions } from "#client/features/plan/plan-actions.tsx";
import { PlanFilters } from "#client/features/plan/plan-filters.tsx";
import { PlanPanel } from "#client/features/plan/plan-panel.tsx";
import { isNarrowed, planRoute } from "#client/features/plan/plan-search.ts";
import { PlanTable } from "#client/features/plan/plan-table.tsx";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { useNow } from "#client/lib/use-now.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { SearchField } from "#client/ui/search-field.tsx";
import { dayOf } from "#shared/dates.ts";

const GanttView = lazy(async () => ({
  default: (await import("#client/features/plan/gantt-view.tsx")).GanttView,
}));

/** The work plan of a project: tasks, what they wait for, deliverables and milestones, as tables or as a Gantt. */
export function PlanPage() {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const search = useSearch({ from: planRoute });
  const list = useListSearch({ by: "code", isDescending: false });
  const today = dayOf(useNow());
  const found = useQuery(trpc.plan.show.queryOptions({ projectId }));
  const plan = found.data;
  const select = (selected: string | undefined) => list.filterBy({ selected });
  const isGantt = search.view === "gantt";
  const reset = () => list.filterBy({ q: undefined, stream: undefined, participant: undefined, kind: undefined });
  const actions =
    plan === undefined ? null : (
      <>
        <SegmentedControl
          aria-label={t("plan:view.title")}
          value={isGantt ? "gantt" : "table"}
          data={(["table", "gantt"] as const).map((value) => ({ value, label: t(`plan:view.${value}`) }))}
          onChange={(view) => list.filterBy({ view: view === "gantt" ? "gantt" : undefined })}
        />
        <CalendarButton projectId={projectId} />
        <PlanActions plan={plan} onDone={select} />
      </>
    );
  return (
    <>
      <PageHeader title={t("frame:plan")} description={t("plan:description")} actions={actions} />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {plan === undefined ? found.error === null ? <Loading /> : null : null}
      {plan?.streams.length === 0 ? (
        <EmptyState kind="nothing-yet" title={t("plan:noStreams")}>
          {t("plan:noStreamsText")}
        </EmptyState>
      ) : null}
      {plan === undefined || plan.streams.length === 0 ? null : isGantt ? (
        <Suspense fallback={<Loading />}>
          <GanttView
            plan={plan}
            selectedId={search.selected ?? null}
            onOpen={(kind, id) => (kind === "milestone" ? undefined : select(id))}
          />
        </Suspense>
      ) : (
        <>
          <FilterBar isFiltered={isNarrowed(search)} onReset={reset}>
            <SearchField value={list.q} onSearch={list.searchFor} />
            <PlanFilters plan={plan} search={search} onChoose={list.filterBy} />
          </FilterBar>
          <PlanTable plan={plan} search={search} today={today} onReset={reset} />
        </>
      )}
      {plan === undefined ? null : <PlanPanel plan={plan} id={search.selected} onClose={() => select(undefined)} />}
    </>
  );
}
