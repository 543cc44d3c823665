import type { Cell, CellStyle } from "hucre";

import type { Language } from "#shared/features/exports/export-words.ts";
import type { SummaryValue } from "#shared/features/exports/summary.ts";

import type { DocumentColumn } from "../summary-document.ts";
import { ACCENT, LINE, SOFT, TINT } from "./docx-styles.ts";
import type { ValueText } from "./value-text.ts";

/** Calibri is there or has a look-alike of the same widths everywhere. */
export const cellFont = { name: "Calibri", size: 10 };

const dayFormats: Record<Language, string> = { en: "d mmm yyyy", ru: "dd.mm.yyyy", fi: "d.m.yyyy" };

// Excel counts days from here (its 1900 leap-year mistake lies before every date of ours).
const dayZero = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;

// Beyond 15 significant digits a spreadsheet's number would not be what was typed.
const exactNumber = /^-?(?=(?:\D*\d){1,15}\D*$)\d+(?:\.\d+)?$/;

/** The cell of a heading. */
export function headCell(column: DocumentColumn): Partial<Cell> {
  return {
    value: column.heading,
    type: "string",
    style: {
      font: { ...cellFont, bold: true, color: { rgb: "FFFFFF" } },
      fill: { type: "pattern", pattern: "solid", fgColor: { rgb: ACCENT } },
      alignment: {
        horizontal: column.end ? "right" : "left",
        indent: column.end ? 0 : 1,
        vertical: "center",
        wrapText: true,
      },
      numFmt: "@",
    },
  };
}

/** How a cell stands in its row: in the line of totals, and to which side. */
export type CellPlace = { total?: boolean; align?: "left" | "right" };

/** A value as a typed cell; null leaves the cell empty. Money has the decimals of its currency, effort two, days are real dates. */
export function cellOf(
  value: SummaryValue,
  text: ValueText,
  language: Language,
  place: CellPlace = {},
): Partial<Cell> | null {
  if (value.type === "none") return place.total ? { value: "", type: "string", style: styleOf("@", place) } : null;
  if (value.type === "money") {
    const { moneyPlaces: places } = text;
    return numberCell(value.cents / 10 ** places, places === 0 ? "#,##0" : `#,##0.${"0".repeat(places)}`, place);
  }
  if (value.type === "effort") return numberCell(value.pmHundredths / 100, "#,##0.00", place);
  if (value.type === "share") return numberCell(value.basisPoints / 10_000, "0.00%", place);
  if (value.type === "integer") return numberCell(value.value, "0", place);
  if (value.type === "month") return numberCell(value.month, "0", place);
  if (value.type === "day")
    return numberCell((Date.parse(`${value.on}T00:00:00Z`) - dayZero) / dayLength, dayFormats[language], place);
  if (value.type === "quantity" && value.unit === "" && exactNumber.test(value.amount)) {
    return numberCell(Number(value.amount), "#,##0.######", place);
  }
  return textCell(text.write(value), place, value.type === "confidential");
}

function numberCell(value: number, numFmt: string, place: CellPlace): Partial<Cell> {
  return { value, type: "number", style: styleOf(numFmt, place) };
}

function textCell(value: string, place: CellPlace, muted: boolean): Partial<Cell> {
  const style = styleOf("@", place);
  // A cell takes 32 767 characters (Excel's limit).
  const cut = value.length > 32_767 ? `${value.slice(0, 32_766)}…` : value;
  return {
    value: cut,
    type: "string",
    style: muted ? { ...style, font: { ...cellFont, italic: true, color: { rgb: SOFT } } } : style,
  };
}

function styleOf(numFmt: string, place: CellPlace): CellStyle {
  return {
    numFmt,
    font: cellFont,
    alignment: alignmentOf(numFmt === "@", place),
    border: { bottom: { style: "thin", color: { rgb: LINE } } },
    ...(place.total
      ? {
          font: { ...cellFont, bold: true },
          fill: { type: "pattern", pattern: "solid", fgColor: { rgb: TINT } } as const,
        }
      : {}),
  };
}

/** Texts stand a little off the figures of the column before. */
function alignmentOf(isText: boolean, { align }: CellPlace): CellStyle["alignment"] {
  if (isText && align === undefined) return { vertical: "top", wrapText: true, horizontal: "left", indent: 1 };
  return {
    vertical: "top",
    wrapText: isText,
    ...(align ? { horizontal: align, indent: align === "left" ? 1 : 0 } : {}),
  };
}
