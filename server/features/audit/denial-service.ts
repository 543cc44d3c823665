import { setImmediate as turn } from "node:timers/promises";

import { and, eq, gt, inArray } from "drizzle-orm";

import { type Actor, type Database, type ReadDb } from "#server/db/database.ts";
import { changes, jobs, seats, users } from "#server/db/schema/index.ts";
import { rowStore } from "#server/db/row-store.ts";
import { undoRules } from "#server/features/changes/undo-registry.ts";
import { deniedActions } from "#shared/features/audit/audit-words.ts";

const mostInAnHour = 20;
const hour = 3_600_000;
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const mostIds = 20;

/** A refused mutation of a signed-in person: what was called and how it was refused, never what was sent. */
export type Denial = {
  path: string;
  appCode: string;
  /** "Not found" is a denial only when one of the identifiers is of something. */
  isHidden: boolean;
  input: () => Promise<unknown>;
};

const underway = new WeakMap<Database, Promise<void>>();

/**
 * Leaves an entry of a refused call (security.md, R-A3) after its answer has gone out: for administrators alone, at
 * most 20 for a person in an hour and one that says there were more. Never throws.
 */
export function noteDenial(
  db: Database,
  actor: Actor,
  now: number,
  denial: Denial,
  report: (error: unknown) => void,
): void {
  const before = underway.get(db) ?? Promise.resolve();
  const work = before.then(() => turn()).then(() => keepDenial(db, actor, now, denial));
  underway.set(db, work.catch(report));
}

/** Resolves when every refused call so far has its entry. */
export async function denialsKept(db: Database): Promise<void> {
  await underway.get(db);
}

async function keepDenial(db: Database, actor: Actor, now: number, denial: Denial): Promise<void> {
  const { userId } = actor;
  if (userId === null || db.condition() !== "writable" || (await entriesOf(db.read, userId, now)) > mostInAnHour)
    return;
  if (denial.isHidden && !(await namesSomething(db.read, await denial.input()))) return;
  await db.transact(actor, async (tx) => {
    const known = await entriesOf(tx, userId, now);
    const action = known < mostInAnHour ? "denied" : "denied-more";
    const { path, appCode } = denial;
    const after = action === "denied" ? { path, appCode } : { more: true };
    // Somebody else's entry may have been the last meanwhile; then there is nothing to add.
    const before = known > mostInAnHour ? after : null;
    await tx.record({ entity: "access", entityId: userId, action, before, after });
  });
}

async function entriesOf(db: ReadDb, userId: string, now: number): Promise<number> {
  const rows = await db
    .select({ seq: changes.seq })
    .from(changes)
    .where(
      and(
        eq(changes.entityId, userId),
        eq(changes.entity, "access"),
        inArray(changes.action, [...deniedActions]),
        gt(changes.at, now - hour),
      ),
    )
    .limit(mostInAnHour + 1);
  return rows.length;
}

const stores = [
  ...Object.values(undoRules).map(({ store }) => store),
  ...[users, seats].map((table) => rowStore(table as never)),
];

/** Whether one of the identifiers in the input is of something that is, or was, there. */
async function namesSomething(db: ReadDb, input: unknown): Promise<boolean> {
  const ids = [...idsIn(input)].slice(0, mostIds);
  if (ids.length === 0) return false;
  const recorded = await db.select({ seq: changes.seq }).from(changes).where(inArray(changes.entityId, ids)).limit(1);
  if (recorded.length > 0) return true;
  const asked = await db.select({ id: jobs.id }).from(jobs).where(inArray(jobs.id, ids)).limit(1);
  if (asked.length > 0) return true;
  for (const id of ids) for (const store of stores) if ((await store.find(db, id)) !== null) return true;
  return false;
}

function* idsIn(value: unknown, depth = 0): Generator<string> {
  if (typeof value === "string" && idPattern.test(value)) yield value;
  if (typeof value !== "object" || value === null || depth > 5) return;
  for (const inner of Object.values(value)) yield* idsIn(inner, depth + 1);
}
