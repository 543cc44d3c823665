import { eq } from "drizzle-orm";

import type { Database, Tx } from "#server/db/database.ts";
import { changes } from "#server/db/schema/index.ts";
import type { RowStore } from "#server/db/row-store.ts";
import { undoAct } from "#server/features/changes/undo-service.ts";
import { undoRules } from "#server/features/changes/undo-registry.ts";
import type { EntityName } from "#shared/features/changes/change-words.ts";
import type { Person } from "#shared/features/members/standing.ts";

/** Does something as this person; answers its result and which act it was. */
export async function act<T>(
  db: Database,
  person: Person,
  work: (tx: Tx) => Promise<T>,
): Promise<{ groupId: string; result: T }> {
  const actor = { userId: person.userId, actingForId: person.seat?.organisationId ?? null };
  return db.transact(actor, async (tx) => ({ result: await work(tx), groupId: tx.groupId }));
}

export async function undo(db: Database, person: Person, groupId: string) {
  return (await act(db, person, (tx) => undoAct(tx, person, { groupId }))).result;
}

/** The rows of these kinds as they are stored, but for how often and when they were written. */
export async function rowsOf(db: Database, ...records: [EntityName, string][]): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for (const [entity, id] of records) {
    const store: RowStore | undefined = undoRules[entity]?.store;
    const row = store ? await store.find(db.read, id) : null;
    if (!row) continue;
    const { version: _, updatedAt: __, ...rest } = row;
    found.push(rest);
  }
  return found;
}

/** What the history says of a record, oldest first. */
export async function actionsOn(db: Database, entityId: string): Promise<string[]> {
  const rows = await db.read
    .select({ action: changes.action })
    .from(changes)
    .where(eq(changes.entityId, entityId))
    .orderBy(changes.seq);
  return rows.map(({ action }) => action);
}
