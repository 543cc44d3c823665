import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import type { useListSearch } from "#client/lib/use-list-search.ts";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { FilterSelect } from "#client/ui/filter-select.tsx";
import { SearchField } from "#client/ui/search-field.tsx";
import type { UpdateList } from "#shared/features/reporting/update.ts";
import { updateStates } from "#shared/features/reporting/update-words.ts";

type Props = {
  projectId: string;
  chosen: { state?: string | undefined; participant?: string | undefined };
  counts: UpdateList["counts"] | undefined;
  list: ReturnType<typeof useListSearch>;
  isFiltered: boolean;
  onReset: () => void;
};

/** Filters of the reports: text, state with its count, member. */
export function ReviewFilters({ projectId, chosen, counts, list, isFiltered, onReset }: Props) {
  const { t } = useTranslation();
  const options = useQuery(trpc.contribution.options.queryOptions({ projectId }));
  const states = updateStates.map((value) => ({
    value,
    label: `${t(`reporting:state.${value}`)} (${counts?.[value] ?? 0})`,
  }));
  const members = (options.data?.members ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FilterBar isFiltered={isFiltered} onReset={onReset}>
      <SearchField value={list.q} onSearch={list.searchFor} />
      <FilterSelect
        label={t("contributions:state.title")}
        allLabel={t("common:all")}
        value={chosen.state}
        options={states}
        onChoose={(state) => list.filterBy({ state })}
      />
      <FilterSelect
        label={t("contributions:member")}
        allLabel={t("common:all")}
        value={chosen.participant}
        options={members}
        onChoose={(participant) => list.filterBy({ participant })}
      />
    </FilterBar>
  );
}
