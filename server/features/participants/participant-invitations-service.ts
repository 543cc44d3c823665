import { and, eq, type SQL } from "drizzle-orm";

import type { Tx } from "#server/db/database.ts";
import { invitations } from "#server/db/schema/index.ts";

type Invitation = typeof invitations.$inferSelect;

/**
 * Writes a change of an invitation by mail into the history. Addresses are for the coordinator and the invited member alone;
 * the token's hash and the marks of sending are left out.
 */
export async function recordInvitation(
  tx: Tx,
  action: string,
  before: Invitation | null,
  after: Invitation | null,
): Promise<void> {
  const row = after ?? before;
  if (!row) return;
  const { id: entityId, projectId, organisationId } = row;
  await tx.record({
    entity: "invitation",
    entityId,
    action,
    projectId,
    organisationId,
    confidentialTo: organisationId,
    before: before && shownOf(before),
    after: after && shownOf(after),
  });
}

/** Ends the open invitations of a participation that was answered or ended without them. */
export async function endInvitations(
  tx: Tx,
  participantId: string,
  state: "accepted" | "declined" | "revoked",
): Promise<void> {
  const open = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.participantId, participantId), eq(invitations.state, "pending")));
  for (const before of open) {
    const answer = state === "revoked" ? {} : { answeredAt: tx.now, answeredById: tx.actor.userId };
    const changed = { ...answer, state, version: before.version + 1, updatedAt: tx.now };
    await tx.update(invitations).set(changed).where(eq(invitations.id, before.id));
    await recordInvitation(tx, state, before, { ...before, ...changed });
  }
}

/** Takes invitations away before their member goes itself; they come back with it, but no letter that left opens anything again. */
export async function removeInvitations(tx: Tx, which: SQL): Promise<void> {
  for (const row of await tx.delete(invitations).where(which).returning())
    await tx.record({
      entity: "invitation",
      entityId: row.id,
      action: "removed",
      projectId: row.projectId,
      organisationId: row.organisationId,
      confidentialTo: row.organisationId,
      before: { ...row, tokenHash: null },
      after: null,
    });
}

function shownOf(row: Invitation): Record<string, unknown> {
  const { participantId, email, personName, language, seatRole, message, state, expiresAt } = row;
  return { participantId, email, personName, language, seatRole, message, state, expiresAt };
}
