import type { Language } from "#shared/features/exports/export-words.ts";

import { type BudgetWords, budgetWordsEn } from "./budget-words-en.ts";
import { budgetWordsFi } from "./budget-words-fi.ts";
import { budgetWordsRu } from "./budget-words-ru.ts";

/** The words of the budget workbook by language. */
export const budgetWords: Record<Language, BudgetWords> = { en: budgetWordsEn, ru: budgetWordsRu, fi: budgetWordsFi };
