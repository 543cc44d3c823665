import { eq } from "drizzle-orm";

import type { Tx } from "#server/db/database.ts";
import { projects } from "#server/db/schema/index.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { forbidden, notFound } from "#shared/fault.ts";
import type { RestoreInput } from "#shared/features/changes/bin.ts";
import type { UndoResult } from "#shared/features/changes/undo.ts";
import type { Person } from "#shared/features/members/standing.ts";

import { mayRestore, removalAt } from "./bin-queries.ts";
import { takeBack } from "./undo-service.ts";

/**
 * Puts something that was removed within 30 days back with all that went with it, by whoever might remove it now. A
 * number or code that is taken is replaced and named. Faults: NOT_FOUND (also for what this person may not know of),
 * FORBIDDEN, NOTHING_UNDONE with the reasons in `present`.
 */
export async function restoreRemoved(tx: Tx, person: Person, { seq }: RestoreInput): Promise<UndoResult> {
  const removal = await removalAt(tx, seq, tx.now);
  if (!removal) throw notFound();
  const { change, steps } = removal;
  if (!(await mayRestore(tx, person, removal))) throw await refusalFor(tx, person, change.projectId);
  return takeBack(tx, person, { groupId: change.groupId, steps, isRedo: false, mustMove: change.entityId });
}

// Who reads the project may know that something of it was removed; nobody else may know that it was ever there.
async function refusalFor(tx: Tx, person: Person, projectId: string | null): Promise<Error> {
  if (projectId === null) return notFound();
  const [present] = await tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId));
  if (!present) return notFound();
  await loadMembership(tx, person, projectId);
  return forbidden();
}
