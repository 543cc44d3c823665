import { Checkbox } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { FilterSelect } from "#client/ui/filter-select.tsx";
import { riskStates } from "#shared/features/risks/risk-words.ts";
import type { RiskList } from "#shared/features/risks/risk.ts";

/** Whose risks, in which state, or the high ones only; kept in the address. */
export function RiskFilters({ participants }: Pick<RiskList, "participants">) {
  const { t } = useTranslation();
  const { owner, state, high } = useSearch({ from: "/projects/$projectId/risks" });
  const list = useListSearch({ by: "number", isDescending: false });
  return (
    <FilterBar isFiltered={list.isFiltered} onReset={list.reset}>
      <FilterSelect
        label={t("risks:owner")}
        allLabel={t("common:all")}
        value={owner}
        options={participants.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` }))}
        onChoose={(next) => list.filterBy({ owner: next })}
      />
      <FilterSelect
        label={t("risks:stateTitle")}
        allLabel={t("common:all")}
        value={state}
        options={riskStates.map((value) => ({ value, label: t(`risks:state.${value}`) }))}
        onChoose={(next) => list.filterBy({ state: next })}
      />
      <Checkbox
        label={t("risks:onlyHigh")}
        checked={high === true}
        onChange={(event) => list.filterBy({ high: event.currentTarget.checked ? true : undefined })}
      />
    </FilterBar>
  );
}
