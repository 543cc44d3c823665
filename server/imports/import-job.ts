import type { ImportDetail, ImportPreview } from "#shared/features/imports/import.ts";

/** What an import keeps beside its columns: small enough for lists. */
export type ImportParameters = {
  fileIds: string[];
  fileNames: string[];
  counts: ImportPreview["counts"];
  errorCount: number;
  /** Records written when it was applied. */
  written: number;
};

/** The long part: the preview, and the projects once they are written. */
export type ImportResult = { preview: ImportPreview; projects: ImportDetail["projects"] };

const noCounts = () => ({ new: 0, changed: 0, same: 0, problem: 0 });

/** The parameters as they were stored; anything else in the column gives an empty import. */
export function parametersOf(stored: Record<string, unknown>): ImportParameters {
  const empty = {
    fileIds: [],
    fileNames: [],
    counts: { project: noCounts(), organisation: noCounts(), participation: noCounts() },
    errorCount: 0,
    written: 0,
  };
  return "counts" in stored ? (stored as ImportParameters) : empty;
}
