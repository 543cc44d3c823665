import { Button } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DirectoryFilters } from "#client/features/organisations/directory-filters.ts";
import { DirectoryWordFilter } from "#client/features/organisations/directory-word-filter.tsx";
import classes from "#client/features/organisations/organisation-filter-list.module.css";
import { OrganisationRareFilterList } from "#client/features/organisations/organisation-rare-filter-list.tsx";
import { OrganisationSelect } from "#client/features/organisations/organisation-select.tsx";
import { useCountries } from "#client/features/organisations/use-countries.ts";
import type { useListSearch } from "#client/lib/use-list-search.ts";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { FilterSelect } from "#client/ui/filter-select.tsx";
import { SearchField } from "#client/ui/search-field.tsx";
import { organisationKinds, umbrellaKinds } from "#shared/features/organisations/organisation-words.ts";

type Props = { list: ReturnType<typeof useListSearch>; filters: DirectoryFilters };

/** Search and filters of the directory; the rarer ones stand behind a button until one of them is in force. */
export function OrganisationFilterList({ list, filters }: Props) {
  const { t } = useTranslation();
  const countries = useCountries();
  const { kind, country, memberOf, size, activityType, direction, medium, resource } = filters;
  const isRareUsed = [size, activityType, direction, medium, resource].some((value) => value !== undefined);
  const [isOpen, setOpen] = useState(false);
  const isShown = isOpen || isRareUsed;
  return (
    <FilterBar isFiltered={list.isFiltered} onReset={list.reset}>
      <SearchField value={list.q} onSearch={list.searchFor} label={t("organisations:list.search")} />
      <DirectoryWordFilter
        label={t("organisations:field.kind")}
        group="kind"
        words={organisationKinds}
        value={kind}
        onChoose={(next) => list.filterBy({ kind: next })}
      />
      <div className={classes["filter"]}>
        <FilterSelect
          label={t("organisations:field.country")}
          allLabel={t("organisations:list.all")}
          value={country}
          options={countries}
          onChoose={(next) => list.filterBy({ country: next })}
        />
      </div>
      <div className={classes["cluster"]}>
        <OrganisationSelect
          label={t("organisations:list.cluster")}
          isLabelHidden
          kinds={[...umbrellaKinds]}
          value={memberOf ?? null}
          onChoose={(organisation) => list.filterBy({ cluster: organisation?.id })}
        />
      </div>
      {isRareUsed ? null : (
        <Button
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={17} aria-hidden="true" />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? "organisations:list.fewerFilters" : "organisations:list.moreFilters")}
        </Button>
      )}
      {isShown ? <OrganisationRareFilterList filters={filters} onFilter={list.filterBy} /> : null}
    </FilterBar>
  );
}
