import type { EntityName } from "../changes/change-words.ts";

/** What an administrator can look up: refused calls, openings of a member's part, accounts, seats, and work on the installation. */
export const auditKinds = ["denied", "access", "user", "seat", "installation", "import", "export"] as const;
export type AuditKind = (typeof auditKinds)[number];

/** Kinds of records of the history that are about the installation and not about what members plan. */
export const auditedEntities = [
  "access",
  "user",
  "seat",
  "installation",
  "import",
  "export",
] as const satisfies readonly EntityName[];

/** Refused calls are kept as these actions; the second one stands for all that follow within the hour. */
export const deniedActions = ["denied", "denied-more"] as const;
