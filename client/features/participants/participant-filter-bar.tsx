import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { useListSearch } from "#client/lib/use-list-search.ts";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { FilterSelect } from "#client/ui/filter-select.tsx";
import { SearchField } from "#client/ui/search-field.tsx";
import { participantRoles, participantStates } from "#shared/features/participants/participant-words.ts";

/** Search and filters of the members; all of them live in the address. */
export function ParticipantFilterBar({ list }: { list: ReturnType<typeof useListSearch> }) {
  const { t } = useTranslation();
  const { role, state } = useSearch({ from: "/projects/$projectId/members" });
  return (
    <FilterBar isFiltered={list.isFiltered} onReset={list.reset}>
      <SearchField value={list.q} onSearch={list.searchFor} />
      <FilterSelect
        label={t("participants:roleTitle")}
        allLabel={t("common:all")}
        value={role}
        options={participantRoles.map((value) => ({ value, label: t(`participants:role.${value}`) }))}
        onChoose={(value) => list.filterBy({ role: value })}
      />
      <FilterSelect
        label={t("participants:stateTitle")}
        allLabel={t("common:all")}
        value={state}
        options={participantStates.map((value) => ({ value, label: t(`participants:state.${value}`) }))}
        onChoose={(value) => list.filterBy({ state: value })}
      />
    </FilterBar>
  );
}
