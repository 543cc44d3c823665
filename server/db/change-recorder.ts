import { desc } from "drizzle-orm";

import { changedFields, changeHash, chainStart } from "./change-chain.ts";
import type { Actor, Builder, ChangeInput } from "./database.ts";
import { placeholdersFor, prepared, preparedWrite } from "./prepare.ts";
import { changes } from "./schema/changes.ts";

const lastChange = prepared("change_last", (db) =>
  db.select({ seq: changes.seq, hash: changes.hash }).from(changes).orderBy(desc(changes.seq)).limit(1),
);

const insertChange = preparedWrite("change_insert", (db) =>
  db
    .insert(changes)
    .values(
      placeholdersFor(changes, [
        "seq",
        "projectId",
        "organisationId",
        "confidentialTo",
        "entity",
        "entityId",
        "action",
        "actorId",
        "actingForId",
        "at",
        "fields",
        "groupId",
        "previousHash",
        "hash",
      ]),
    )
    .returning({ seq: changes.seq }),
);

export type ChangeRecorder = {
  record(change: ChangeInput): Promise<void>;
  /** Whether anything was recorded, even an update that changed nothing. */
  recorded(): boolean;
  /** The number of the last row written by this transaction. */
  lastSeq(): number | null;
};

/**
 * Writes the history of one transaction. Numbers are counted on from the last row instead of drawn from a sequence,
 * which would leave a gap for every rollback on PostgreSQL; only one transaction at a time may write.
 */
export function createChangeRecorder(db: Builder, by: Actor & { at: number; groupId: string }): ChangeRecorder {
  let last: { seq: number; hash: string } | null = null;
  let recorded = false;
  let written: number | null = null;

  async function append(change: ChangeInput): Promise<void> {
    recorded = true;
    const fields = changedFields(change.before, change.after);
    if (Object.keys(fields).length === 0 && change.before && change.after) return;
    last ??= (await lastChange(db, {}))[0] ?? { seq: 0, hash: chainStart };
    const row = {
      seq: last.seq + 1,
      projectId: change.projectId ?? null,
      organisationId: change.organisationId ?? null,
      confidentialTo: change.confidentialTo ?? null,
      entity: change.entity,
      entityId: change.entityId,
      action: change.action,
      actorId: by.userId,
      actingForId: by.actingForId,
      at: by.at,
      fields,
      groupId: by.groupId,
      previousHash: last.hash,
    };
    const hash = changeHash(row);
    await insertChange(db, { ...row, hash });
    last = { seq: row.seq, hash };
    written = row.seq;
  }

  // Records made at the same time take their numbers one after the other.
  let turn: Promise<void> = Promise.resolve();
  return {
    record: (change) => (turn = turn.then(() => append(change))),
    recorded: () => recorded,
    lastSeq: () => written,
  };
}
