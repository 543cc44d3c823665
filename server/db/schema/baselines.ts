import { baselineKinds } from "#shared/features/baselines/baseline-words.ts";

import { choice, day, index, instant, integer, json, revision, table, text, uniqueIndex } from "../columns.ts";
import { users } from "./accounts.ts";
import { projects } from "./projects.ts";

/** A named frozen copy of the plan; what is in it never changes, who may read which part of it is decided when it is read. */
export const baselines = table(
  "baselines",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    kind: choice("kind", baselineKinds).notNull(),
    name: text("name").notNull(),
    note: text("note").notNull().default(""),
    decidedOn: day("decided_on"),
    inForceOn: day("in_force_on"),
    frozenAt: instant("frozen_at").notNull(),
    /** Rows by table, as they stood: streams, tasks, links, deliverables, milestones, contributions, budget. */
    content: json<Record<string, unknown[]>>("content").notNull(),
    /** SHA-256 of the canonical content. */
    contentHash: text("content_hash").notNull(),
    byUserId: text("by_user_id"),
    /** It lies in the bin; what is in it stays here and never enters the history. */
    removedAt: instant("removed_at"),
    ...revision(),
  },
  (row) => [uniqueIndex("baselines_number").on(row.projectId, row.number)],
);

/** Calendars that leave by a secret address, of a person and a project; the address alone opens them until it is revoked. */
export const calendarFeeds = table(
  "calendar_feeds",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    organisationId: text("organisation_id"),
    tokenHash: text("token_hash").notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    createdAt: instant("created_at").notNull(),
  },
  (row) => [uniqueIndex("calendar_feeds_token").on(row.tokenHash), index("calendar_feeds_user").on(row.userId)],
);
