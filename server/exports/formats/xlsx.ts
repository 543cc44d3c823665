import { type WriteSheet, writeXlsx } from "hucre";

import { summaryLabels } from "../locales/labels.ts";
import type { SummaryDocument } from "../summary-document.ts";
import { editText, repack } from "./archive.ts";
import { chartPatterns } from "./chart-look.ts";
import { type SheetTable, sheetTables } from "./sheet-rows.ts";
import { createValueText } from "./value-text.ts";
import { cellFont, cellOf, headCell } from "./xlsx-cells.ts";
import { addChart } from "./xlsx-chart.ts";

/** Writes a summary as a workbook: one sheet per section, typed figures, texts that can never become formulas. */
export async function renderXlsx(document: SummaryDocument): Promise<Uint8Array> {
  const labels = summaryLabels[document.language];
  const generatedAt = new Date(document.generatedAt);
  const packed = await writeXlsx({
    properties: {
      title: `${document.acronym} – ${document.title}`,
      subject: labels.summary,
      description: document.audienceLine,
      creator: "Consortia",
      lastModifiedBy: "Consortia",
      created: generatedAt,
      modified: generatedAt,
    },
    defaultFont: cellFont,
    // Inline strings would lose leading blanks in some readers; shared ones are kept by all.
    stringMode: "shared",
    sheets: sheetTables(document).map((table) => sheetOf(document, table)),
  });
  return repack(packed, settleWorkbook);
}

function sheetOf(document: SummaryDocument, table: SheetTable): WriteSheet {
  const text = createValueText(document.language, document.currency);
  const isCover = table.key === "cover";
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  const heights: NonNullable<WriteSheet["rowDefs"]> = new Map([
    [
      0,
      {
        height: heightOf(
          table.columns.map((column) => column.heading),
          table,
        ),
      },
    ],
  ]);
  table.columns.forEach((column, at) => cells.set(`0,${at}`, headCell(column)));
  table.rows.forEach((row, index) => {
    heights.set(index + 1, {
      height: heightOf(
        row.cells.map((value) => text.write(value)),
        table,
      ),
    });
    row.cells.forEach((value, at) => {
      const align = isCover ? "left" : table.columns[at]?.end ? "right" : undefined;
      const cell = cellOf(value, text, document.language, { total: row.total, ...(align ? { align } : {}) });
      if (cell !== null) cells.set(`${index + 1},${at}`, cell);
    });
  });
  const sheet: WriteSheet = {
    name: table.name,
    columns: table.columns.map((column) => ({ width: widthOf(column.weight) })),
    rows: Array.from({ length: table.rows.length + 1 }, () => table.columns.map(() => null)),
    rowDefs: heights,
    cells,
    freezePane: { rows: 1 },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "$1:$1",
    },
  };
  if (isCover) addChart(document, sheet);
  else if (table.rows.length > 0)
    sheet.autoFilter = { range: `A1:${columnLetter(table.columns.length - 1)}${table.rows.length + 1}` };
  return sheet;
}

const LINE_HEIGHT = 13.5;
const MOST_LINES = 20;

function widthOf(weight: number): number {
  return Math.max(9, weight + 2);
}

/** Height of a row in points, so that wrapped texts show in programs that do not measure rows when they open a file. */
function heightOf(texts: readonly string[], table: SheetTable): number {
  const lines = texts.map((value, at) => {
    const perLine = widthOf(table.columns[at]?.weight ?? 0) - 2;
    return value.split("\n").reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / perLine)), 0);
  });
  return Math.min(MOST_LINES, Math.max(1, ...lines)) * LINE_HEIGHT + 2;
}

/** A1 letter of a column by its index; sheets here have fewer than 26. */
function columnLetter(index: number): string {
  return String.fromCharCode(65 + index);
}

/** Marks every text format as typed text (quotePrefix), so that re-entering a cell makes no formula of it. */
export function settleWorkbook(path: string, part: Uint8Array): Uint8Array {
  if (path === "xl/styles.xml") return editText(part, quoteTexts);
  return path.startsWith("xl/charts/chart") ? editText(part, chartPatterns) : part;
}

// The library numbers the text format like a format of ours; 49 is its number in the standard.
function quoteTexts(xml: string): string {
  const own = /<numFmt numFmtId="(\d+)" formatCode="@"\/>/.exec(xml)?.[1];
  const ids = new Set(["49", own]);
  return xml.replaceAll(/<xf (numFmtId="(\d+)")/g, (whole, format: string, id: string) =>
    ids.has(id) ? `<xf quotePrefix="1" ${format}` : whole,
  );
}
