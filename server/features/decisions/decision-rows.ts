import { and, eq, inArray } from "drizzle-orm";

import { type Fault, notFound, stale } from "#shared/fault.ts";
import { maySeeDecision } from "#shared/features/decisions/decision-policy.ts";
import type { DecisionWritten } from "#shared/features/decisions/decision.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb, Tx } from "#server/db/database.ts";
import { decisions, participants, votes } from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";

export type DecisionRow = typeof decisions.$inferSelect;
export type VoteRow = typeof votes.$inferSelect;
export type OpenedDecision = { decision: DecisionRow; membership: Membership };

/** Loads a decision with where the person stands. Faults: NOT_FOUND, alike for an unknown, a foreign and an unopened one. */
export async function openDecision(db: ReadDb, person: Person, id: string): Promise<OpenedDecision> {
  const decision = await decisionById(db, id);
  const membership = await loadMembership(db, person, decision.projectId);
  if (!maySeeDecision(membership, decision)) throw notFound();
  return { decision, membership };
}

/** One decision by its identifier, whoever asks. Faults: NOT_FOUND. */
export async function decisionById(db: ReadDb, id: string): Promise<DecisionRow> {
  const [decision] = await db.select().from(decisions).where(eq(decisions.id, id));
  if (!decision) throw notFound();
  return decision;
}

/** Every vote cast about these decisions. */
export async function votesOf(db: ReadDb, decisionIds: readonly string[]): Promise<VoteRow[]> {
  if (decisionIds.length === 0) return [];
  return db
    .select()
    .from(votes)
    .where(inArray(votes.decisionId, [...decisionIds]))
    .orderBy(votes.id);
}

/** The organisations of an electorate that take part in the project no more. */
export async function leftMembers(db: ReadDb, { projectId, electorate }: DecisionRow): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ id: participants.organisationId })
    .from(participants)
    .where(and(eq(participants.projectId, projectId), eq(participants.state, "accepted")));
  const members = new Set(rows.map(({ id }) => id));
  return new Set(electorate.map(({ organisationId }) => organisationId).filter((id) => !members.has(id)));
}

/** What the page of a stale write compares with. */
export function staleDecision({ id, version, state, title }: DecisionRow): Fault {
  return stale({ id, version, state, title });
}

/**
 * Writes fields of a decision in one statement bound to its version and state, and records the change; what was never
 * opened is recorded for the coordinator alone. Faults: STALE.
 */
export async function changeDecision(
  tx: Tx,
  before: DecisionRow,
  action: string,
  fields: Partial<DecisionRow>,
): Promise<DecisionWritten> {
  const [after] = await tx
    .update(decisions)
    .set({ ...fields, version: before.version + 1, updatedAt: tx.now })
    .where(and(eq(decisions.id, before.id), eq(decisions.version, before.version), eq(decisions.state, before.state)))
    .returning();
  if (!after) throw staleDecision(before);
  await recordDecision(tx, action, before, after);
  return { id: after.id, version: after.version, state: after.state };
}

/** Records a change of a decision; its opening shows the whole question, for nobody could read it before. */
export async function recordDecision(
  tx: Tx,
  action: string,
  before: DecisionRow | null,
  after: DecisionRow,
): Promise<void> {
  const isPaper = after.openedAt === null;
  await tx.record({
    entity: "decision",
    entityId: after.id,
    action,
    projectId: after.projectId,
    confidentialTo: isPaper ? tx.actor.actingForId : null,
    before: before?.openedAt === null && !isPaper ? null : before,
    after,
  });
}
