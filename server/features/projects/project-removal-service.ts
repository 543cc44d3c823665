import { eq } from "drizzle-orm";

import { removeThread } from "#server/changes/thread-removal.ts";
import type { Tx } from "#server/db/database.ts";
import {
  comments,
  decisions,
  invitations,
  milestones,
  participants,
  periods,
  streams,
} from "#server/db/schema/index.ts";
import { removeBudgetOf } from "#server/features/budget/budget-removal-service.ts";
import { removeInvitations } from "#server/features/participants/participant-invitations-service.ts";
import { removePlanOf } from "#server/features/plan/plan-removal-service.ts";
import { Fault } from "#shared/fault.ts";

/**
 * Takes away what lies in a project before it goes itself: everything is recorded one by one, so that the bin can put
 * it back. Faults: IN_USE when decisions were put to the members.
 */
export async function emptyProject(tx: Tx, projectId: string): Promise<void> {
  const put = await tx.select({ id: decisions.id }).from(decisions).where(eq(decisions.projectId, projectId)).limit(1);
  if (put.length > 0)
    throw new Fault("CONFLICT", "IN_USE", {
      message: "Decisions were put to the members. Cancel the project instead.",
    });
  await removeThread(tx, projectId, eq(comments.projectId, projectId));
  await removeInvitations(tx, eq(invitations.projectId, projectId));
  await removePlanOf(tx, { projectId });
  await removeBudgetOf(tx, { projectId });
  for (const [entity, table] of [
    ["milestone", milestones],
    ["period", periods],
    ["stream", streams],
    ["participant", participants],
  ] as const) {
    for (const before of await tx.delete(table).where(eq(table.projectId, projectId)).returning())
      await tx.record({ entity, entityId: before.id, action: "removed", projectId, before, after: null });
  }
}
