import type { CellValue } from "#shared/features/imports/cordis-rules.ts";
import type { RecognisedFile } from "#shared/features/imports/consortium.ts";

/** Rows as they stand in a sheet or a CSV file; the first is the header. `formulas` are cells whose value was computed. */
export type SourceTable = {
  sheet: string | null;
  /** With their row numbers, from 1; rows without any content are left out. */
  rows: { row: number; cells: CellValue[] }[];
  formulas: { row: number; column: number }[];
};

export type ReadFile = Pick<RecognisedFile, "encoding" | "separator"> & { tables: SourceTable[] };
