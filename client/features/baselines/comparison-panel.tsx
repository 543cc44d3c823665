import { NativeSelect, SegmentedControl, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/baselines/baselines.module.css";
import { ComparisonResult } from "#client/features/baselines/comparison-result.tsx";
import { sideName } from "#client/features/baselines/comparison-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { FilterSelect } from "#client/ui/filter-select.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { BaselineRow } from "#shared/features/baselines/baseline.ts";
import { contentKinds } from "#shared/features/baselines/plan-content.ts";

type Props = { projectId: string; baselines: readonly BaselineRow[] };

/** Two moments to choose and what changed between them, as sentences or as a table, narrowed by kind and organisation. */
export function ComparisonPanel({ projectId, baselines }: Props) {
  const { t } = useTranslation();
  const search = useSearch({ from: "/projects/$projectId/baselines" });
  const navigate = useNavigate();
  const choose = (part: Record<string, string | undefined>) =>
    void navigate({ to: ".", search: (former: object) => ({ ...former, ...part }), resetScroll: false });
  const usual = baselines.find(({ kind }) => kind === "named") ?? baselines[0];
  const from = baselines.find(({ id }) => id === search.from)?.id ?? usual?.id ?? "last";
  const to = baselines.find(({ id }) => id === search.to)?.id ?? "now";
  const found = useQuery(trpc.baseline.compare.queryOptions({ projectId, from, to }));
  const options = baselines.map((row) => ({ value: row.id, label: sideName(t, row) }));
  const owners = (found.data?.participants ?? []).map(({ id, number, name }) => ({
    value: id,
    label: `${number}. ${name}`,
  }));
  const { kind, owner, view = "sentences" } = search;
  return (
    <PagePanel title={t("baselines:compare")}>
      <div className={classes["sides"]}>
        <NativeSelect
          label={t("baselines:from")}
          value={from}
          data={options}
          onChange={(event) => choose({ from: event.currentTarget.value })}
        />
        <NativeSelect
          label={t("baselines:to")}
          value={to}
          data={[{ value: "now", label: t("baselines:now") }, ...options]}
          onChange={(event) =>
            choose({ to: event.currentTarget.value === "now" ? undefined : event.currentTarget.value })
          }
        />
      </div>
      <FilterBar
        isFiltered={kind !== undefined || owner !== undefined}
        onReset={() => choose({ kind: undefined, owner: undefined })}
      >
        <FilterSelect
          label={t("baselines:kindTitle")}
          allLabel={t("common:all")}
          value={kind}
          options={contentKinds.map((value) => ({ value, label: t(`baselines:kind.${value}`) }))}
          onChoose={(next) => choose({ kind: next })}
        />
        <FilterSelect
          label={t("baselines:organisation")}
          allLabel={t("common:all")}
          value={owner}
          options={owners}
          onChoose={(next) => choose({ owner: next })}
        />
        <SegmentedControl
          aria-label={t("baselines:view.title")}
          value={view}
          data={(["sentences", "table"] as const).map((value) => ({ value, label: t(`baselines:view.${value}`) }))}
          onChange={(next) => choose({ view: next === "sentences" ? undefined : next })}
        />
      </FilterBar>
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.data ? (
        <ComparisonResult comparison={found.data} kind={kind} owner={owner} view={view} />
      ) : (
        <Skeleton height={160} />
      )}
    </PagePanel>
  );
}
