import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { PeriodBar } from "#client/features/reporting/period-bar.tsx";
import { ReportTabs } from "#client/features/reporting/report-tabs.tsx";
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
  // Whoever closes the period at hand goes on looking at it, though another one is reported on from now on.
  const [shownId, setShownId] = useState<string | null>(null);
  if (shownId === null && typeof periods?.currentId === "string") setShownId(periods.currentId);
  const wanted = [search.period, shownId, periods?.currentId];
  const period = wanted.flatMap((id) => periods?.rows.find((row) => row.id === id) ?? []).at(0);
  const makePeriods = periods?.may.plan ? (
    <Button loading={generate.isPending} onClick={() => generate.mutate({ projectId })}>
      {t("reporting:generate")}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={t("frame:updates")} description={t("reporting:description")} />
      <FaultAlert error={found.error ?? generate.error} />
      {periods === undefined && found.error === null ? <Loading /> : null}
      {periods !== undefined && period === undefined ? (
        <EmptyState kind="nothing-yet" title={t("reporting:noPeriods")} action={makePeriods}>
          {t("reporting:noPeriodsText")}
        </EmptyState>
      ) : null}
      {periods !== undefined && period !== undefined ? (
        <>
          <PeriodBar
            projectId={projectId}
            periods={periods}
            period={period}
            onChoose={(next) => list.filterBy({ period: next })}
          />
          <ReportTabs projectId={projectId} may={periods.may} period={period} search={search} list={list} />
        </>
      ) : null}
    </>
  );
}
