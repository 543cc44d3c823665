import { TextInput } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useListSearch } from "#client/lib/use-list-search.ts";
import { FilterBar } from "#client/ui/filter-bar.tsx";
import { FilterSelect } from "#client/ui/filter-select.tsx";
import { auditKinds } from "#shared/features/audit/audit-words.ts";

/** Narrows the audit down to a kind of entry, a person and a day. */
export function AuditFilters({ people }: { people: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation();
  const { kind, person, on } = useSearch({ from: "/administration/audit" });
  const list = useListSearch({ by: "seq", isDescending: true });
  const isFiltered = kind !== undefined || person !== undefined || on !== undefined;
  return (
    <FilterBar isFiltered={isFiltered} onReset={list.reset}>
      <FilterSelect
        label={t("audit:kind")}
        allLabel={t("activity:all")}
        value={kind}
        options={auditKinds.map((value) => ({ value, label: t(`audit:kinds.${value}`) }))}
        onChoose={(value) => list.filterBy({ kind: value })}
      />
      <FilterSelect
        label={t("audit:person")}
        allLabel={t("activity:all")}
        value={person}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(value) => list.filterBy({ person: value })}
      />
      <TextInput
        type="date"
        aria-label={t("audit:day")}
        value={on ?? ""}
        onChange={({ currentTarget: { value } }) => list.filterBy({ on: value === "" ? undefined : value })}
      />
    </FilterBar>
  );
}
