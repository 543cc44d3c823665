import { type Cell, type WriteSheet, writeXlsx } from "hucre";

import { repack } from "../formats/archive.ts";
import { createValueText, type ValueText } from "../formats/value-text.ts";
import { settleWorkbook } from "../formats/xlsx.ts";
import { cellFont, cellOf, headCell } from "../formats/xlsx-cells.ts";
import { ACCENT, SOFT } from "../formats/docx-styles.ts";
import { type FormTable, type GridRow, type Place, shownIn } from "./table-grid.ts";
import type { TablesDocument } from "./tables-document.ts";

// Title, what it means, then the head of the table.
const HEAD_ROW = 2;
const MOST_ARGUMENTS = 255;

/** Writes the tables as a workbook: one sheet each, figures as numbers, sums as formulas over places with their values kept. */
export async function renderTablesXlsx(document: TablesDocument): Promise<Uint8Array> {
  const generatedAt = new Date(document.generatedAt);
  const packed = await writeXlsx({
    properties: {
      title: `${document.acronym} – ${document.title}`,
      subject: document.name,
      description: document.audienceLine,
      creator: "Consortia",
      lastModifiedBy: "Consortia",
      created: generatedAt,
      modified: generatedAt,
    },
    defaultFont: cellFont,
    stringMode: "shared",
    sheets: document.tables.map((table) => sheetOf(document, table)),
  });
  return repack(packed, settleWorkbook);
}

function sheetOf(document: TablesDocument, table: FormTable): WriteSheet {
  const text = createValueText(document.language, document.currency);
  const { columns, rows } = table.grid;
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  cells.set("0,0", lineCell(table.heading, { bold: true, size: 13, color: { rgb: ACCENT } }));
  const under = [table.subtitle, `${document.acronym}, ${document.audienceLine}, ${document.generatedLine}`];
  cells.set("1,0", lineCell(under.filter((part) => part !== "").join(" · "), { color: { rgb: SOFT } }));
  columns.forEach((column, at) => cells.set(`${HEAD_ROW},${at}`, headCell(column)));
  rows.forEach((row, index) => {
    row.cells.forEach((_, at) => {
      const cell = gridCell(document, text, table, row, at);
      if (cell !== null) cells.set(`${HEAD_ROW + 1 + index},${at}`, cell);
    });
  });
  const end = HEAD_ROW + 1 + rows.length;
  const notesAt = rows.length === 0 ? end - 1 : end + 1;
  table.notes.forEach((note, at) => cells.set(`${notesAt + at},0`, lineCell(note, { color: { rgb: SOFT } })));
  const width = Math.max(1, columns.length);
  const noted = notesAt + table.notes.length;
  return {
    name: table.key,
    columns: Array.from({ length: width }, (_, at) => ({ width: Math.max(9, (columns[at]?.weight ?? 30) + 2) })),
    rows: Array.from({ length: Math.max(end, noted) }, () => Array.from({ length: width }, () => null)),
    rowDefs: heightsOf(text, table),
    cells,
    freezePane: { rows: HEAD_ROW + 1 },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${HEAD_ROW + 1}:$${HEAD_ROW + 1}`,
    },
  };
}

function gridCell(
  document: TablesDocument,
  text: ValueText,
  table: FormTable,
  row: GridRow,
  at: number,
): Partial<Cell> | null {
  const cell = row.cells[at];
  if (!cell) return null;
  const place = { total: row.total ?? false, ...(table.grid.columns[at]?.end ? { align: "right" as const } : {}) };
  const written = cellOf(shownIn(cell), text, document.language, place);
  if (written === null || cell.type !== "sum") return written;
  const formula = sumFormula(cell.of);
  if (formula === null) return written;
  return { ...written, type: "formula", formula, formulaResult: written.value ?? null };
}

/** SUM over the ranges that these places make, by columns; null when a program could not read that many. Places only: never text. */
export function sumFormula(places: readonly Place[]): string | null {
  const runs: { from: Place; to: Place }[] = [];
  for (const place of places) {
    const run = runs.at(-1);
    const isBelow = run && run.from[1] === place[1] && run.to[1] === place[1] && run.to[0] + 1 === place[0];
    const isBeside = run && run.from[0] === place[0] && run.to[0] === place[0] && run.to[1] + 1 === place[1];
    if (run && (isBelow || isBeside)) run.to = place;
    else runs.push({ from: place, to: place });
  }
  if (runs.length > MOST_ARGUMENTS) return null;
  return `SUM(${runs.map(({ from, to }) => (from === to ? nameOf(from) : `${nameOf(from)}:${nameOf(to)}`)).join(",")})`;
}

function nameOf([row, column]: Place): string {
  return `${columnLetters(column)}${row + HEAD_ROW + 2}`;
}

/** A, B, …, Z, AA, … of a column by its index. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return `${before === 0 ? "" : columnLetters(before - 1)}${String.fromCharCode(65 + (index % 26))}`;
}

function lineCell(value: string, font: NonNullable<Cell["style"]>["font"]): Partial<Cell> {
  return {
    value,
    type: "string",
    style: { numFmt: "@", font: { ...cellFont, ...font }, alignment: { wrapText: false } },
  };
}

const LINE_HEIGHT = 13.5;
const MOST_LINES = 25;

/** Heights of the rows in points, for programs that do not measure wrapped texts themselves. */
function heightsOf(text: ValueText, { grid }: FormTable): NonNullable<WriteSheet["rowDefs"]> {
  const linesOf = (texts: readonly string[]) =>
    Math.max(
      1,
      ...texts.map((value, at) => {
        const perLine = Math.max(7, grid.columns[at]?.weight ?? 0);
        return value.split("\n").reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / perLine)), 0);
      }),
    );
  const height = (texts: readonly string[]) => Math.min(MOST_LINES, linesOf(texts)) * LINE_HEIGHT + 2;
  return new Map([
    [0, { height: 20 }],
    [HEAD_ROW, { height: height(grid.columns.map(({ heading }) => heading)) }],
    ...grid.rows.map(
      ({ cells }, at) =>
        [HEAD_ROW + 1 + at, { height: height(cells.map((cell) => text.write(shownIn(cell)))) }] as const,
    ),
  ]);
}
