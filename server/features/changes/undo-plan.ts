import type { Tx } from "#server/db/database.ts";
import type { UndoContext, UndoMove, UndoRule, UndoStep, Values } from "#server/changes/undo-rule.ts";
import { comparedFields, restoredRow } from "#server/changes/undo-steps.ts";
import { Fault } from "#shared/fault.ts";
import type { EntityName } from "#shared/features/changes/change-words.ts";
import type { UndoReason } from "#shared/features/changes/undo-words.ts";
import type { UndoAdjustment, UndoSkip } from "#shared/features/changes/undo.ts";
import type { Person } from "#shared/features/members/standing.ts";

import { undoOrder, undoRules } from "./undo-registry.ts";

/** What will be done and what will not. */
export type UndoPlan = { context: UndoContext; moves: UndoMove[]; skipped: UndoSkip[]; adjusted: UndoAdjustment[] };

/** The rule of a kind of record. Faults: NOT_UNDOABLE when its acts stay done. */
export function ruleOf(entity: EntityName): UndoRule {
  const rule = undoRules[entity];
  if (!rule) throw new Fault("CONFLICT", "NOT_UNDOABLE", { params: { entity } });
  return rule;
}

/**
 * Works out how the records of an act get back to where they were: compares with what the act left, asks for the
 * rights of now, looks for what stands in the way, and finds free numbers. Writes nothing.
 */
export async function planUndo(tx: Tx, person: Person, steps: readonly UndoStep[], isRedo: boolean): Promise<UndoPlan> {
  const skipped: UndoSkip[] = [];
  const skip = (step: UndoStep, reason: UndoReason, fields: string[] = []) =>
    void skipped.push({ entity: step.entity, entityId: step.entityId, fields, reason });
  let moves: UndoMove[] = [];
  for (const step of steps) {
    const found = await moveOf(tx, step);
    if (found.skip) skip(step, found.skip.reason, found.skip.fields);
    if (found.move) moves.push(found.move);
  }
  const drop = (move: UndoMove, reason: UndoReason) => {
    moves = moves.filter((each) => each !== move);
    skip(move.step, reason);
  };
  const planned = moves;
  for (const move of planned) {
    const reason = await refusalOf(tx, move, contextOf(person, isRedo, moves));
    if (reason) drop(move, reason);
  }
  for (const move of inObstacleOrder(moves)) {
    const reason = await ruleOf(move.step.entity).obstacle?.(tx, move, contextOf(person, isRedo, moves));
    if (reason) drop(move, reason);
  }
  for (const move of orphansOf(moves, steps)) drop(move, "changed");
  const adjusted: UndoAdjustment[] = [];
  moves = await fitted(tx, contextOf(person, isRedo, moves), adjusted);
  moves = await numbered(tx, moves, adjusted, skip);
  return { context: contextOf(person, isRedo, moves), moves, skipped, adjusted };
}

const idsOf = (found: readonly UndoMove[]): Set<string> => new Set(found.map(({ step }) => step.entityId));

/** The moves of an act as a rule sees them. */
export function contextOf(person: Person, isRedo: boolean, moves: readonly UndoMove[]): UndoContext {
  return {
    person,
    isRedo,
    moves,
    removing: idsOf(moves.filter(({ goal }) => goal === null)),
    restoring: idsOf(moves.filter(({ now }) => now === null)),
  };
}

type Found = { move?: UndoMove; skip?: { reason: UndoReason; fields: string[] } };

async function moveOf(tx: Tx, step: UndoStep): Promise<Found> {
  const rule = ruleOf(step.entity);
  if (step.actions.some((action) => rule.final?.includes(action)))
    throw new Fault("CONFLICT", "NOT_UNDOABLE", { params: { entity: step.entity } });
  if (rule.stays?.(step)) return {};
  const now = await rule.store.find(tx, step.entityId);
  if (step.after === null) {
    if (now) return { skip: { reason: "present", fields: [] } };
    return { move: { step, now: null, goal: restoredRow(rule, step, tx.now) } };
  }
  if (!now) return { skip: { reason: "gone", fields: [] } };
  const { same, changed } = comparedFields(rule, step, now);
  if (step.before === null)
    return changed.length > 0 ? { skip: { reason: "changed", fields: changed } } : { move: { step, now, goal: null } };
  const kept = { skip: { reason: "changed" as const, fields: changed } };
  if (same.length === 0 || (rule.isWhole && changed.length > 0)) return kept;
  const back = Object.fromEntries(same.map((name) => [name, step.before?.[name] ?? null]));
  const changedRow = { ...now, ...back, version: now.version + 1, updatedAt: tx.now };
  const goal = { ...changedRow, ...rule.derive?.(changedRow) };
  return { move: { step, now, goal }, ...(changed.length > 0 ? kept : {}) };
}

async function refusalOf(tx: Tx, move: UndoMove, context: UndoContext): Promise<UndoReason | null> {
  const rule = ruleOf(move.step.entity);
  const row = move.now ?? move.goal;
  const isCarried = rule.carriers?.some((column) => {
    const carrier = String(row?.[column]);
    return context.removing.has(carrier) || context.restoring.has(carrier);
  });
  if (isCarried && (move.now === null || move.goal === null)) return null;
  const [from, to] = context.isRedo ? [move.now, move.goal] : [move.goal, move.now];
  try {
    await rule.demand(tx, { from, to, step: move.step }, context);
    return null;
  } catch (error) {
    if (!(error instanceof Fault) || (error.code !== "FORBIDDEN" && error.code !== "NOT_FOUND")) throw error;
    return "not-allowed";
  }
}

const rank = (move: UndoMove): number => undoOrder.indexOf(move.step.entity);

/** What goes, from the leaves; then what comes back, from the roots; then what only changes. */
function inObstacleOrder(moves: readonly UndoMove[]): UndoMove[] {
  return [...leavesFirst(moves), ...rootsFirst(moves), ...moves.filter(({ now, goal }) => now && goal)];
}

/** Moves that remove, children before what they hang on. */
export function leavesFirst(moves: readonly UndoMove[]): UndoMove[] {
  return moves.filter(({ goal }) => goal === null).toSorted((left, right) => rank(right) - rank(left));
}

/** Moves that bring back, what others hang on first. */
export function rootsFirst(moves: readonly UndoMove[]): UndoMove[] {
  return moves.filter(({ now }) => now === null).toSorted((left, right) => rank(left) - rank(right));
}

/** What came or went with a record of the act that stays as it is stays, too. */
function orphansOf(moves: readonly UndoMove[], steps: readonly UndoStep[]): UndoMove[] {
  const moving = new Set(moves.map(({ step }) => step.entityId));
  const staying = new Set(
    steps
      .filter((step) => (step.before === null || step.after === null) && !moving.has(step.entityId))
      .map((step) => step.entityId),
  );
  return moves.filter((move) => {
    const row = move.now ?? move.goal;
    return ruleOf(move.step.entity).carriers?.some((column) => staying.has(String(row?.[column]))) ?? false;
  });
}

async function fitted(tx: Tx, context: UndoContext, adjusted: UndoAdjustment[]): Promise<UndoMove[]> {
  const result: UndoMove[] = [];
  for (const move of context.moves) {
    const { goal, step } = move;
    const values: Values = goal ? ((await ruleOf(step.entity).fit?.(tx, { ...move, goal }, context)) ?? {}) : {};
    for (const [field, value] of Object.entries(values))
      if (move.now === null && (typeof value === "string" || typeof value === "number" || value === null))
        adjusted.push({ entity: step.entity, entityId: step.entityId, field, value });
    result.push(goal ? { ...move, goal: { ...goal, ...values } } : move);
  }
  return result;
}

/**
 * Numbers are unique within a project, or within a part of it. Where the old ones are no longer free together, rows that stayed keep theirs
 * and what comes back gets the next free one.
 */
async function numbered(
  tx: Tx,
  moves: readonly UndoMove[],
  adjusted: UndoAdjustment[],
  skip: (step: UndoStep, reason: UndoReason, fields?: string[]) => void,
): Promise<UndoMove[]> {
  let result = [...moves];
  const groups = Map.groupBy(
    result.filter(({ step, goal }) => goal && ruleOf(step.entity).numbers),
    (move) => `${move.step.entity} ${numberedWithin(move)}`,
  );
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const { entity } = first.step;
    const present = (await ruleOf(entity).numbers?.(tx, numberedWithin(first))) ?? [];
    const leaving = new Set(moves.filter(({ goal }) => goal === null).map(({ step }) => step.entityId));
    const goals = new Map(group.map(({ step, goal }) => [step.entityId, Number(goal?.["number"])]));
    const standing = present.filter(({ id }) => !leaving.has(id));
    const wanted = [...standing.filter(({ id }) => !goals.has(id)).map(({ number }) => number), ...goals.values()];
    if (new Set(wanted).size === wanted.length) continue;
    const taken = new Set(standing.map(({ number }) => number));
    result = result.flatMap((move) => {
      if (!group.includes(move) || !move.goal) return [move];
      if (move.now) return withoutNumber(move, skip);
      const wish = Number(move.goal["number"]);
      const number = taken.has(wish) ? Math.max(0, ...taken) + 1 : wish;
      taken.add(number);
      if (number !== wish) adjusted.push({ entity, entityId: move.step.entityId, field: "number", value: number });
      return [{ ...move, goal: { ...move.goal, number } }];
    });
  }
  return result;
}

function numberedWithin({ step, goal }: UndoMove): string {
  const column = ruleOf(step.entity).numberedWithin;
  const part = column === undefined ? null : goal?.[column];
  return typeof part === "string" ? part : String(step.projectId);
}

function withoutNumber(
  move: UndoMove,
  skip: (step: UndoStep, reason: UndoReason, fields?: string[]) => void,
): UndoMove[] {
  const { now, goal, step } = move;
  if (!now || !goal || now["number"] === goal["number"]) return [move];
  skip(step, "taken", ["number"]);
  const isOnlyNumber = Object.keys(step.after ?? {}).every((name) => name === "number");
  return isOnlyNumber ? [] : [{ ...move, goal: { ...goal, number: now["number"] } }];
}
