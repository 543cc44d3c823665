import { and, eq } from "drizzle-orm";

import { invalid, notFound, stale } from "#shared/fault.ts";
import { type AddLineInput, isPayable, type ReviseLineInput } from "#shared/features/budget/budget.ts";
import { mayKeepBudget, maySeeCosts } from "#shared/features/budget/budget-policy.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { budgetLines, participants, streams } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";

import { openParticipant } from "./budget-terms-service.ts";

type Line = typeof budgetLines.$inferSelect;

/** Adds a cost that is no contribution. Faults: NOT_FOUND, FORBIDDEN, INPUT (stream of another project, months, amount). */
export async function addLine(tx: Tx, person: Person, input: AddLineInput): Promise<Written> {
  const { projectId, organisationId } = await openParticipant(tx, person, input.participantId);
  const row: Line = { ...input, id: tx.id(), projectId, version: 1, createdAt: tx.now, updatedAt: tx.now };
  await demandSound(tx, row);
  await tx.insert(budgetLines).values(row);
  await record(tx, organisationId, "created", null, row);
  return { id: row.id, version: 1 };
}

/** Changes single fields of a cost. Faults: NOT_FOUND, FORBIDDEN, INPUT, STALE with the present row. */
export async function reviseLine(tx: Tx, person: Person, input: ReviseLineInput): Promise<Written> {
  const { before, organisationId } = await openCost(tx, person, input.id);
  await demandSound(tx, { ...before, ...input.patch });
  const [after] = await tx
    .update(budgetLines)
    .set({ ...input.patch, version: input.version + 1, updatedAt: tx.now })
    .where(and(eq(budgetLines.id, input.id), eq(budgetLines.version, input.version)))
    .returning();
  if (!after) throw stale(before);
  await record(tx, organisationId, "updated", before, after);
  return { id: after.id, version: after.version };
}

/** Removes a cost; it lies in the bin for 30 days. Faults: NOT_FOUND, FORBIDDEN, STALE with the present row. */
export async function removeLine(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const { before, organisationId } = await openCost(tx, person, input.id);
  const gone = await tx
    .delete(budgetLines)
    .where(and(eq(budgetLines.id, input.id), eq(budgetLines.version, input.version)))
    .returning({ id: budgetLines.id });
  if (gone.length === 0) throw stale(before);
  await record(tx, organisationId, "removed", before, null);
  return { id: input.id, version: input.version };
}

async function openCost(tx: Tx, person: Person, id: string): Promise<{ before: Line; organisationId: string }> {
  const [found] = await tx
    .select({ before: budgetLines, organisationId: participants.organisationId })
    .from(budgetLines)
    .innerJoin(participants, eq(participants.id, budgetLines.participantId))
    .where(eq(budgetLines.id, id));
  if (!found) throw notFound();
  const membership = await loadMembership(tx, person, found.before.projectId);
  const isOwn = membership.participantIds.includes(found.before.participantId);
  if (!isOwn && !maySeeCosts(membership)) throw notFound();
  demand(mayKeepBudget(membership, found.before.participantId));
  return found;
}

async function demandSound(tx: Tx, row: Line): Promise<void> {
  if (!isPayable(row)) throw invalid("unitPriceCents", "TOO_LARGE");
  if (row.fromMonth !== null && row.toMonth !== null && row.toMonth < row.fromMonth)
    throw invalid("toMonth", "BEFORE_START");
  if (row.streamId === null) return;
  const [stream] = await tx
    .select({ id: streams.id })
    .from(streams)
    .where(and(eq(streams.id, row.streamId), eq(streams.projectId, row.projectId)));
  if (!stream) throw invalid("streamId", "NOT_VALID");
}

async function record(
  tx: Tx,
  organisationId: string,
  action: string,
  before: Line | null,
  after: Line | null,
): Promise<void> {
  const row = after ?? before;
  if (!row) return;
  const { id, projectId } = row;
  await tx.record({ entity: "budget", entityId: id, action, projectId, organisationId, before, after });
}
