import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { GapFilters } from "#client/features/gaps/gap-filters.tsx";
import { GapGroupPanel } from "#client/features/gaps/gap-group-panel.tsx";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { NothingFound } from "#client/ui/nothing-found.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import { Pager } from "#client/ui/pager.tsx";

const PAGE_SIZE = 100;

/** Everything missing, contradictory or late in a project: whose turn it is, the way there, and one tap to remind. */
export function GapListPage() {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const { owner, kind, severity, grouping = "owner" } = useSearch({ from: "/projects/$projectId/gaps" });
  const { page, goTo, filterBy } = useListSearch({ by: "", isDescending: false });
  const input = { projectId, organisationId: owner, kind, severity, grouping, page, pageSize: PAGE_SIZE };
  const found = useQuery(trpc.gap.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const list = found.data;
  const rows = list?.rows ?? [];
  const groups = Map.groupBy(rows, (gap) => (grouping === "owner" ? gap.owner.organisationId : gap.kind));
  return (
    <>
      <PageHeader title={t("frame:gaps")} description={t("gaps:description")} />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {list?.counts.all === 0 ? (
        <EmptyState kind="nothing-yet" title={t("gaps:clear")}>
          {t("gaps:clearText")}
        </EmptyState>
      ) : null}
      {list && list.counts.all > 0 ? (
        <>
          <GapFilters counts={list.counts} chosen={{ owner, kind, severity, grouping }} onChoose={filterBy} />
          {rows.length === 0 ? (
            <NothingFound onReset={() => filterBy({ owner: undefined, kind: undefined, severity: undefined })} />
          ) : null}
          {[...groups].map(([id, own]) => (
            <GapGroupPanel key={id ?? ""} projectId={projectId} rows={own} list={list} grouping={grouping} />
          ))}
          {list.total > PAGE_SIZE ? <Pager page={page} pageSize={PAGE_SIZE} total={list.total} onPage={goTo} /> : null}
        </>
      ) : null}
    </>
  );
}
