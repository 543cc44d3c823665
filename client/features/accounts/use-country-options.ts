import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#client/lib/use-format.ts";
import { countryCodes } from "#shared/features/organisations/countries.ts";

/** "Not set" and all countries by their names in the reader's language, in its alphabet. */
export function useCountryOptions(): { value: string; label: string }[] {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const { compare } = new Intl.Collator(i18n.language);
    const options = countryCodes.map((value) => ({ value, label: format.country(value) }));
    return [
      { value: "", label: t("common:notSet") },
      ...options.toSorted((left, right) => compare(left.label, right.label)),
    ];
  }, [t, i18n.language, format]);
}
