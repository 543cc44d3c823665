/** Every kind of record whose changes are recorded. */
export const entityNames = [
  "user",
  "organisation",
  "resource",
  "membership",
  "seat",
  "project",
  "participant",
  "stream",
  "contribution",
  "offer",
  "period",
  "update",
  "milestone",
  "export",
  "import",
  "installation",
  "invitation",
  "amendment",
  "reporting-settings",
  "part-link",
  "attachment",
  "comment",
  "decision",
  "vote",
  "access",
  "task",
  "task-link",
  "deliverable",
  "risk",
  "budget",
  "baseline",
  "calendar-feed",
] as const;
export type EntityName = (typeof entityNames)[number];

/** Fields that changed: name → [before, after]. */
export type ChangedFields = Record<string, [before: unknown, after: unknown]>;
