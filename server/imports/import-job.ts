import type { ImportDetail, ImportPreview } from "#shared/features/imports/import.ts";
import { type ImportKind, importKinds } from "#shared/features/imports/import-words.ts";

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
    counts: everyKind(noCounts),
    errorCount: 0,
    written: 0,
  };
  if (!("counts" in stored)) return empty;
  const kept = stored as ImportParameters;
  return { ...kept, counts: { ...empty.counts, ...kept.counts } };
}

function everyKind<T>(make: () => T): Record<ImportKind, T> {
  return Object.fromEntries(importKinds.map((kind) => [kind, make()])) as Record<ImportKind, T>;
}
