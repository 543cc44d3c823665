import { and, eq, inArray } from "drizzle-orm";

import { invalid } from "#shared/fault.ts";

import type { Tx } from "#server/db/database.ts";
import { type deliverables, participants, type taskLinks, type tasks } from "#server/db/schema/index.ts";

export type Task = typeof tasks.$inferSelect;
export type TaskLink = typeof taskLinks.$inferSelect;
export type Deliverable = typeof deliverables.$inferSelect;

type Recorded<Row> = { before: Row | null; after: Row | null };

/** Records what happened to a task. */
export async function recordTask(tx: Tx, action: string, before: Task | null, after: Task | null): Promise<void> {
  await record(tx, "task", action, { before, after });
}

/** Records what happened to a link between two tasks. */
export async function recordLink(
  tx: Tx,
  action: string,
  before: TaskLink | null,
  after: TaskLink | null,
): Promise<void> {
  await record(tx, "task-link", action, { before, after });
}

/** Records what happened to a deliverable. */
export async function recordDeliverable(
  tx: Tx,
  action: string,
  before: Deliverable | null,
  after: Deliverable | null,
): Promise<void> {
  await record(tx, "deliverable", action, { before, after });
}

async function record(
  tx: Tx,
  entity: "task" | "task-link" | "deliverable",
  action: string,
  { before, after }: Recorded<{ id: string; projectId: string }>,
): Promise<void> {
  const row = after ?? before;
  if (row) await tx.record({ entity, entityId: row.id, action, projectId: row.projectId, before, after });
}

/** Refuses participants that are not of this project, declined or left. Faults: INPUT at `path`. */
export async function demandMembers(
  tx: Tx,
  projectId: string,
  ids: readonly (string | null | undefined)[],
  path: string,
): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => typeof id === "string"))];
  if (wanted.length === 0) return;
  const rows = await tx
    .select({ id: participants.id, state: participants.state })
    .from(participants)
    .where(and(eq(participants.projectId, projectId), inArray(participants.id, wanted)));
  const members = rows.filter(({ state }) => state === "accepted" || state === "invited");
  if (members.length !== wanted.length) throw invalid(path, "NOT_A_MEMBER");
}
