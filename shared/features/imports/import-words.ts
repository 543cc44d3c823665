export const importFormats = ["xlsx", "csv", "xml", "json", "yaml"] as const;
export type ImportFormat = (typeof importFormats)[number];

/** What an import brings, in the order in which it is written. */
export const importKinds = [
  "project",
  "organisation",
  "participation",
  "stream",
  "task",
  "deliverable",
  "milestone",
  "effort",
] as const;
export type ImportKind = (typeof importKinds)[number];

/** An error refuses the whole import; a warning is shown and nothing is repaired. */
export const importSeverities = ["error", "warning"] as const;
export type ImportSeverity = (typeof importSeverities)[number];

/** What a table was taken for; an ignored one holds nothing that is imported. */
export const tableContents = ["projects", "participations", "deliverables", "plan", "project-file", "ignored"] as const;
export type TableContent = (typeof tableContents)[number];

/** Where an import is: read and shown, written, or taken back. */
export const importStages = ["uploaded", "previewed", "applied", "undone"] as const;
export type ImportStage = (typeof importStages)[number];

/** What becomes of one record. */
export const importFates = ["new", "changed", "same", "problem"] as const;
export type ImportFate = (typeof importFates)[number];

/** Name of the source that CORDIS records are known by. */
export const CORDIS = "CORDIS";

/** How long an upload or a preview is kept, and an import can be taken back: 24 hours. */
export const IMPORT_KEPT_MS = 24 * 60 * 60 * 1000;

export const MOST_FILES = 20;
export const MOST_PROBLEMS = 1_000;
