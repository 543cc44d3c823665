import type { ProjectSummary, SummaryValue, SummaryWordList } from "#shared/features/exports/summary.ts";

import type { ValueText } from "../formats/value-text.ts";
import type { SummaryLabels } from "../locales/en.ts";

/** What every section is made from. */
export type SectionContext = { summary: ProjectSummary; labels: SummaryLabels; text: ValueText };

const none: SummaryValue = { type: "none" };

export const textValue = (text: string | null): SummaryValue =>
  text === null || text === "" ? none : { type: "text", text };

export const wordValue = (list: SummaryWordList, word: string | null): SummaryValue =>
  word === null ? none : { type: "word", list, word };

export const integerValue = (value: number | null): SummaryValue =>
  value === null ? none : { type: "integer", value };

export const monthValue = (month: number | null): SummaryValue => (month === null ? none : { type: "month", month });

export const moneyValue = (cents: number | null): SummaryValue => (cents === null ? none : { type: "money", cents });

export const effortValue = (pmHundredths: number | null): SummaryValue =>
  pmHundredths === null ? none : { type: "effort", pmHundredths };

export const dayValue = (on: string | null): SummaryValue => (on === null ? none : { type: "day", on });

/** A figure of the balance, where null means that it is confidential. */
export const disclosedMoney = (cents: number | null): SummaryValue =>
  cents === null ? { type: "confidential" } : { type: "money", cents };

export const disclosedEffort = (pmHundredths: number | null): SummaryValue =>
  pmHundredths === null ? { type: "confidential" } : { type: "effort", pmHundredths };

export const disclosedShare = (basisPoints: number | null): SummaryValue =>
  basisPoints === null ? { type: "confidential" } : { type: "share", basisPoints };

/** "1–24", "from 3", or nothing. */
export function monthsValue(from: number | null, to: number | null): SummaryValue {
  if (from === null && to === null) return none;
  return textValue(`${from ?? "…"}–${to ?? "…"}`);
}
