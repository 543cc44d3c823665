import { minorPlaces } from "#shared/currency.ts";
import { formatScaled } from "#shared/scaled.ts";

export { minorPlaces };

// English as Europe writes it: 23 Nov 2026.
const locales: Record<string, string> = { en: "en-GB", ru: "ru-RU", fi: "fi-FI" };
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function localeOf(language: string): string {
  return locales[language] ?? language;
}

function numbers(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(localeOf(language), options);
  numberFormats.set(key, format);
  return format;
}

function dates(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(localeOf(language), options);
  dateFormats.set(key, format);
  return format;
}

// Intl formats decimal strings exactly; only its type insists on a literal.
function exact(value: number, places: number): `${number}` {
  return formatScaled(value, places) as `${number}`;
}

/** An amount from an integer count of minor units, exact to the cent: (123456, "EUR", "en") → "€1,234.56". */
export function formatMoney(cents: number, currency: string, language: string): string {
  return numbers(language, { style: "currency", currency }).format(exact(cents, minorPlaces(currency)));
}

/** A rounded amount for tiles and charts: "€1.23m". */
export function formatMoneyShort(cents: number, currency: string, language: string): string {
  const options = { style: "currency", currency, notation: "compact", maximumSignificantDigits: 3 } as const;
  return numbers(language, options).format(exact(cents, minorPlaces(currency)));
}

/** Effort from hundredths of person-months, without its unit: 1250 → "12.5". */
export function formatEffort(pmHundredths: number, language: string): string {
  return numbers(language, { maximumFractionDigits: 2 }).format(exact(pmHundredths, 2));
}

/** The size of a file in whole kilobytes, or megabytes with a tenth: 1234567 → "1.2 MB". */
export function formatBytes(bytes: number, language: string): string {
  const isLarge = bytes >= 1_000_000;
  const unit = isLarge ? "megabyte" : "kilobyte";
  const amount = isLarge ? bytes / 1_000_000 : Math.max(1, Math.ceil(bytes / 1000));
  return numbers(language, { style: "unit", unit, maximumFractionDigits: isLarge ? 1 : 0 }).format(amount);
}

/** A share from basis points: 1250 → "12.5%". */
export function formatShare(basisPoints: number, language: string): string {
  return numbers(language, { style: "percent", maximumFractionDigits: 2 }).format(exact(basisPoints, 4));
}

/** A share for a bar or tile, rounded to a tenth of a percent: 1476 → "14.8%", 10000 → "100%". */
export function formatShareShort(basisPoints: number, language: string): string {
  return numbers(language, { style: "percent", maximumFractionDigits: 1 }).format(exact(basisPoints, 4));
}

/** A share for a column of shares: always one decimal, so that they stand below each other: 3300 → "33.0%". */
export function formatShareEven(basisPoints: number, language: string): string {
  const options = { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  return numbers(language, options).format(exact(basisPoints, 4));
}

/** A whole number with grouping. */
export function formatCount(count: number, language: string): string {
  return numbers(language, {}).format(count);
}

/** A decimal string as the language writes it, all its places kept: "1250.50" → "1 250,50". */
export function formatDecimal(decimal: string, language: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(decimal)) return decimal;
  const places = Math.min(decimal.split(".")[1]?.length ?? 0, 20);
  return numbers(language, { minimumFractionDigits: places, maximumFractionDigits: places }).format(
    decimal as `${number}`,
  );
}

/** A day from ISO text: "2026-11-23" → "23 Nov 2026"; the same everywhere on earth. */
export function formatDay(day: string, language: string): string {
  return dates(language, { dateStyle: "medium", timeZone: "UTC" }).format(Date.parse(`${day}T00:00:00Z`));
}

/** A month from any day in it: "2026-11-23" → "November 2026". */
export function formatMonth(day: string, language: string): string {
  return dates(language, { month: "long", year: "numeric", timeZone: "UTC" }).format(Date.parse(`${day}T00:00:00Z`));
}

/** A point in time as the clocks of a zone show it, with the day of the week. */
export function formatZoned(at: number, timeZone: string, language: string): string {
  return dates(language, { dateStyle: "full", timeStyle: "short", timeZone }).format(at);
}

/** A point in time in the reader's time zone. */
export function formatInstant(at: number, language: string): string {
  return dates(language, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

const steps = [
  ["year", 31_536_000_000],
  ["month", 2_592_000_000],
  ["week", 604_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long ago or ahead `at` is from `now` (both milliseconds): "3 days ago", "now" within a minute. */
export function formatRelative(at: number, now: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(localeOf(language), { numeric: "auto" });
  const distance = at - now;
  for (const [unit, length] of steps) {
    if (Math.abs(distance) >= length) return format.format(Math.trunc(distance / length), unit);
  }
  return format.format(0, "second");
}

/** Names joined as the language does it: "A, B and C". */
export function formatList(names: readonly string[], language: string): string {
  return new Intl.ListFormat(localeOf(language), { type: "conjunction" }).format(names);
}

/** The name of a country (ISO 3166-1 alpha-2) in the language; the code itself when it is unknown. */
export function formatCountry(code: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(localeOf(language), { type: "region", fallback: "code" }).of(code) ?? code;
}
