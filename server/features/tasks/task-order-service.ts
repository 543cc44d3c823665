import { eq } from "drizzle-orm";

import { notFound, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayPlanTasks } from "#shared/features/tasks/task-policy.ts";
import type { ReorderTasksInput } from "#shared/features/tasks/task.ts";

import type { Tx } from "#server/db/database.ts";
import { streams, tasks } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { recordTask } from "#server/features/plan/plan-record.ts";

/**
 * Numbers the tasks of a stream 1…n in the given order, without holes. Faults: NOT_FOUND, STALE with the present tasks
 * when one was added, removed or changed since.
 */
export async function reorderTasks(tx: Tx, person: Person, input: ReorderTasksInput): Promise<{ versions: number[] }> {
  const [stream] = await tx.select().from(streams).where(eq(streams.id, input.streamId));
  if (!stream) throw notFound();
  demand(mayPlanTasks(await loadMembership(tx, person, stream.projectId)));
  const present = await tx.select().from(tasks).where(eq(tasks.streamId, stream.id)).orderBy(tasks.number);
  const byId = new Map(present.map((row) => [row.id, row]));
  const ids = new Set(input.tasks.map(({ id }) => id));
  const isSame = ids.size === present.length && input.tasks.every((row) => byId.get(row.id)?.version === row.version);
  if (!isSame || ids.size !== input.tasks.length)
    throw stale({ tasks: present.map(({ id, version, number, title }) => ({ id, version, number, title })) });
  const moved = input.tasks.flatMap(({ id }, index) => {
    const before = byId.get(id);
    return before && before.number !== index + 1 ? [{ before, number: index + 1 }] : [];
  });
  // Out of the way first: the number is unique at every moment.
  for (const { before } of moved) await tx.update(tasks).set({ number: -before.number }).where(eq(tasks.id, before.id));
  for (const { before, number } of moved) {
    const changed = { number, version: before.version + 1, updatedAt: tx.now };
    await tx.update(tasks).set(changed).where(eq(tasks.id, before.id));
    await recordTask(tx, "updated", before, { ...before, ...changed });
  }
  const [first] = present;
  if (moved.length === 0 && first) await recordTask(tx, "updated", first, first);
  const movedIds = new Set(moved.map(({ before }) => before.id));
  return { versions: input.tasks.map(({ id, version }) => (movedIds.has(id) ? version + 1 : version)) };
}
