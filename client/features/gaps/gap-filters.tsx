import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { FilterSelect } from "#client/ui/filter-select.tsx";
import type { GapList } from "#shared/features/gaps/gap.ts";
import { gapGroupings, gapSeverities } from "#shared/features/gaps/gap-words.ts";

type Chosen = {
  owner?: string | undefined;
  kind?: string | undefined;
  severity?: string | undefined;
  grouping?: string | undefined;
};

type Props = { counts: GapList["counts"]; chosen: Chosen; onChoose: (part: Chosen) => void };

/** Whose turn, what is wrong and which kind, each with how many there are; grouped by owner or kind. */
export function GapFilters({ counts, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const owners = counts.owners.flatMap(({ organisationId, name, count }) =>
    organisationId === null ? [] : [{ value: organisationId, label: `${name} (${count})` }],
  );
  const severities = gapSeverities.map((value) => ({
    value,
    label: `${t(`gaps:severity.${value}`)} (${counts[value]})`,
  }));
  const kinds = counts.kinds.map(({ kind, count }) => ({ value: kind, label: `${t(`gaps:kind.${kind}`)} (${count})` }));
  const { owner, kind, severity, grouping } = chosen;
  return (
    <FilterBar
      isFiltered={[owner, kind, severity].some((value) => value !== undefined)}
      onReset={() => onChoose({ owner: undefined, kind: undefined, severity: undefined })}
    >
      <FilterSelect
        label={t("gaps:ownerTitle")}
        allLabel={t("common:all")}
        value={owner}
        options={owners}
        onChoose={(next) => onChoose({ owner: next })}
      />
      <FilterSelect
        label={t("gaps:severityTitle")}
        allLabel={t("common:all")}
        value={severity}
        options={severities}
        onChoose={(next) => onChoose({ severity: next })}
      />
      <FilterSelect
        label={t("gaps:kindTitle")}
        allLabel={t("common:all")}
        value={kind}
        options={kinds}
        onChoose={(next) => onChoose({ kind: next })}
      />
      <SegmentedControl
        aria-label={t("gaps:grouping.title")}
        value={grouping ?? "owner"}
        data={gapGroupings.map((value) => ({ value, label: t(`gaps:grouping.${value}`) }))}
        onChange={(next) => onChoose({ grouping: next === "owner" ? undefined : next })}
      />
    </FilterBar>
  );
}
