import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { FilterSelect } from "#client/ui/filter-select.tsx";
import type { Comparison } from "#shared/features/baselines/baseline.ts";
import { contentKinds } from "#shared/features/baselines/plan-content.ts";

type Search = { kind?: string | undefined; owner?: string | undefined; view?: string | undefined };
type Props = { participants: Comparison["participants"]; search: Search; onChoose: (part: Search) => void };

/** Which changes are shown, and how. */
export function ComparisonFilters({ participants, search, onChoose }: Props) {
  const { t } = useTranslation();
  const { kind, owner, view = "sentences" } = search;
  const owners = participants.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` }));
  return (
    <FilterBar
      isFiltered={kind !== undefined || owner !== undefined}
      onReset={() => onChoose({ kind: undefined, owner: undefined })}
    >
      <FilterSelect
        label={t("baselines:kindTitle")}
        allLabel={t("common:all")}
        value={kind}
        options={contentKinds.map((value) => ({ value, label: t(`baselines:kind.${value}`) }))}
        onChoose={(next) => onChoose({ kind: next })}
      />
      <FilterSelect
        label={t("baselines:organisation")}
        allLabel={t("common:all")}
        value={owner}
        options={owners}
        onChoose={(next) => onChoose({ owner: next })}
      />
      <SegmentedControl
        aria-label={t("baselines:view.title")}
        value={view}
        data={(["sentences", "table"] as const).map((value) => ({ value, label: t(`baselines:view.${value}`) }))}
        onChange={(next) => onChoose({ view: next === "sentences" ? undefined : next })}
      />
    </FilterBar>
  );
}
