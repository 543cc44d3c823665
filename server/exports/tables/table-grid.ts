import type { SummaryValue } from "#shared/features/exports/summary.ts";

import type { DocumentBlock, DocumentColumn } from "../summary-document.ts";

/** Row and column of a cell in a grid, from 0, its head not counted. */
export type Place = readonly [row: number, column: number];

/** A value, or a sum of other cells of the grid that a spreadsheet may compute anew. */
export type GridCell = SummaryValue | { type: "sum"; value: SummaryValue; of: readonly Place[] };

/** `group` is printed above the rows that share it, on pages only. */
export type GridRow = { cells: GridCell[]; total?: boolean; group?: string };

/** One table as a grid of typed values. */
export type Grid = { columns: DocumentColumn[]; rows: GridRow[] };

/** A table of the form: `grid` for a sheet, `blocks` for pages. */
export type FormTable = {
  key: string;
  heading: string;
  /** What the heading means, in the language of the document. */
  subtitle: string;
  grid: Grid;
  blocks: FormBlock[];
  notes: string[];
};

/** Blocks of any document, and a text of a person under a short heading of its own. */
export type FormBlock = DocumentBlock | { type: "item"; title: string; text: string };

const amountOf = (value: SummaryValue): number | null => {
  if (value.type === "none") return 0;
  if (value.type === "money") return value.cents;
  return value.type === "effort" ? value.pmHundredths : null;
};

/** The value a cell shows. */
export const shownIn = (cell: GridCell): SummaryValue => (cell.type === "sum" ? cell.value : cell);

/**
 * A total as a sum of these cells, if they are all figures and add up to it exactly; else the total as a value alone
 * (something is confidential, or counted in it that has no cell).
 */
export function summed(total: SummaryValue, rows: readonly GridRow[], places: readonly Place[]): GridCell {
  const expected = total.type === "none" ? null : amountOf(total);
  if (expected === null || places.length === 0) return total;
  let sum = 0;
  for (const [row, column] of places) {
    const cell = rows[row]?.cells[column];
    const amount = cell ? amountOf(shownIn(cell)) : null;
    if (amount === null) return total;
    sum += amount;
  }
  return sum === expected ? { type: "sum", value: total, of: places } : total;
}

// A dash in a line of totals would read as a figure.
const blank: SummaryValue = { type: "text", text: "" };

/** The grid as a table on pages. */
export function tableBlock(grid: Grid, empty: string): DocumentBlock {
  return {
    type: "table",
    table: {
      columns: grid.columns,
      rows: grid.rows.map(({ cells, total, group }) => ({
        cells: cells.map((cell) => (total && cell.type === "none" ? blank : shownIn(cell))),
        ...(total ? { total } : {}),
        ...(group === undefined ? {} : { group }),
      })),
      empty,
    },
  };
}

/** Places of one column in these rows. */
export const down = (rows: readonly number[], column: number): Place[] => rows.map((row) => [row, column]);

/** Places of one row in these columns. */
export const across = (row: number, columns: readonly number[]): Place[] => columns.map((column) => [row, column]);
