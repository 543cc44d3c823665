import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCountries } from "#client/features/organisations/use-countries.ts";

type Props = { label: string; value: string | null; onChoose: (country: string | null) => void; error?: ReactNode };

/** One country by its name in the reader's language; typing narrows the list. */
export function CountrySelect({ label, value, onChoose, error }: Props) {
  const { t } = useTranslation();
  const countries = useCountries();
  return (
    <Select
      label={label}
      value={value}
      data={countries}
      onChange={onChoose}
      error={error}
      placeholder={t("common:notSet")}
      nothingFoundMessage={t("ui:nothingFound.title")}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t("organisations:select.clear") }}
      selectFirstOptionOnChange
    />
  );
}
