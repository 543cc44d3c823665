import { type ChangedFields, entityNames } from "#shared/features/changes/change-words.ts";

import { choice, index, instant, json, primaryKey, sequence, table, text } from "../columns.ts";

/** One row for every change, chained by hash: history, undo log, audit trail and live updates in one. */
export const changes = table(
  "changes",
  {
    seq: sequence("seq"),
    projectId: text("project_id"),
    organisationId: text("organisation_id"),
    /** Organisation whose confidential figures the change shows; it and the coordinator alone may read it. */
    confidentialTo: text("confidential_to"),
    entity: choice("entity", entityNames).notNull(),
    entityId: text("entity_id").notNull(),
    action: text("action").notNull(),
    actorId: text("actor_id"),
    actingForId: text("acting_for_id"),
    at: instant("at").notNull(),
    fields: json<ChangedFields>("fields").notNull(),
    /** Changes of one transaction share it: one act, one undo. */
    groupId: text("group_id").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (row) => [index("changes_project").on(row.projectId, row.seq), index("changes_entity").on(row.entityId, row.seq)],
);

/** Answers kept for repeats of the same request. */
export const idempotencyKeys = table(
  "idempotency_keys",
  {
    userId: text("user_id").notNull(),
    key: text("key").notNull(),
    bodyHash: text("body_hash").notNull(),
    result: json<unknown>("result"),
    at: instant("at").notNull(),
  },
  (row) => [primaryKey({ columns: [row.userId, row.key] }), index("idempotency_keys_at").on(row.at)],
);

/** Acts that were taken back, by the group of their changes; an act is undone once. */
export const undoneActs = table("undone_acts", {
  groupId: text("group_id").primaryKey(),
  /** The group of changes that took it back. */
  byGroupId: text("by_group_id").notNull(),
  at: instant("at").notNull(),
});
