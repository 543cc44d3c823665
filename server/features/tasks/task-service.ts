import { and, eq, max } from "drizzle-orm";

import { invalid, notFound, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayPlanTasks, mayReportOnTask } from "#shared/features/tasks/task-policy.ts";
import type { CreateTaskInput, ReportOnTaskInput, ReviseTaskInput } from "#shared/features/tasks/task.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { streams, tasks } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { demandMembers, recordTask, type Task } from "#server/features/plan/plan-record.ts";
import { releaseTask } from "#server/features/plan/plan-removal-service.ts";

import { loadTask, showTask } from "./task-queries.ts";

type Months = { startMonth: number | null; endMonth: number | null };

/** Adds a task at the end of its stream. Faults: NOT_FOUND, INPUT (months reversed, a lead who is no member). */
export async function createTask(tx: Tx, person: Person, input: CreateTaskInput): Promise<Written> {
  const [stream] = await tx.select().from(streams).where(eq(streams.id, input.streamId));
  if (!stream) throw notFound();
  const { projectId } = stream;
  demand(mayPlanTasks(await loadMembership(tx, person, projectId)));
  demandMonths(input);
  await demandPeople(tx, projectId, input);
  const [last] = await tx
    .select({ number: max(tasks.number) })
    .from(tasks)
    .where(eq(tasks.streamId, input.streamId));
  const row: Task = {
    ...input,
    id: tx.id(),
    projectId,
    number: (last?.number ?? 0) + 1,
    progressBp: 0,
    state: "planned",
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
  await tx.insert(tasks).values(row);
  await recordTask(tx, "created", null, row);
  return { id: row.id, version: 1 };
}

/** Changes single fields of a task; what waits for it stays where it is (`task.move` moves many). Faults: STALE with the present row, INPUT. */
export async function reviseTask(tx: Tx, person: Person, input: ReviseTaskInput): Promise<Written> {
  const { before, membership } = await loadTask(tx, person, input.id);
  demand(mayPlanTasks(membership));
  if (before.version === input.version) demandMonths({ ...before, ...input.patch });
  await demandPeople(tx, before.projectId, input.patch);
  return await write(tx, person, before, input);
}

/** Says how a task goes, which its lead may do as well. Faults: STALE with the present row. */
export async function reportOnTask(tx: Tx, person: Person, input: ReportOnTaskInput): Promise<Written> {
  const { before, membership } = await loadTask(tx, person, input.id);
  demand(mayReportOnTask(membership, before));
  return await write(tx, person, before, input);
}

/**
 * Removes a task with the links to and from it; deliverables of it stay in the stream. Numbers of the others stay until
 * somebody orders them anew. Faults: STALE with the present row.
 */
export async function removeTask(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const { before, membership } = await loadTask(tx, person, input.id);
  demand(mayPlanTasks(membership));
  if (before.version !== input.version) throw stale(await showTask(tx, person, input.id));
  await releaseTask(tx, input.id);
  const removed = await tx
    .delete(tasks)
    .where(and(eq(tasks.id, input.id), eq(tasks.version, input.version)))
    .returning({ id: tasks.id });
  if (removed.length === 0) throw stale(await showTask(tx, person, input.id));
  await recordTask(tx, "removed", before, null);
  return { id: input.id, version: input.version };
}

async function write(
  tx: Tx,
  person: Person,
  before: Task,
  { version, patch }: { version: number; patch: Partial<Task> },
): Promise<Written> {
  const [after] = await tx
    .update(tasks)
    .set({ ...patch, version: version + 1, updatedAt: tx.now })
    .where(and(eq(tasks.id, before.id), eq(tasks.version, version)))
    .returning();
  if (!after) throw stale(await showTask(tx, person, before.id));
  await recordTask(tx, "updated", before, after);
  return { id: after.id, version: after.version };
}

function demandMonths({ startMonth, endMonth }: Months): void {
  if (startMonth !== null && endMonth !== null && startMonth > endMonth) throw invalid("endMonth", "BEFORE_START");
}

async function demandPeople(
  tx: Tx,
  projectId: string,
  people: { leadParticipantId?: string | null | undefined; participantIds?: string[] | undefined },
): Promise<void> {
  await demandMembers(tx, projectId, [people.leadParticipantId], "leadParticipantId");
  const ids = people.participantIds ?? [];
  if (new Set(ids).size !== ids.length) throw invalid("participantIds", "REPEATED");
  await demandMembers(tx, projectId, ids, "participantIds");
}
