import { and, eq } from "drizzle-orm";

import { invalid, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { Written } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { deliverables, tasks } from "#server/db/schema/index.ts";
import { type Deliverable, recordDeliverable } from "#server/features/plan/plan-record.ts";

import { showDeliverable } from "./deliverable-queries.ts";

/** Writes a patch over the version that was seen, and records it. Faults: STALE with the present row. */
export async function writeDeliverable(
  tx: Tx,
  person: Person,
  before: Deliverable,
  { version, patch, action }: { version: number; patch: Partial<Deliverable>; action: string },
): Promise<Written> {
  const [after] = await tx
    .update(deliverables)
    .set({ ...patch, version: version + 1, updatedAt: tx.now })
    .where(and(eq(deliverables.id, before.id), eq(deliverables.version, version)))
    .returning();
  if (!after) throw stale(await showDeliverable(tx, person, before.id));
  await recordDeliverable(tx, action, before, after);
  return { id: after.id, version: after.version };
}

/** Refuses a task of another stream. Faults: INPUT. */
export async function demandTaskOf(tx: Tx, streamId: string, taskId: string | null | undefined): Promise<void> {
  if (!taskId) return;
  const [task] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.id, taskId), eq(tasks.streamId, streamId)));
  if (!task) throw invalid("taskId", "NOT_FOUND");
}
