import { Button } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DirectoryFilters } from "#client/features/organisations/directory-filters.ts";
import classes from "#client/features/organisations/organisation-filter-list.module.css";
import { OrganisationSelect } from "#client/features/organisations/organisation-select.tsx";
import { useCountries } from "#client/features/organisations/use-countries.ts";
import type { useListSearch } from "#client/lib/use-list-search.ts";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { FilterSelect } from "#client/ui/filter-select.tsx";
import { SearchField } from "#client/ui/search-field.tsx";
import {
  activityTypes,
  organisationKinds,
  organisationSizes,
  resourceDirections,
  resourceMedia,
  umbrellaKinds,
} from "#shared/features/organisations/organisation-words.ts";

type Props = { list: ReturnType<typeof useListSearch>; filters: DirectoryFilters };

/** Search and filters of the directory; the rarer ones stand behind a button until one of them is in force. */
export function OrganisationFilterList({ list, filters }: Props) {
  const { t } = useTranslation();
  const countries = useCountries();
  const { kind, country, size, activityType, memberOf, direction, medium, resource } = filters;
  const isRareUsed = [size, activityType, direction, medium, resource].some((value) => value !== undefined);
  const [isOpen, setOpen] = useState(isRareUsed);
  const all = t("organisations:list.all");
  const choice = (key: string, value: string | undefined, label: string, group: string, words: readonly string[]) => (
    <FilterSelect
      label={label}
      allLabel={all}
      value={value}
      options={words.map((word) => ({ value: word, label: t(`organisations:${group}.${word}`) }))}
      onChoose={(next) => list.filterBy({ [key]: next })}
    />
  );
  return (
    <FilterBar isFiltered={list.isFiltered} onReset={list.reset}>
      <SearchField value={list.q} onSearch={list.searchFor} label={t("organisations:list.search")} />
      {choice("kind", kind, t("organisations:field.kind"), "kind", organisationKinds)}
      <FilterSelect
        label={t("organisations:field.country")}
        allLabel={all}
        value={country}
        options={countries}
        onChoose={(next) => list.filterBy({ country: next })}
      />
      <div className={classes["cluster"]}>
        <OrganisationSelect
          label={t("organisations:list.cluster")}
          isLabelHidden
          kinds={[...umbrellaKinds]}
          value={memberOf ?? null}
          onChoose={(organisation) => list.filterBy({ cluster: organisation?.id })}
        />
      </div>
      <Button
        variant="default"
        leftSection={<IconAdjustmentsHorizontal size={17} aria-hidden="true" />}
        aria-expanded={isOpen || isRareUsed}
        onClick={() => setOpen(!isOpen)}
        disabled={isRareUsed}
      >
        {t(isOpen || isRareUsed ? "organisations:list.fewerFilters" : "organisations:list.moreFilters")}
      </Button>
      {isOpen || isRareUsed ? (
        <div className={classes["rare"]}>
          {choice("size", size, t("organisations:field.size"), "size", organisationSizes)}
          {choice("activity", activityType, t("organisations:field.activityType"), "activityType", activityTypes)}
          {choice("direction", direction, t("organisations:list.resource"), "direction", resourceDirections)}
          {choice("medium", medium, t("organisations:resource.medium"), "medium", resourceMedia)}
          <SearchField
            value={resource ?? ""}
            onSearch={(text) => list.filterBy({ resource: text === "" ? undefined : text })}
            label={t("organisations:list.resourceText")}
          />
        </div>
      ) : null}
    </FilterBar>
  );
}
