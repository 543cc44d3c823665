import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#client/lib/use-format.ts";
import { countryCodes } from "#shared/features/organisations/countries.ts";

/** All countries as options, in the alphabet of the reader's language. */
export function useCountries(): { value: string; label: string }[] {
  const { i18n } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const collator = new Intl.Collator(i18n.language);
    const options = countryCodes.map((value) => ({ value, label: format.country(value) }));
    return options.sort((left, right) => collator.compare(left.label, right.label));
  }, [i18n.language, format]);
}
