import { lineOf } from "#shared/features/imports/cordis-rules.ts";
import { guessColumns } from "#shared/features/imports/plan-column-rules.ts";
import { planTargets } from "#shared/features/imports/plan-words.ts";
import type { SheetFacts, TableFacts } from "#shared/features/imports/plan-mapping.ts";

import { readTables } from "./parse-files.ts";
import type { ImportSource } from "./parse-files.ts";
import type { SourceTable } from "./source-table.ts";

const headRows = 12;
const exampleRows = 3;
const shownCharacters = 60;

/** What sheets a workbook or CSV file has, with their first rows and example values, for people to say what they mean. Faults: as reading the file. */
export async function tableFacts(source: ImportSource): Promise<TableFacts> {
  const { tables, encoding, separator } = await readTables(source);
  return { file: source.name, encoding, separator, sheets: tables.map(sheetFacts) };
}

function sheetFacts({ sheet, rows }: SourceTable): SheetFacts {
  const head = rows
    .slice(0, headRows)
    .map(({ row, cells }) => ({ row, cells: cells.map((cell) => shown(lineOf(cell))) }));
  const known = head.map(({ cells }) => Math.max(...planTargets.map((target) => scoreOf(target, cells))));
  const best = Math.max(0, ...known);
  const at =
    best >= 2 ? known.indexOf(best) : head.findIndex(({ cells }) => cells.filter((cell) => cell !== "").length >= 2);
  const header = head[Math.max(0, at)];
  const below = rows.slice(Math.max(0, at) + 1);
  const width = Math.max(0, ...rows.slice(0, headRows).map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => ({
    index,
    header: header?.cells[index] ?? "",
    examples: below
      .slice(0, exampleRows)
      .map(({ cells }) => shown(lineOf(cells[index])))
      .filter((text) => text !== ""),
  }));
  return { sheet, rows: below.length, head, headerRow: header?.row ?? 1, columns };
}

// A matrix would take any row for its header, so that its columns count for nothing here.
function scoreOf(target: (typeof planTargets)[number], cells: readonly string[]): number {
  return target === "effort" ? 0 : guessColumns(target, cells).length;
}

const shown = (text: string) => (text.length > shownCharacters ? `${text.slice(0, shownCharacters - 1)}…` : text);
