import { and, eq, max, notExists } from "drizzle-orm";

import { Fault, invalid, notFound, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayPlanStreams, mayReportOnStream, mayReviseStream } from "#shared/features/streams/stream-policy.ts";
import { assignStreamLook, suggestStreamCode } from "#shared/features/streams/stream-rules.ts";
import type { CreateStreamInput, ReportOnStreamInput, ReviseStreamInput } from "#shared/features/streams/stream.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

import { removeThread } from "#server/changes/thread-removal.ts";
import type { ReadDb, Tx } from "#server/db/database.ts";
import { comments, contributions, milestones, participants, projects, streams } from "#server/db/schema/index.ts";
import { demand, loadMembership, type Membership } from "#server/features/members/membership.ts";
import { releaseCostsFrom } from "#server/features/budget/budget-removal-service.ts";
import { removePlanOf } from "#server/features/plan/plan-removal-service.ts";

import { showStream } from "./stream-queries.ts";

type Stream = typeof streams.$inferSelect;

/** Adds a stream at the end of the plan; number, code, colour and pattern are given. Faults: CODE_TAKEN. */
export async function createStream(tx: Tx, person: Person, input: CreateStreamInput): Promise<Written> {
  const membership = await loadMembership(tx, person, input.projectId);
  demand(mayPlanStreams(membership));
  await demandOwnLead(tx, input.projectId, input.leadParticipantId);
  const others = await tx
    .select({ code: streams.code, colour: streams.colour, pattern: streams.pattern })
    .from(streams)
    .where(eq(streams.projectId, input.projectId));
  const number = await nextNumber(tx, input.projectId);
  const code =
    input.code ??
    (await freeCode(
      tx,
      membership,
      number,
      others.map((other) => other.code),
    ));
  demandFreeCode(others, code);
  const row: Stream = {
    ...input,
    id: tx.id(),
    number,
    code,
    ...assignStreamLook(others),
    state: "planned",
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
  await tx.insert(streams).values(row);
  await record(tx, "created", null, row);
  return { id: row.id, version: 1 };
}

/** Changes single fields. Faults: STALE with the present row, CODE_TAKEN. */
export async function reviseStream(tx: Tx, person: Person, input: ReviseStreamInput): Promise<Written> {
  const before = await loadStream(tx, input.id);
  const membership = await loadMembership(tx, person, before.projectId);
  demand(mayReviseStream(membership));
  await demandOwnLead(tx, before.projectId, input.patch.leadParticipantId ?? null);
  if (input.patch.code !== undefined && input.patch.code !== before.code) {
    demandFreeCode(await otherCodes(tx, before), input.patch.code);
  }
  return await writePatch(tx, person, before, input);
}

/** Changes where a stream stands, which its lead may do as well. Faults: STALE with the present row. */
export async function reportOnStream(tx: Tx, person: Person, input: ReportOnStreamInput): Promise<Written> {
  const before = await loadStream(tx, input.id);
  const membership = await loadMembership(tx, person, before.projectId);
  demand(mayReportOnStream(membership, before));
  return await writePatch(tx, person, before, input);
}

async function writePatch(tx: Tx, person: Person, before: Stream, input: ReviseStreamInput): Promise<Written> {
  const [after] = await tx
    .update(streams)
    .set({ ...input.patch, version: input.version + 1, updatedAt: tx.now })
    .where(and(eq(streams.id, input.id), eq(streams.version, input.version)))
    .returning();
  if (!after) throw stale(await showStream(tx, person, input.id));
  await record(tx, "updated", before, after);
  return { id: after.id, version: after.version };
}

/** Removes a stream nothing was put into, with its tasks and deliverables; milestones forget it. Faults: IN_USE, STALE. */
export async function removeStream(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const before = await loadStream(tx, input.id);
  const membership = await loadMembership(tx, person, before.projectId);
  demand(mayPlanStreams(membership));
  const lines = tx.select({ id: contributions.id }).from(contributions).where(eq(contributions.streamId, input.id));
  await removeThread(tx, before.projectId, eq(comments.streamId, input.id));
  await removePlanOf(tx, { projectId: before.projectId, streamId: input.id });
  await releaseCostsFrom(tx, before);
  const removed = await tx
    .delete(streams)
    .where(and(eq(streams.id, input.id), eq(streams.version, input.version), notExists(lines)))
    .returning({ id: streams.id });
  if (removed.length === 0) {
    if (before.version !== input.version) throw stale(await showStream(tx, person, input.id));
    throw new Fault("CONFLICT", "IN_USE", {
      message: "Contributions refer to this stream. Mark it as dropped instead.",
    });
  }
  await record(tx, "removed", before, null);
  await forgetInMilestones(tx, before);
  return { id: input.id, version: input.version };
}

/** The stream as stored. Faults: NOT_FOUND. */
export async function loadStream(tx: ReadDb, id: string): Promise<Stream> {
  const [found] = await tx.select().from(streams).where(eq(streams.id, id));
  if (!found) throw notFound();
  return found;
}

async function nextNumber(tx: Tx, projectId: string): Promise<number> {
  const [last] = await tx
    .select({ number: max(streams.number) })
    .from(streams)
    .where(eq(streams.projectId, projectId));
  return (last?.number ?? 0) + 1;
}

// A code somebody typed may already stand where the suggestion would; the next free number is taken then.
async function freeCode(tx: Tx, membership: Membership, number: number, taken: string[]): Promise<string> {
  const [project] = await tx
    .select({ ruleBook: projects.ruleBook })
    .from(projects)
    .where(eq(projects.id, membership.projectId));
  const ruleBook = project?.ruleBook ?? "cluster-agreement";
  let candidate = number;
  while (taken.includes(suggestStreamCode(ruleBook, candidate))) candidate += 1;
  return suggestStreamCode(ruleBook, candidate);
}

async function otherCodes(tx: Tx, stream: Stream): Promise<{ code: string }[]> {
  const rows = await tx
    .select({ id: streams.id, code: streams.code })
    .from(streams)
    .where(eq(streams.projectId, stream.projectId));
  return rows.filter((row) => row.id !== stream.id);
}

// Writers come one at a time on both databases, so what is read here still holds when the row is written.
function demandFreeCode(others: readonly { code: string }[], code: string): void {
  if (others.some((other) => other.code === code)) {
    throw new Fault("CONFLICT", "CODE_TAKEN", {
      message: "Another stream has this code.",
      fields: [{ path: "code", appCode: "CODE_TAKEN" }],
    });
  }
}

async function demandOwnLead(tx: Tx, projectId: string, leadParticipantId: string | null): Promise<void> {
  if (leadParticipantId === null) return;
  const [lead] = await tx
    .select({ state: participants.state })
    .from(participants)
    .where(and(eq(participants.id, leadParticipantId), eq(participants.projectId, projectId)));
  if (!lead || lead.state === "declined" || lead.state === "withdrawn")
    throw invalid("leadParticipantId", "NOT_A_MEMBER");
}

async function forgetInMilestones(tx: Tx, stream: Stream): Promise<void> {
  const rows = await tx.select().from(milestones).where(eq(milestones.projectId, stream.projectId));
  for (const before of rows) {
    if (!before.streamIds.includes(stream.id)) continue;
    const streamIds = before.streamIds.filter((id) => id !== stream.id);
    const changed = { streamIds, version: before.version + 1, updatedAt: tx.now };
    await tx.update(milestones).set(changed).where(eq(milestones.id, before.id));
    await tx.record({
      entity: "milestone",
      entityId: before.id,
      action: "updated",
      projectId: stream.projectId,
      before,
      after: { ...before, ...changed },
    });
  }
}

async function record(tx: Tx, action: string, before: Stream | null, after: Stream | null): Promise<void> {
  const row = after ?? before;
  if (!row) return;
  await tx.record({ entity: "stream", entityId: row.id, action, projectId: row.projectId, before, after });
}
