import { and, eq, or } from "drizzle-orm";

import type { Tx } from "#server/db/database.ts";
import { deliverables, taskLinks, tasks } from "#server/db/schema/index.ts";

import { recordDeliverable, recordLink, recordTask } from "./plan-record.ts";

/** Takes away the tasks of a project or of one stream, with links and deliverables, each recorded so that the bin can put it back. */
export async function removePlanOf(tx: Tx, of: { projectId: string; streamId?: string }): Promise<void> {
  const { projectId, streamId } = of;
  const gone = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), streamId === undefined ? undefined : eq(tasks.streamId, streamId)));
  const ids = new Set(gone.map(({ id }) => id));
  const links = await tx.select().from(taskLinks).where(eq(taskLinks.projectId, projectId));
  for (const link of links) {
    if (!ids.has(link.predecessorId) && !ids.has(link.successorId)) continue;
    await tx.delete(taskLinks).where(eq(taskLinks.id, link.id));
    await recordLink(tx, "removed", link, null);
  }
  const within = (table: typeof tasks | typeof deliverables) =>
    and(eq(table.projectId, projectId), streamId === undefined ? undefined : eq(table.streamId, streamId));
  for (const row of await tx.delete(deliverables).where(within(deliverables)).returning())
    await recordDeliverable(tx, "removed", row, null);
  for (const row of await tx.delete(tasks).where(within(tasks)).returning()) await recordTask(tx, "removed", row, null);
}

/** Takes the links of one task away, and lets deliverables stand without it; each is recorded. */
export async function releaseTask(tx: Tx, taskId: string): Promise<void> {
  const links = await tx
    .delete(taskLinks)
    .where(or(eq(taskLinks.predecessorId, taskId), eq(taskLinks.successorId, taskId)))
    .returning();
  for (const link of links) await recordLink(tx, "removed", link, null);
  for (const before of await tx.select().from(deliverables).where(eq(deliverables.taskId, taskId))) {
    const changed = { taskId: null, version: before.version + 1, updatedAt: tx.now };
    await tx.update(deliverables).set(changed).where(eq(deliverables.id, before.id));
    await recordDeliverable(tx, "updated", before, { ...before, ...changed });
  }
}

/** Lets tasks and deliverables stand without a participant that goes; each is recorded. */
export async function releasePlanFrom(tx: Tx, participant: { id: string; projectId: string }): Promise<void> {
  const { id, projectId } = participant;
  for (const before of await tx.select().from(tasks).where(eq(tasks.projectId, projectId))) {
    if (before.leadParticipantId !== id && !before.participantIds.includes(id)) continue;
    const changed = {
      leadParticipantId: before.leadParticipantId === id ? null : before.leadParticipantId,
      participantIds: before.participantIds.filter((each) => each !== id),
      version: before.version + 1,
      updatedAt: tx.now,
    };
    await tx.update(tasks).set(changed).where(eq(tasks.id, before.id));
    await recordTask(tx, "updated", before, { ...before, ...changed });
  }
  const led = await tx
    .select()
    .from(deliverables)
    .where(and(eq(deliverables.projectId, projectId), eq(deliverables.leadParticipantId, id)));
  for (const before of led) {
    const changed = { leadParticipantId: null, version: before.version + 1, updatedAt: tx.now };
    await tx.update(deliverables).set(changed).where(eq(deliverables.id, before.id));
    await recordDeliverable(tx, "updated", before, { ...before, ...changed });
  }
}
