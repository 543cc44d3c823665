import { and, asc, eq } from "drizzle-orm";

import type { ReadDb, Tx } from "#server/db/database.ts";
import type { UndoMove, UndoStep } from "#server/changes/undo-rule.ts";
import { stepsOf } from "#server/changes/undo-steps.ts";
import { changes, undoneActs } from "#server/db/schema/index.ts";
import { undoImport } from "#server/features/imports/import-undo-service.ts";
import { Fault, forbidden, notFound } from "#shared/fault.ts";
import { UNDO_KEPT_MS } from "#shared/features/changes/undo-words.ts";
import type { UndoActInput, UndoResult } from "#shared/features/changes/undo.ts";
import type { Person } from "#shared/features/members/standing.ts";

import { leavesFirst, planUndo, rootsFirst, ruleOf, type UndoPlan } from "./undo-plan.ts";

/**
 * Takes back an own act, or does again what was taken back when the act was an undo. Rights are those of now, of the
 * act itself; what others changed meanwhile stays and is named in the answer. Faults: NOT_FOUND (no such act of one's
 * own), ALREADY_UNDONE, UNDO_TOO_LATE, NOT_UNDOABLE, FORBIDDEN, NOTHING_UNDONE with the reasons in `present`.
 */
export async function undoAct(tx: Tx, person: Person, { groupId }: UndoActInput): Promise<UndoResult> {
  const rows = await tx.select().from(changes).where(eq(changes.groupId, groupId)).orderBy(asc(changes.seq));
  const [first] = rows;
  if (!first || first.actorId !== person.userId) throw notFound();
  await demandNotUndone(tx, groupId);
  if (first.at <= tx.now - UNDO_KEPT_MS) throw new Fault("CONFLICT", "UNDO_TOO_LATE");
  const imported = rows.find(({ entity, action }) => entity === "import" && action === "imported");
  if (imported) return takeImportBack(tx, person, { groupId, importId: imported.entityId, done: rows.length - 1 });
  return takeBack(tx, person, { groupId, steps: stepsOf(rows), isRedo: await isUndo(tx, groupId) });
}

/** An import has a road of its own, all or nothing. Faults: those of `undoImport`. */
async function takeImportBack(
  tx: Tx,
  person: Person,
  { groupId, importId, done }: { groupId: string; importId: string; done: number },
): Promise<UndoResult> {
  await undoImport(tx, person, importId);
  await tx.insert(undoneActs).values({ groupId, byGroupId: tx.groupId, at: tx.now });
  return { groupId: tx.groupId, isRedo: false, done, skipped: [], adjusted: [] };
}

/** Takes the steps of a recorded act back as far as rights and what stands now allow, and keeps that it was. Faults: as `undoAct`. */
export async function takeBack(
  tx: Tx,
  person: Person,
  act: { groupId: string; steps: readonly UndoStep[]; isRedo: boolean; mustMove?: string },
): Promise<UndoResult> {
  const plan = await planUndo(tx, person, act.steps, act.isRedo);
  const { moves, skipped, adjusted } = plan;
  const isMoving = act.mustMove === undefined || moves.some(({ step }) => step.entityId === act.mustMove);
  if (moves.length === 0 || !isMoving) {
    if (skipped.length > 0 && skipped.every(({ reason }) => reason === "not-allowed")) throw forbidden();
    throw new Fault("CONFLICT", "NOTHING_UNDONE", { present: skipped });
  }
  await carryOut(tx, plan);
  await tx.insert(undoneActs).values({ groupId: act.groupId, byGroupId: tx.groupId, at: tx.now }).onConflictDoNothing();
  return { groupId: tx.groupId, isRedo: act.isRedo, done: moves.length, skipped, adjusted };
}

async function demandNotUndone(db: ReadDb, groupId: string): Promise<void> {
  const [found] = await db.select().from(undoneActs).where(eq(undoneActs.groupId, groupId));
  if (found) throw new Fault("CONFLICT", "ALREADY_UNDONE");
}

/** Whether an act undid another: every second one of a chain of undoing. */
async function isUndo(db: ReadDb, groupId: string): Promise<boolean> {
  let isOdd = false;
  for (let current = groupId; ; isOdd = !isOdd) {
    const [found] = await db
      .select({ groupId: undoneActs.groupId })
      .from(undoneActs)
      .where(and(eq(undoneActs.byGroupId, current)));
    if (!found) return isOdd;
    current = found.groupId;
  }
}

/** Writes the moves so that every unique number and every reference holds at each moment. */
async function carryOut(tx: Tx, { moves, context }: UndoPlan): Promise<void> {
  for (const move of leavesFirst(moves)) {
    const { store, beside } = ruleOf(move.step.entity);
    const extra = await beside?.(tx, move, context);
    await store.remove(tx, move.step.entityId);
    await record(tx, move, "removed", extra);
  }
  const changing = moves.filter(({ now, goal }) => now && goal);
  for (const { step, now, goal } of changing)
    if (now?.["number"] !== goal?.["number"])
      await ruleOf(step.entity).store.change(tx, step.entityId, { number: -1_000_000 - Number(now?.["number"]) });
  for (const move of rootsFirst(moves)) {
    const { store, beside } = ruleOf(move.step.entity);
    if (move.goal) await store.insert(tx, move.goal);
    await record(tx, move, "restored", await beside?.(tx, move, context));
  }
  for (const move of changing) {
    const { store, beside } = ruleOf(move.step.entity);
    const extra = await beside?.(tx, move, context);
    await store.change(tx, move.step.entityId, move.goal ?? {});
    await record(tx, move, context.isRedo ? "redone" : "undone", extra);
  }
  for (const move of moves) await ruleOf(move.step.entity).afterwards?.(tx, move, context);
}

async function record(
  tx: Tx,
  move: UndoMove,
  action: string,
  extra: { before: Record<string, unknown>; after: Record<string, unknown> } | null | undefined,
): Promise<void> {
  const { step, now, goal } = move;
  const { entity, entityId, projectId, organisationId } = step;
  const rule = ruleOf(entity);
  await tx.record({
    entity,
    entityId,
    action,
    projectId,
    organisationId,
    confidentialTo: (await rule.confidentialTo?.(tx, move)) ?? step.confidentialTo,
    before: now && { ...now, ...extra?.before },
    after: goal && { ...goal, ...extra?.after },
  });
}
