import { and, eq } from "drizzle-orm";

import { Fault, notFound, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { cycleOf } from "#shared/features/plan/schedule-rules.ts";
import { mayPlanTasks } from "#shared/features/tasks/task-policy.ts";
import type { LinkTasksInput, ReviseLinkInput } from "#shared/features/tasks/task.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { taskLinks } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { recordLink, type TaskLink } from "#server/features/plan/plan-record.ts";

import { placeTasks } from "./task-move-service.ts";
import { loadTask, namesOfTasks } from "./task-queries.ts";

/**
 * Lets one task wait for another, and puts what that pushes to its new months in the same act. Faults: NOT_FOUND (a task
 * unknown or of another project), LINK_TAKEN, LINK_CYCLE with the names in `params`, STALE as in `moveTasks`.
 */
export async function linkTasks(tx: Tx, person: Person, input: LinkTasksInput): Promise<Written> {
  const { before: predecessor } = await loadTask(tx, person, input.predecessorId);
  const { before: successor, membership } = await loadTask(tx, person, input.successorId);
  if (predecessor.projectId !== successor.projectId) throw notFound();
  demand(mayPlanTasks(membership));
  const { projectId } = successor;
  const present = await tx.select().from(taskLinks).where(eq(taskLinks.projectId, projectId));
  const { predecessorId, successorId, lagMonths } = input;
  if (present.some((link) => link.predecessorId === predecessorId && link.successorId === successorId))
    throw new Fault("CONFLICT", "LINK_TAKEN", { message: "This task waits for the other already." });
  await demandNoCircle(tx, projectId, [...present, { predecessorId, successorId }]);
  const row: TaskLink = {
    id: tx.id(),
    projectId,
    predecessorId,
    successorId,
    lagMonths,
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
  await tx.insert(taskLinks).values(row);
  await recordLink(tx, "created", null, row);
  await placeTasks(tx, projectId, input.moves);
  return { id: row.id, version: 1 };
}

/** Changes how long a task waits, with what that pushes. Faults: NOT_FOUND, STALE with the present link or as in `moveTasks`. */
export async function reviseLink(tx: Tx, person: Person, input: ReviseLinkInput): Promise<Written> {
  const before = await loadLink(tx, person, input.id);
  const [after] = await tx
    .update(taskLinks)
    .set({ lagMonths: input.lagMonths, version: input.version + 1, updatedAt: tx.now })
    .where(and(eq(taskLinks.id, input.id), eq(taskLinks.version, input.version)))
    .returning();
  if (!after) throw stale(presentOf(before));
  await recordLink(tx, "updated", before, after);
  await placeTasks(tx, before.projectId, input.moves);
  return { id: after.id, version: after.version };
}

/** Lets a task wait no longer; nobody moves. Faults: NOT_FOUND, STALE with the present link. */
export async function unlinkTasks(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const before = await loadLink(tx, person, input.id);
  const removed = await tx
    .delete(taskLinks)
    .where(and(eq(taskLinks.id, input.id), eq(taskLinks.version, input.version)))
    .returning({ id: taskLinks.id });
  if (removed.length === 0) throw stale(presentOf(before));
  await recordLink(tx, "removed", before, null);
  return { id: input.id, version: input.version };
}

/** Refuses links that would make tasks wait for each other in a circle. Faults: LINK_CYCLE, the names of the circle in `params`. */
export async function demandNoCircle(
  tx: Tx,
  projectId: string,
  links: readonly Pick<TaskLink, "predecessorId" | "successorId">[],
): Promise<void> {
  const circle = cycleOf(links);
  if (!circle) return;
  const names = await namesOfTasks(tx, projectId);
  const told = [...circle, ...circle.slice(0, 1)].map((id) => names.get(id) ?? "…");
  throw new Fault("CONFLICT", "LINK_CYCLE", {
    message: "Tasks would wait for each other in a circle.",
    params: { names: told.join(" → ") },
  });
}

async function loadLink(tx: Tx, person: Person, id: string): Promise<TaskLink> {
  const [before] = await tx.select().from(taskLinks).where(eq(taskLinks.id, id));
  if (!before) throw notFound();
  demand(mayPlanTasks(await loadMembership(tx, person, before.projectId)));
  return before;
}

const presentOf = ({ id, version, lagMonths }: TaskLink) => ({ id, version, lagMonths });
