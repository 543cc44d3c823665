import { NativeSelect, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/baselines/baselines.module.css";
import { ComparisonFilters } from "#client/features/baselines/comparison-filters.tsx";
import { ComparisonResult } from "#client/features/baselines/comparison-result.tsx";
import { sideName } from "#client/features/baselines/comparison-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { BaselineRow } from "#shared/features/baselines/baseline.ts";

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
      <ComparisonFilters participants={found.data?.participants ?? []} search={search} onChoose={choose} />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.data ? (
        <ComparisonResult comparison={found.data} kind={kind} owner={owner} view={view} />
      ) : (
        <Skeleton height={160} />
      )}
    </PagePanel>
  );
}
