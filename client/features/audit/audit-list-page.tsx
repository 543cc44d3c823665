import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { AccessAdministrationPanel } from "#client/features/access/access-administration-panel.tsx";
import { AuditFilters } from "#client/features/audit/audit-filters.tsx";
import { HistoryCheckPanel } from "#client/features/audit/history-check-panel.tsx";
import classes from "#client/features/audit/audit.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { type Column, DataTable } from "#client/ui/data-table.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { NothingFound } from "#client/ui/nothing-found.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { Pager } from "#client/ui/pager.tsx";
import type { AuditRow } from "#shared/features/audit/audit.ts";

const pageSize = 50;

/** To administrators: refused calls, openings of a member's part, accounts and work on the installation; and whether the history is whole. */
export function AuditListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, person, on } = useSearch({ from: "/administration/audit" });
  const list = useListSearch({ by: "seq", isDescending: true });
  const input = {
    kind,
    personId: person,
    on: /^\d{4}-\d{2}-\d{2}$/.test(on ?? "") ? on : undefined,
    page: list.page,
    pageSize,
  };
  const found = useQuery(trpc.audit.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const isFiltered = kind !== undefined || person !== undefined || on !== undefined;
  return (
    <>
      <PageHeader title={t("frame:audit")} description={t("audit:description")} />
      <div className={classes["check"]}>
        <HistoryCheckPanel />
        <AccessAdministrationPanel />
      </div>
      <AuditFilters people={found.data?.people ?? []} />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.error ? null : (
        <PagePanel isFlush>
          <DataTable
            label={t("frame:audit")}
            columns={columns(t, format.instant)}
            rows={found.data?.rows}
            rowKey={(row) => String(row.seq)}
            empty={
              isFiltered ? (
                <NothingFound onReset={list.reset} />
              ) : (
                <EmptyState kind="nothing-yet" title={t("audit:none")} />
              )
            }
          />
          <Pager page={list.page} pageSize={pageSize} total={found.data?.total ?? 0} onPage={list.goTo} />
        </PagePanel>
      )}
    </>
  );
}

function columns(t: TFunction, instant: (at: number) => string): Column<AuditRow>[] {
  return [
    { id: "at", header: t("audit:at"), cell: (row) => instant(row.at) },
    { id: "actor", header: t("audit:person"), isName: true, cell: (row) => row.actorName ?? t("activity:system") },
    { id: "kind", header: t("audit:kind"), cell: (row) => t(`audit:kinds.${row.kind}`) },
    { id: "what", header: t("audit:what"), cell: (row) => <span className={classes["call"]}>{whatText(row, t)}</span> },
    { id: "for", header: t("audit:actingFor"), isWideOnly: true, cell: (row) => row.actingForName ?? "–" },
  ];
}

function whatText({ action, path, appCode, aboutName }: AuditRow, t: TFunction): string {
  if (action === "denied-more") return t("audit:more");
  if (path !== null) return `${path} · ${appCode ?? ""}`;
  const done = t(`activity:actions.${action}`, { defaultValue: action });
  return aboutName === null ? done : `${aboutName} – ${done}`;
}
