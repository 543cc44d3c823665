import { zipSync } from "fflate";
import { readXlsx, type Sheet } from "hucre/xlsx";

import type { CellValue } from "#shared/features/imports/cordis-rules.ts";
import { readArchive } from "#server/imports/archive-reader.ts";
import { importLimits, ImportRefusal } from "#server/imports/import-limits.ts";
import type { ReadFile, SourceTable } from "#server/imports/source-table.ts";

// Cells, texts and formats alone: no drawings, no links to other workbooks, no macros.
const wantedParts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

/**
 * Reads every visible sheet of a workbook. Merges, validations and the dimension it claims are ignored; formulas give
 * their stored value and are marked. Faults: FILE_DAMAGED, IMPORT_TOO_LARGE, TOO_MANY_ROWS, TOO_MANY_COLUMNS, DTD_REFUSED.
 */
export async function readWorkbook(bytes: Buffer): Promise<ReadFile> {
  const parts = readArchive(bytes, (name) => wantedParts.test(name));
  if (![...parts.keys()].some((name) => name.startsWith("xl/worksheets/"))) throw new ImportRefusal("FILE_DAMAGED");
  for (const [name, part] of parts) checkPart(name, part);
  const repacked = zipSync(Object.fromEntries(parts), { level: 0 });
  parts.clear();
  const workbook = await readXlsx(repacked, { sheets: (sheet) => !sheet.hidden && !sheet.veryHidden }).catch(() => {
    throw new ImportRefusal("FILE_DAMAGED");
  });
  return { encoding: null, separator: null, tables: workbook.sheets.map(tableOf) };
}

/** Refuses what would grow in memory before it is parsed: entities, and cells far out. */
function checkPart(name: string, part: Buffer): void {
  const text = part.toString("latin1");
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new ImportRefusal("DTD_REFUSED");
  if (!name.startsWith("xl/worksheets/")) return;
  let rows = 0;
  for (const match of text.matchAll(/<(?:\w+:)?row(?=[\s>/])(?:[^>]*?\sr="(\d+)")?/g)) {
    rows += 1;
    if (rows > importLimits.rows || Number(match[1] ?? 0) > importLimits.rows) throw new ImportRefusal("TOO_MANY_ROWS");
  }
  for (const match of text.matchAll(/<(?:\w+:)?c\s[^>]*?\br="([A-Za-z]+)\d+"/g)) {
    if (columnOf(match[1] ?? "") > importLimits.columns) throw new ImportRefusal("TOO_MANY_COLUMNS");
  }
}

function columnOf(letters: string): number {
  if (letters.length > 3) return Number.POSITIVE_INFINITY;
  return letters
    .toUpperCase()
    .split("")
    .reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function tableOf(sheet: Sheet): SourceTable {
  const rows = sheet.rows.map((cells, index) => ({ row: index + 1, cells: cells.map(cellOf) }));
  if (rows.some(({ cells }) => cells.length > importLimits.columns))
    throw new ImportRefusal("TOO_MANY_COLUMNS", { sheet: sheet.name });
  const formulas = [...(sheet.cells ?? [])]
    .filter(([, cell]) => cell.formula !== undefined)
    .map(([key]) => {
      const [row = 0, column = 0] = key.split(",").map(Number);
      return { row: row + 1, column };
    });
  return {
    sheet: sheet.name,
    rows: rows.filter(({ cells }) => cells.some((cell) => cell !== null && cell !== "")),
    formulas,
  };
}

function cellOf(value: unknown): CellValue {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
