import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { riskColumns } from "#client/features/risks/risk-columns.tsx";
import { RiskCreateDialog } from "#client/features/risks/risk-create-dialog.tsx";
import { RiskFilters } from "#client/features/risks/risk-filters.tsx";
import { RiskMatrix } from "#client/features/risks/risk-matrix.tsx";
import classes from "#client/features/risks/risks.module.css";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { NothingFound } from "#client/ui/nothing-found.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";

/** What could go wrong: where each risk stands now, who watches it, and how it stood in each period. */
export function RiskListPage() {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const { owner, state, high } = useSearch({ from: "/projects/$projectId/risks" });
  const list = useListSearch({ by: "number", isDescending: false });
  const [isAdding, setAdding] = useState(false);
  const found = useQuery(trpc.risk.list.queryOptions({ projectId }));
  const { rows, participants = [], mayPlan = false, mayRead = true } = found.data ?? {};
  const shown = rows?.filter(
    (row) =>
      (owner === undefined || row.ownerParticipantId === owner) &&
      (state === undefined || row.present.state === state) &&
      (high !== true || row.isHigh),
  );
  const add = mayPlan ? (
    <Button leftSection={<IconPlus size={17} aria-hidden="true" />} onClick={() => setAdding(true)}>
      {t("risks:create.open")}
    </Button>
  ) : undefined;
  const nothingYet = (
    <EmptyState kind="nothing-yet" title={t("risks:none")} action={add}>
      {t("risks:noneHint")}
    </EmptyState>
  );
  return (
    <>
      <PageHeader title={t("frame:risks")} description={t("risks:description")} actions={add} />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {rows && rows.length > 0 ? (
        <>
          <RiskFilters participants={participants} />
          <PagePanel title={t("risks:matrix")} description={t("risks:matrixHint")}>
            <RiskMatrix rows={shown ?? []} />
          </PagePanel>
        </>
      ) : null}
      {mayRead ? (
        <div className={classes["table"]}>
          <PagePanel isFlush>
            <DataTable
              label={t("frame:risks")}
              columns={found.data ? riskColumns(t, found.data) : []}
              rows={shown}
              rowKey={(row) => row.id}
              empty={list.isFiltered ? <NothingFound onReset={list.reset} /> : nothingYet}
            />
          </PagePanel>
        </div>
      ) : (
        <EmptyState kind="no-right" title={t("risks:noRight")} />
      )}
      {found.data ? (
        <RiskCreateDialog projectId={projectId} list={found.data} isOpen={isAdding} onClose={() => setAdding(false)} />
      ) : null}
    </>
  );
}
