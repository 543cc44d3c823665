import type { Language } from "#shared/languages.ts";

import { monthEndOn, monthStartOn } from "../../dates.ts";
import type { HeaderCell } from "./gantt-scale.ts";

const locales: Record<string, string> = { en: "en-GB", ru: "ru-RU", fi: "fi-FI" };
const formats = new Map<string, Intl.DateTimeFormat>();

function monthName(language: string, year: number, month: number, options: Intl.DateTimeFormatOptions): string {
  const key = language + JSON.stringify(options);
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locales[language] ?? language, { ...options, timeZone: "UTC" });
  formats.set(key, format);
  return format.format(Date.UTC(year, month - 1, 15));
}

const letters: Record<Language, { quarter: string; week: string; month: string; year: string }> = {
  en: { quarter: "Q", week: "W", month: "M", year: "Year " },
  ru: { quarter: "кв. ", week: "н", month: "м", year: "год " },
  fi: { quarter: "Q", week: "vk", month: "kk", year: "vuosi " },
};
const lettersOf = (language: string) => letters[language as Language] ?? letters.en;

/** What stands in a cell of the header, as long as its width allows; an empty text where nothing fits. */
export function headerText(cell: HeaderCell, language: string): string {
  const { quarter, week, month, year } = lettersOf(language);
  const { unit, index, width } = cell;
  if (width < 12) return "";
  if (unit === "project-year") return width < 50 ? String(index) : `${year}${index}`;
  if (unit === "project-month") return width < 24 ? String(index) : `${month}${index}`;
  if (unit === "week") return width < 30 ? String(index) : `${week}${index}`;
  if (unit === "year") return width < 34 ? "" : String(cell.year);
  if (unit === "quarter") {
    if (width < 30) return String(index);
    return width < 76 ? `${quarter}${index}` : `${quarter}${index} ${cell.year}`;
  }
  if (width < 30) return String(index);
  return width < 100
    ? monthName(language, cell.year, index, { month: "short" })
    : monthName(language, cell.year, index, { month: "long", year: "numeric" });
}

/** A project month as people say it: "M4 · Apr 2026", or "M4" while the project has no start. */
export function planMonthText(month: number, startOn: string | null, language: string, end: "first" | "last"): string {
  const number = `${lettersOf(language).month}${month}`;
  if (startOn === null) return number;
  const day = end === "first" ? monthStartOn(startOn, month) : monthEndOn(startOn, month);
  const [year = 0, calendar = 1] = day.split("-").map(Number);
  return `${number} · ${monthName(language, year, calendar, { month: "short", year: "numeric" })}`;
}
