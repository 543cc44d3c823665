import { and, eq } from "drizzle-orm";

import { stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayPlanStreams } from "#shared/features/streams/stream-policy.ts";
import type { ReorderStreamsInput } from "#shared/features/streams/stream.ts";

import type { Tx } from "#server/db/database.ts";
import { streams } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";

import { listStreams } from "./stream-queries.ts";

/**
 * Numbers the streams 1…n in the given order; their codes stay, people know them by heart. Faults: STALE with the
 * present list when a stream was added, removed or changed since.
 */
export async function reorderStreams(
  tx: Tx,
  person: Person,
  input: ReorderStreamsInput,
): Promise<{ versions: number[] }> {
  const { projectId } = input;
  const membership = await loadMembership(tx, person, projectId);
  demand(mayPlanStreams(membership));
  const present = await tx.select().from(streams).where(eq(streams.projectId, projectId));
  const byId = new Map(present.map((row) => [row.id, row]));
  const ids = new Set(input.streams.map((row) => row.id));
  const isSame = ids.size === present.length && input.streams.every((row) => byId.get(row.id)?.version === row.version);
  if (!isSame || input.streams.length !== ids.size)
    throw stale(await listStreams(tx, person, { projectId, search: "" }));
  const moved = input.streams.flatMap(({ id }, index) => {
    const before = byId.get(id);
    return before && before.number !== index + 1 ? [{ before, number: index + 1 }] : [];
  });
  // Out of the way first: the number is unique at every moment.
  for (const { before } of moved)
    await tx.update(streams).set({ number: -before.number }).where(eq(streams.id, before.id));
  for (const { before, number } of moved) {
    const changed = { number, version: before.version + 1, updatedAt: tx.now };
    await tx
      .update(streams)
      .set(changed)
      .where(and(eq(streams.id, before.id), eq(streams.version, before.version)));
    await tx.record({
      entity: "stream",
      entityId: before.id,
      action: "updated",
      projectId,
      before,
      after: { ...before, ...changed },
    });
  }
  if (moved.length === 0) {
    const first = present[0];
    if (first)
      await tx.record({
        entity: "stream",
        entityId: first.id,
        action: "updated",
        projectId,
        before: first,
        after: first,
      });
  }
  const movedIds = new Set(moved.map(({ before }) => before.id));
  return { versions: input.streams.map(({ id, version }) => (movedIds.has(id) ? version + 1 : version)) };
}
