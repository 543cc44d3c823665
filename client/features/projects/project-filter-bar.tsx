import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { OrganisationSelect } from "#client/features/organisations/organisation-select.tsx";
import { useCountries } from "#client/features/organisations/use-countries.ts";
import classes from "#client/features/projects/project-list.module.css";
import type { useListSearch } from "#client/lib/use-list-search.ts";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { FilterSelect } from "#client/ui/filter-select.tsx";
import { SearchField } from "#client/ui/search-field.tsx";
import { participantRoles } from "#shared/features/participants/participant-words.ts";
import { projectStatuses, projectVisibilities } from "#shared/features/projects/project-words.ts";

/** Search and filters of the portfolio; all of them live in the address. */
export function ProjectFilterBar({ list }: { list: ReturnType<typeof useListSearch> }) {
  const { t } = useTranslation();
  const countries = useCountries();
  const { status, role, country, cluster, visibility } = useSearch({ from: "/projects/" });
  const all = t("common:all");
  return (
    <FilterBar isFiltered={list.isFiltered} onReset={list.reset}>
      <SearchField value={list.q} onSearch={list.searchFor} />
      <FilterSelect
        label={t("projects:statusTitle")}
        allLabel={all}
        value={status}
        options={projectStatuses.map((value) => ({ value, label: t(`projects:status.${value}`) }))}
        onChoose={(value) => list.filterBy({ status: value })}
      />
      <FilterSelect
        label={t("projects:ourRole")}
        allLabel={all}
        value={role}
        options={[...participantRoles, "none"].map((value) => ({ value, label: t(`participants:role.${value}`) }))}
        onChoose={(value) => list.filterBy({ role: value })}
      />
      <FilterSelect
        label={t("projects:memberCountry")}
        allLabel={all}
        value={country}
        options={countries}
        onChoose={(value) => list.filterBy({ country: value })}
      />
      <div className={classes["cluster"]}>
        <OrganisationSelect
          label={t("projects:fields.cluster")}
          isLabelHidden
          kinds={["cluster", "association"]}
          value={cluster ?? null}
          onChoose={(chosen) => list.filterBy({ cluster: chosen?.id })}
        />
      </div>
      <FilterSelect
        label={t("projects:visibilityTitle")}
        allLabel={all}
        value={visibility}
        options={projectVisibilities.map((value) => ({ value, label: t(`projects:visibility.${value}`) }))}
        onChoose={(value) => list.filterBy({ visibility: value })}
      />
    </FilterBar>
  );
}
