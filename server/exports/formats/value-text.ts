import { minorPlaces } from "#shared/currency.ts";
import type { Language } from "#shared/features/exports/export-words.ts";
import type { SummaryValue } from "#shared/features/exports/summary.ts";
import { countryName } from "#shared/features/organisations/countries.ts";
import { formatScaled } from "#shared/money.ts";

import { summaryLabels } from "../locales/labels.ts";

const locales: Record<Language, string> = { en: "en-GB", ru: "ru-RU", fi: "fi-FI" };

/** Writes values as a person of that language reads them; every number comes from an exact decimal text. */
export type ValueText = {
  /** The value alone: amounts without their currency, which the column names. */
  write(value: SummaryValue): string;
  /** As `write`, but amounts and effort carry their unit. */
  writeWithUnit(value: SummaryValue): string;
  day(on: string): string;
  instant(at: number): string;
  integer(value: number): string;
  /** Decimal places of an amount of money in the project's currency. */
  readonly moneyPlaces: number;
};

/** Makes the writer of one language for a project in `currency` (ISO 4217). */
export function createValueText(language: Language, currency: string): ValueText {
  const labels = summaryLabels[language];
  const locale = locales[language];
  const moneyPlaces = minorPlaces(currency);
  const scaled = (value: number, places: number, options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places, ...options })
      // A decimal text keeps every digit; a binary number would not.
      .format(formatScaled(value, places) as Intl.StringNumericLiteral);
  const day = (on: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: language === "en" ? "medium" : "short", timeZone: "UTC" }).format(
      Date.parse(`${on}T00:00:00Z`),
    );
  const integer = (value: number) => new Intl.NumberFormat(locale, { useGrouping: false }).format(value);

  const write = (value: SummaryValue): string => {
    if (value.type === "text") return value.text;
    if (value.type === "word") return wordOf(language, value.list, value.word);
    if (value.type === "money") return scaled(value.cents, moneyPlaces);
    if (value.type === "effort") return scaled(value.pmHundredths, 2);
    if (value.type === "quantity")
      return `${decimalText(locale, value.amount)}${value.unit ? `\u00a0${value.unit}` : ""}`;
    if (value.type === "share") return `${scaled(value.basisPoints, 2)}\u00a0%`;
    if (value.type === "integer") return integer(value.value);
    if (value.type === "month") return integer(value.month);
    if (value.type === "day") return day(value.on);
    if (value.type === "country") return countryText(value.code, language);
    return value.type === "confidential" ? labels.confidential : labels.none;
  };

  return {
    write,
    writeWithUnit(value) {
      if (value.type === "money") return `${write(value)}\u00a0${currency}`;
      if (value.type === "effort") return `${write(value)}\u00a0${labels.personMonths}`;
      return write(value);
    },
    day,
    instant: (at) =>
      `${new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(at)} UTC`,
    integer,
    moneyPlaces,
  };
}

/** A word of a closed list in a language; the word itself when the list does not have it. */
function wordOf(language: Language, list: keyof (typeof summaryLabels)["en"]["words"], word: string): string {
  return new Map(Object.entries(summaryLabels[language].words[list])).get(word) ?? word;
}

function countryText(code: string, language: Language): string {
  return /^[A-Z]{2}$/.test(code) ? countryName(code, language) : code;
}

/** A stored decimal text with the language's separators, digit by digit as it was typed. */
function decimalText(locale: string, amount: string): string {
  const match = /^(-?\d{1,21})(?:\.(\d{1,20}))?$/.exec(amount);
  if (!match) return amount;
  const places = match[2]?.length ?? 0;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places }).format(
    amount as Intl.StringNumericLiteral,
  );
}
