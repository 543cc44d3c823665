import { Button, Tabs } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { PeriodBar } from "#client/features/reporting/period-bar.tsx";
import { ReviewList } from "#client/features/reporting/review-list.tsx";
import { TodoList } from "#client/features/reporting/todo-list.tsx";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";

/** Reporting of a project: what we write, and what was handed in to be read or answered. */
export function UpdateListPage() {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const search = useSearch({ from: "/projects/$projectId/updates" });
  const list = useListSearch({ by: "submitted", isDescending: false });
  const found = useQuery(trpc.period.list.queryOptions({ projectId }));
  const generate = useMutation(trpc.period.generate.mutationOptions());
  const periods = found.data;
  const period =
    periods?.rows.find(({ id }) => id === search.period) ?? periods?.rows.find(({ id }) => id === periods.currentId);
  const wanted =
    search.tab ??
    (periods?.may.review && !(periods.may.report && (period?.counts.returned ?? 0) > 0) ? "review" : "write");
  const tab = periods?.may.report ? wanted : "review";
  return (
    <>
      <PageHeader title={t("frame:updates")} description={t("reporting:description")} />
      <FaultAlert error={found.error ?? generate.error} />
      {periods === undefined ? (
        found.error ? null : (
          <Loading />
        )
      ) : period === undefined ? (
        <EmptyState
          kind="nothing-yet"
          title={t("reporting:noPeriods")}
          action={
            periods.may.plan ? (
              <Button loading={generate.isPending} onClick={() => generate.mutate({ projectId })}>
                {t("reporting:generate")}
              </Button>
            ) : undefined
          }
        >
          {t("reporting:noPeriodsText")}
        </EmptyState>
      ) : (
        <>
          <PeriodBar periods={periods} period={period} onChoose={(next) => list.filterBy({ period: next })} />
          <Tabs
            value={tab}
            onChange={(next) => list.filterBy({ tab: next ?? undefined, state: undefined, q: undefined })}
            keepMounted={false}
          >
            <Tabs.List mb="md">
              {periods.may.report ? <Tabs.Tab value="write">{t("reporting:toWrite")}</Tabs.Tab> : null}
              <Tabs.Tab value="review">
                {periods.may.review
                  ? t("reporting:toReview", { count: period.counts.submitted })
                  : t("reporting:handedIn")}
              </Tabs.Tab>
            </Tabs.List>
            {periods.may.report ? (
              <Tabs.Panel value="write">
                <TodoList projectId={projectId} periodId={period.id} />
              </Tabs.Panel>
            ) : null}
            <Tabs.Panel value="review">
              <ReviewList key={period.id} projectId={projectId} periodId={period.id} chosen={search} list={list} />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </>
  );
}
