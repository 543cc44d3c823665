import { eq } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayPlanTasks, mayReportOnTask } from "#shared/features/tasks/task-policy.ts";
import type { TaskDetail } from "#shared/features/tasks/task.ts";

import type { ReadDb } from "#server/db/database.ts";
import { streams, tasks } from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";
import type { Task } from "#server/features/plan/plan-record.ts";

/** The task as stored and where the person stands towards its project. Faults: NOT_FOUND for unknown and foreign alike. */
export async function loadTask(
  db: ReadDb,
  person: Person,
  id: string,
): Promise<{ before: Task; membership: Membership }> {
  const [before] = await db.select().from(tasks).where(eq(tasks.id, id));
  if (!before) throw notFound();
  return { before, membership: await loadMembership(db, person, before.projectId) };
}

/** One task with its description. Faults: NOT_FOUND for unknown and foreign ones alike. */
export async function showTask(db: ReadDb, person: Person, id: string): Promise<TaskDetail> {
  const { before, membership } = await loadTask(db, person, id);
  const [stream] = await db.select({ number: streams.number }).from(streams).where(eq(streams.id, before.streamId));
  const { createdAt: _created, updatedAt: _updated, ...row } = before;
  return {
    ...row,
    code: `${stream?.number ?? 0}.${row.number}`,
    may: { revise: mayPlanTasks(membership), report: mayReportOnTask(membership, row) },
  };
}

/** Titles of tasks by id, as a person knows them: code and title, for faults that name tasks. */
export async function namesOfTasks(db: ReadDb, projectId: string): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: tasks.id, stream: streams.number, number: tasks.number, title: tasks.title })
    .from(tasks)
    .innerJoin(streams, eq(streams.id, tasks.streamId))
    .where(eq(tasks.projectId, projectId));
  return new Map(rows.map((row) => [row.id, `${row.stream}.${row.number} ${row.title}`]));
}
