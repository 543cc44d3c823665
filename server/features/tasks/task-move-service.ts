import { and, eq, inArray } from "drizzle-orm";

import { invalid, notFound, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayPlanTasks } from "#shared/features/tasks/task-policy.ts";
import type { MovedTasks, MoveTasksInput } from "#shared/features/tasks/task.ts";

import type { Tx } from "#server/db/database.ts";
import { tasks } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { recordTask, type Task } from "#server/features/plan/plan-record.ts";

import { namesOfTasks } from "./task-queries.ts";

// As many ids as both databases take in one question.
const chunk = 400;

/**
 * Puts many tasks to new months as one act: all or nothing. Faults: NOT_FOUND (unknown or of another project), INPUT
 * (months reversed, a task twice), STALE with the tasks that somebody changed in between, by name.
 */
export async function moveTasks(tx: Tx, person: Person, { projectId, moves }: MoveTasksInput): Promise<MovedTasks> {
  const membership = await loadMembership(tx, person, projectId);
  demand(mayPlanTasks(membership));
  return { tasks: await placeTasks(tx, projectId, moves) };
}

/** Writes the new months of tasks for a caller who may plan. Faults: as `moveTasks`. */
export async function placeTasks(
  tx: Tx,
  projectId: string,
  moves: MoveTasksInput["moves"],
): Promise<MovedTasks["tasks"]> {
  const present = await loadPresent(tx, projectId, moves);
  const changed = moves.filter(({ id, version }) => present.get(id)?.version !== version);
  if (changed.length > 0) throw stale(await conflictOf(tx, projectId, changed, present));
  const written: MovedTasks["tasks"] = [];
  for (const { id, version, startMonth, endMonth } of moves) {
    const before = present.get(id);
    if (!before) continue;
    const [after] = await tx
      .update(tasks)
      .set({ startMonth, endMonth, version: version + 1, updatedAt: tx.now })
      .where(and(eq(tasks.id, id), eq(tasks.version, version)))
      .returning();
    if (!after) throw stale(await conflictOf(tx, projectId, [{ id }], present));
    await recordTask(tx, "moved", before, after);
    written.push({ id, version: after.version });
  }
  return written;
}

async function loadPresent(tx: Tx, projectId: string, moves: MoveTasksInput["moves"]): Promise<Map<string, Task>> {
  const ids = moves.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) throw invalid("moves", "REPEATED");
  if (moves.some(({ startMonth, endMonth }) => startMonth > endMonth)) throw invalid("moves", "BEFORE_START");
  const present = new Map<string, Task>();
  for (let start = 0; start < ids.length; start += chunk) {
    const rows = await tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), inArray(tasks.id, ids.slice(start, start + chunk))));
    for (const row of rows) present.set(row.id, row);
  }
  if (present.size !== ids.length) throw notFound();
  return present;
}

async function conflictOf(
  tx: Tx,
  projectId: string,
  changed: readonly { id: string }[],
  present: ReadonlyMap<string, Task>,
) {
  const names = await namesOfTasks(tx, projectId);
  return {
    tasks: changed.map(({ id }) => {
      const row = present.get(id);
      const { version, startMonth, endMonth } = row ?? { version: 0, startMonth: null, endMonth: null };
      return { id, name: names.get(id) ?? "", version, startMonth, endMonth };
    }),
  };
}
