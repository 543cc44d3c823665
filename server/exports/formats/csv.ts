import { stringify } from "csv-stringify/sync";

import type { SummaryValue } from "#shared/features/exports/summary.ts";
import { formatScaled } from "#shared/money.ts";

import type { SummaryDocument } from "../summary-document.ts";
import { sheetTables } from "./sheet-rows.ts";
import { createValueText, type ValueText } from "./value-text.ts";

// Signs with which a spreadsheet begins a formula, their full-width forms included (security.md, R-I11).
const startsFormula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * Writes a summary as one CSV file (RFC 4180, UTF-8 with BOM): all rows have the same number of fields, the first names
 * the section, each section begins with its own headings. Figures have a dot, days are ISO, whatever the language.
 */
export function renderCsv(document: SummaryDocument): Uint8Array {
  const text = createValueText(document.language, document.currency);
  const tables = sheetTables(document).filter((table) => table.columns.length > 0);
  const width = Math.max(...tables.map((table) => table.columns.length)) + 1;
  const pad = (fields: string[]) => [...fields, ...Array.from({ length: width - fields.length }, () => "")];
  const rows = tables.flatMap((table) => [
    pad([table.name, ...table.columns.map((column) => escapeText(column.heading))]),
    ...table.rows.map((row) => pad([table.name, ...row.cells.map((cell) => fieldOf(cell, text))])),
  ]);
  return new TextEncoder().encode(stringify(rows, { bom: true, record_delimiter: "windows" }));
}

/** A text that no spreadsheet reads as a formula: an apostrophe in front where it would, NUL removed. */
export function escapeText(text: string): string {
  const clean = text.replaceAll("\0", "");
  return startsFormula.test(clean) ? `'${clean}` : clean;
}

function fieldOf(value: SummaryValue, text: ValueText): string {
  if (value.type === "money") return formatScaled(value.cents, text.moneyPlaces);
  if (value.type === "effort") return formatScaled(value.pmHundredths, 2);
  if (value.type === "share") return formatScaled(value.basisPoints, 4);
  if (value.type === "integer") return String(value.value);
  if (value.type === "month") return String(value.month);
  if (value.type === "day") return value.on;
  if (value.type === "quantity" && value.unit === "" && /^-?\d+(\.\d+)?$/.test(value.amount)) return value.amount;
  return value.type === "none" ? "" : escapeText(text.write(value));
}
