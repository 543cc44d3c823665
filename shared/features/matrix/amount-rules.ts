import { MAX_CENTS } from "../../money.ts";
import { parseScaled } from "../../scaled.ts";
import type { MatrixMeasure } from "./matrix-words.ts";

/** How amounts of a matrix are written: decimal places, and the words that may stand beside the number. */
export type AmountNotation = { places: number; units: readonly string[]; largest: number };

const effortUnits = ["person-months", "person-month", "p.m.", "pm", "mm", "чел.-мес.", "чел-мес", "ч.-м.", "htkk"];
const currencySigns: Record<string, string> = { EUR: "€", USD: "$", GBP: "£", RUB: "₽", JPY: "¥", PLN: "zł" };

/** Notation of a measure: hundredths of person-months, or minor units (`places`) of a currency (ISO 4217). */
export function notationOf(measure: MatrixMeasure, currency: string, places: number): AmountNotation {
  if (measure === "effort") return { places: 2, units: effortUnits, largest: 99_999_999 };
  const sign = currencySigns[currency];
  return { places, units: [currency.toLowerCase(), ...(sign === undefined ? [] : [sign])], largest: MAX_CENTS };
}

const dashes = new Set(["", "-", "–", "—"]);

/**
 * Reads what people type and spreadsheets copy: "3,5", "1 200", "1,234.56", "12 PM", "€ 5". An empty text or a dash is null;
 * undefined is no amount (two readings as in "1,000", a negative one, another unit, too many places or digits).
 */
export function readAmount(text: string, { places, units, largest }: AmountNotation): number | null | undefined {
  const bare = withoutUnit(text.replaceAll(/[\s\u00a0\u202f]+/g, " ").trim(), units);
  if (dashes.has(bare)) return text.trim() === bare || bare === "" ? null : undefined;
  const amount = parseScaled(ungrouped(bare), places);
  return amount === null || amount < 0 || amount > largest ? undefined : amount;
}

function withoutUnit(text: string, units: readonly string[]): string {
  const folded = text.toLowerCase();
  for (const unit of units) {
    if (folded === unit) return text;
    if (folded.endsWith(unit)) return text.slice(0, -unit.length).trim();
    if (folded.startsWith(unit)) return text.slice(unit.length).trim();
  }
  return text;
}

/** Where both signs stand, or one stands twice, the grouping is plain and goes: "1,234.56" → "1234.56". */
function ungrouped(text: string): string {
  const isCommaGrouped = /^\d{1,3}(,\d{3})+\.\d+$/.test(text) || /^\d{1,3}(,\d{3}){2,}$/.test(text);
  if (isCommaGrouped) return text.replaceAll(",", "");
  const isDotGrouped = /^\d{1,3}(\.\d{3})+,\d+$/.test(text) || /^\d{1,3}(\.\d{3}){2,}$/.test(text);
  return isDotGrouped ? text.replaceAll(".", "") : text;
}
