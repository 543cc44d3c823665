import type { Language } from "#shared/features/exports/export-words.ts";

import { englishLabels, type SummaryLabels } from "./en.ts";
import { finnishLabels } from "./fi.ts";
import { russianLabels } from "./ru.ts";

/** The words of a summary in each language; chosen per export, whatever the language of the pages is. */
export const summaryLabels: Record<Language, SummaryLabels> = {
  en: englishLabels,
  ru: russianLabels,
  fi: finnishLabels,
};
