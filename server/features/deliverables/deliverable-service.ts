import { and, eq, max } from "drizzle-orm";

import { Fault, notFound, stale } from "#shared/fault.ts";
import { mayPlanDeliverables, maySubmitDeliverable } from "#shared/features/deliverables/deliverable-policy.ts";
import { isOpen } from "#shared/features/deliverables/deliverable-rules.ts";
import type {
  CreateDeliverableInput,
  DraftDeliverableInput,
  ReorderDeliverablesInput,
  ReviseDeliverableInput,
} from "#shared/features/deliverables/deliverable.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { deliverables, streams } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { type Deliverable, demandMembers, recordDeliverable } from "#server/features/plan/plan-record.ts";

import { loadDeliverable, showDeliverable } from "./deliverable-queries.ts";
import { demandTaskOf, writeDeliverable } from "./deliverable-writing.ts";

/** Adds a pending deliverable at the end of its stream. Faults: NOT_FOUND, INPUT (a lead who is no member, a task of another stream). */
export async function createDeliverable(tx: Tx, person: Person, input: CreateDeliverableInput): Promise<Written> {
  const projectId = await planStream(tx, person, input.streamId);
  await demandMembers(tx, projectId, [input.leadParticipantId], "leadParticipantId");
  await demandTaskOf(tx, input.streamId, input.taskId);
  const [last] = await tx
    .select({ number: max(deliverables.number) })
    .from(deliverables)
    .where(eq(deliverables.streamId, input.streamId));
  const row: Deliverable = {
    ...input,
    id: tx.id(),
    projectId,
    number: (last?.number ?? 0) + 1,
    state: "pending",
    submittedOn: null,
    lateReason: "",
    link: null,
    reviewNote: "",
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
  await tx.insert(deliverables).values(row);
  await recordDeliverable(tx, "created", null, row);
  return { id: row.id, version: 1 };
}

/** Changes single fields; a state that is set takes a submission back. Faults: STALE with the present row, INPUT. */
export async function reviseDeliverable(tx: Tx, person: Person, input: ReviseDeliverableInput): Promise<Written> {
  const { before, membership } = await loadDeliverable(tx, person, input.id);
  demand(mayPlanDeliverables(membership));
  await demandMembers(tx, before.projectId, [input.patch.leadParticipantId], "leadParticipantId");
  await demandTaskOf(tx, before.streamId, input.patch.taskId);
  const patch = input.patch.state === undefined ? input.patch : { ...input.patch, submittedOn: null };
  return await writeDeliverable(tx, person, before, { version: input.version, patch, action: "updated" });
}

/** Works on a deliverable that is not handed in yet, which its lead may do as well. Faults: STALE, DELIVERABLE_STATE. */
export async function draftDeliverable(tx: Tx, person: Person, input: DraftDeliverableInput): Promise<Written> {
  const { before, membership } = await loadDeliverable(tx, person, input.id);
  demand(maySubmitDeliverable(membership, before));
  if (before.version !== input.version) throw stale(await showDeliverable(tx, person, input.id));
  if (!isOpen(before)) throw new Fault("CONFLICT", "DELIVERABLE_STATE");
  return await writeDeliverable(tx, person, before, { ...input, action: "updated" });
}

/** Removes a deliverable; numbers of the others stay until somebody orders them anew. Faults: STALE with the present row. */
export async function removeDeliverable(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const { before, membership } = await loadDeliverable(tx, person, input.id);
  demand(mayPlanDeliverables(membership));
  const removed = await tx
    .delete(deliverables)
    .where(and(eq(deliverables.id, input.id), eq(deliverables.version, input.version)))
    .returning({ id: deliverables.id });
  if (removed.length === 0) throw stale(await showDeliverable(tx, person, input.id));
  await recordDeliverable(tx, "removed", before, null);
  return { id: input.id, version: input.version };
}

/** Numbers the deliverables of a stream 1…n in the given order, without holes. Faults: NOT_FOUND, STALE with the present ones. */
export async function reorderDeliverables(
  tx: Tx,
  person: Person,
  input: ReorderDeliverablesInput,
): Promise<{ versions: number[] }> {
  await planStream(tx, person, input.streamId);
  const present = await tx
    .select()
    .from(deliverables)
    .where(eq(deliverables.streamId, input.streamId))
    .orderBy(deliverables.number);
  const byId = new Map(present.map((row) => [row.id, row]));
  const wanted = input.deliverables;
  const isSame = new Set(wanted.map(({ id }) => id)).size === present.length && wanted.length === present.length;
  if (!isSame || wanted.some(({ id, version }) => byId.get(id)?.version !== version))
    throw stale({ deliverables: present.map(({ id, version, number, title }) => ({ id, version, number, title })) });
  const moved = wanted.flatMap(({ id }, index) => {
    const before = byId.get(id);
    return before && before.number !== index + 1 ? [{ before, number: index + 1 }] : [];
  });
  // Out of the way first: the number is unique at every moment.
  for (const { before } of moved)
    await tx.update(deliverables).set({ number: -before.number }).where(eq(deliverables.id, before.id));
  for (const { before, number } of moved) {
    const changed = { number, version: before.version + 1, updatedAt: tx.now };
    await tx.update(deliverables).set(changed).where(eq(deliverables.id, before.id));
    await recordDeliverable(tx, "updated", before, { ...before, ...changed });
  }
  const [first] = present;
  if (moved.length === 0 && first) await recordDeliverable(tx, "updated", first, first);
  const movedIds = new Set(moved.map(({ before }) => before.id));
  return { versions: wanted.map(({ id, version }) => (movedIds.has(id) ? version + 1 : version)) };
}

async function planStream(tx: Tx, person: Person, streamId: string): Promise<string> {
  const [stream] = await tx.select({ projectId: streams.projectId }).from(streams).where(eq(streams.id, streamId));
  if (!stream) throw notFound();
  demand(mayPlanDeliverables(await loadMembership(tx, person, stream.projectId)));
  return stream.projectId;
}
