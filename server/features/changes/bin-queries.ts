import { and, desc, eq, gt, inArray, isNull } from "drizzle-orm";

import type { UndoStep } from "#server/changes/undo-rule.ts";
import { isRemoval, type RecordedChange, restoredRow, stepsOf } from "#server/changes/undo-steps.ts";
import type { ReadDb } from "#server/db/database.ts";
import { changes, organisations, users } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { Fault } from "#shared/fault.ts";
import type { Bin, BinRow } from "#shared/features/changes/bin.ts";
import { type EntityName, entityNames } from "#shared/features/changes/change-words.ts";
import { BIN_KEPT_MS } from "#shared/features/changes/undo-words.ts";
import { mayPlanProject, type Person } from "#shared/features/members/standing.ts";

import { contextOf, ruleOf } from "./undo-plan.ts";
import { undoRules } from "./undo-registry.ts";

const mostShown = 200;
const day = 86_400_000;
const binned = entityNames.filter((name) => undoRules[name]?.isBinned);
const ofDirectory: readonly EntityName[] = ["project", "organisation", "membership", "resource"];

/** One removal with all that went in the same act. */
export type Removal = { change: RecordedChange; steps: UndoStep[] };

/** What was removed from a project in the last 30 days and is not back, newest first, for planners. Faults: NOT_FOUND, FORBIDDEN. */
export async function listProjectBin(db: ReadDb, person: Person, projectId: string, now: number): Promise<Bin> {
  demand(mayPlanProject(await loadMembership(db, person, projectId)));
  const parts = binned.filter((name) => !ofDirectory.includes(name));
  const found = await removalsOf(db, parts, now, projectId);
  return { rows: await rowsOf(db, await restorable(db, person, found), now) };
}

/** Removed projects, organisations, memberships and resources that this person may bring back; others see nothing of them. */
export async function listDirectoryBin(db: ReadDb, person: Person, now: number): Promise<Bin> {
  const found = await removalsOf(db, ofDirectory, now, null);
  return { rows: await rowsOf(db, await restorable(db, person, found), now) };
}

/** A removal that still lies in the bin, or null. */
export async function removalAt(db: ReadDb, seq: number, now: number): Promise<Removal | null> {
  const [change] = await db.select().from(changes).where(eq(changes.seq, seq));
  if (!change || !binned.includes(change.entity) || !isRemoval(change) || change.at <= now - BIN_KEPT_MS) return null;
  const [removal] = await withSteps(db, [change]);
  return removal ?? null;
}

/** Whether the person may undo the removal now, as whoever might remove it now. */
export async function mayRestore(db: ReadDb, person: Person, { change, steps }: Removal): Promise<boolean> {
  const moves = steps
    .filter((step) => step.after === null)
    .map((step) => ({ step, now: null, goal: restoredRow(ruleOf(step.entity), step, step.at) }));
  const move = moves.find(({ step }) => step.entityId === change.entityId);
  if (!move) return false;
  try {
    const act = { from: move.goal, to: null, step: move.step };
    await ruleOf(change.entity).demand(db, act, contextOf(person, false, moves));
    return true;
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}

async function removalsOf(
  db: ReadDb,
  entities: readonly EntityName[],
  now: number,
  projectId: string | null,
): Promise<Removal[]> {
  const rows = await db
    .select()
    .from(changes)
    .where(
      and(
        inArray(changes.entity, [...entities]),
        eq(changes.action, "removed"),
        gt(changes.at, now - BIN_KEPT_MS),
        projectId === null ? undefined : and(eq(changes.projectId, projectId), isNull(changes.confidentialTo)),
      ),
    )
    .orderBy(desc(changes.seq))
    .limit(mostShown);
  const latest = new Map<string, RecordedChange>();
  for (const row of rows) if (isRemoval(row) && !latest.has(row.entityId)) latest.set(row.entityId, row);
  const gone: RecordedChange[] = [];
  for (const row of latest.values())
    if ((await ruleOf(row.entity).store.find(db, row.entityId)) === null) gone.push(row);
  return withSteps(db, gone);
}

/** Each removal with its act; what an import wrote or took back has a road of its own. */
async function withSteps(db: ReadDb, rows: readonly RecordedChange[]): Promise<Removal[]> {
  const groupIds = [...new Set(rows.map(({ groupId }) => groupId))];
  if (groupIds.length === 0) return [];
  const imported = await db
    .selectDistinct({ groupId: changes.groupId })
    .from(changes)
    .where(and(inArray(changes.groupId, groupIds), eq(changes.entity, "import")));
  const foreign = new Set(imported.map(({ groupId }) => groupId));
  const own = groupIds.filter((id) => !foreign.has(id));
  if (own.length === 0) return [];
  const all = await db.select().from(changes).where(inArray(changes.groupId, own)).orderBy(changes.seq);
  const byGroup = Map.groupBy(all, ({ groupId }) => groupId);
  return rows.flatMap((change) => {
    const act = byGroup.get(change.groupId);
    const steps = act ? stepsOf(act) : [];
    return steps.every(({ entity }) => undoRules[entity]) && act ? [{ change, steps }] : [];
  });
}

/** Those the person may bring back, without what comes back with something else of the same act. */
async function restorable(db: ReadDb, person: Person, removals: readonly Removal[]): Promise<Removal[]> {
  const found: Removal[] = [];
  for (const removal of removals) {
    const { change, steps } = removal;
    const gone = new Set(steps.filter((step) => step.after === null).map(({ entityId }) => entityId));
    const carriers = ruleOf(change.entity).carriers ?? [];
    const isCarried = carriers.some((column) => gone.has(String(change.fields[column]?.[0])));
    if (!isCarried && (await mayRestore(db, person, removal))) found.push(removal);
  }
  return found;
}

async function rowsOf(db: ReadDb, removals: readonly Removal[], now: number): Promise<BinRow[]> {
  const idsOf = (name: string) => removals.map(({ change }) => wasText(change, name));
  const actors = removals.flatMap(({ change }) => change.actorId ?? []);
  const people = new Map(await namesOf(db, users, actors));
  const names = new Map(await namesOf(db, organisations, [...idsOf("organisationId"), ...idsOf("parentId")]));
  return removals.map(({ change, steps }) => ({
    seq: change.seq,
    entity: change.entity,
    entityId: change.entityId,
    title: titleOf(change, names),
    removedAt: change.at,
    removedByName: change.actorId === null ? null : (people.get(change.actorId) ?? null),
    daysLeft: Math.max(1, Math.ceil((change.at + BIN_KEPT_MS - now) / day)),
    withIt: steps.filter((step) => step.after === null).length - 1,
  }));
}

async function namesOf(
  db: ReadDb,
  table: typeof users | typeof organisations,
  ids: readonly string[],
): Promise<[string, string][]> {
  const wanted = [...new Set(ids.filter((id) => id !== ""))];
  if (wanted.length === 0) return [];
  const rows = await db.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, wanted));
  return rows.map(({ id, name }) => [id, name]);
}

function wasText({ fields }: Pick<RecordedChange, "fields">, name: string): string {
  const value = fields[name]?.[0];
  return typeof value === "string" ? value : "";
}

function titleOf({ entity, fields }: RecordedChange, names: ReadonlyMap<string, string>): string | null {
  const was = (name: string) => wasText({ fields }, name);
  if (entity === "participant") return names.get(was("organisationId")) ?? null;
  if (entity === "membership")
    return `${names.get(was("organisationId")) ?? "…"} – ${names.get(was("parentId")) ?? "…"}`;
  if (entity === "stream") return `${was("code")} ${was("title")}`.trim();
  return was("acronym") || was("title") || was("name") || was("resource") || null;
}
