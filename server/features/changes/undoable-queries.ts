import { inArray, max } from "drizzle-orm";

import type { ReadDb } from "#server/db/database.ts";
import { changes, undoneActs } from "#server/db/schema/index.ts";
import { UNDO_KEPT_MS } from "#shared/features/changes/undo-words.ts";
import type { Person } from "#shared/features/members/standing.ts";

import { undoRules } from "./undo-registry.ts";

type Act = { groupId: string; actorId: string | null; at: number };

/** Which of these acts were taken back. */
export async function undoneAmong(db: ReadDb, groupIds: readonly string[]): Promise<Set<string>> {
  if (groupIds.length === 0) return new Set();
  const rows = await db
    .select({ groupId: undoneActs.groupId })
    .from(undoneActs)
    .where(inArray(undoneActs.groupId, [...groupIds]));
  return new Set(rows.map(({ groupId }) => groupId));
}

/**
 * Which of these acts the person can be offered to take back: own ones of the last day that were not taken back, on
 * records that nobody touched since. Rights are asked when it is done.
 */
export async function undoableAmong(
  db: ReadDb,
  person: Person,
  acts: readonly Act[],
  now: number,
): Promise<Set<string>> {
  const own = acts.filter(({ actorId, at }) => actorId === person.userId && at > now - UNDO_KEPT_MS);
  const ids = [...new Set(own.map(({ groupId }) => groupId))];
  if (ids.length === 0) return new Set();
  const undone = await undoneAmong(db, ids);
  const rows = await db
    .select({
      seq: changes.seq,
      groupId: changes.groupId,
      entity: changes.entity,
      entityId: changes.entityId,
      action: changes.action,
    })
    .from(changes)
    .where(inArray(changes.groupId, ids));
  const latest = await latestSeqOf(db, [...new Set(rows.map(({ entityId }) => entityId))]);
  const groups = Map.groupBy(rows, ({ groupId }) => groupId);
  const isOpen = (group: typeof rows) =>
    group.every(({ entity, entityId, action }) => {
      const rule = undoRules[entity];
      const last = Math.max(...group.filter((row) => row.entityId === entityId).map(({ seq }) => seq));
      return rule !== undefined && !rule.final?.includes(action) && (latest.get(entityId) ?? 0) <= last;
    });
  return new Set(ids.filter((id) => !undone.has(id) && isOpen(groups.get(id) ?? [])));
}

async function latestSeqOf(db: ReadDb, entityIds: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (let start = 0; start < entityIds.length; start += 500) {
    const rows = await db
      .select({ entityId: changes.entityId, seq: max(changes.seq) })
      .from(changes)
      .where(inArray(changes.entityId, entityIds.slice(start, start + 500)))
      .groupBy(changes.entityId);
    for (const { entityId, seq } of rows) found.set(entityId, Number(seq));
  }
  return found;
}
