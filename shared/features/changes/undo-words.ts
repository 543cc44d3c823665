/** Why a record stays as it is when an act is taken back. */
export const undoReasons = [
  "changed",
  "gone",
  "present",
  "not-allowed",
  "in-use",
  "taken",
  "too-late",
  "locked",
] as const;
export type UndoReason = (typeof undoReasons)[number];

const hour = 3_600_000;

/** How long an own act can be taken back. */
export const UNDO_KEPT_MS = 24 * hour;
/** How long an agreement, or the acceptance of a report, can be taken back by whoever gave it. */
export const CONSENT_KEPT_MS = hour;
/** How long what was removed lies in the bin. */
export const BIN_KEPT_MS = 30 * 24 * hour;
