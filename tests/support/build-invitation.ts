import type { Database } from "#server/db/database.ts";
import { invitations } from "#server/db/schema/index.ts";
import { tokenHashOf } from "#server/features/invitations/invitation-queries.ts";
import type { Person } from "#shared/features/members/standing.ts";

import { builtAt, fresh, nextNumber } from "./build.ts";

type Invited = { id: string; projectId: string; organisationId: string };

/** An open invitation of a participant row by a person, whose letter has left with the token returned beside it. */
export async function buildInvitation(
  db: Database,
  participant: Invited,
  inviter: Person,
  overrides: Partial<typeof invitations.$inferSelect> = {},
) {
  const token = `i${nextNumber()}-token-of-a-letter`;
  const row: typeof invitations.$inferSelect = {
    ...fresh(),
    projectId: participant.projectId,
    participantId: participant.id,
    organisationId: participant.organisationId,
    email: `invited-${nextNumber()}@example.test`,
    personName: "",
    language: "en",
    seatRole: "manager",
    message: "",
    state: "pending",
    tokenHash: tokenHashOf(token),
    // Open for clocks of tests and real ones alike.
    expiresAt: Date.UTC(2100, 0, 1),
    inviterId: inviter.userId,
    inviterOrganisationId: inviter.seat?.organisationId ?? "",
    sentCount: 1,
    lastSentAt: builtAt,
    answeredAt: null,
    answeredById: null,
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(invitations).values(row);
  });
  return { ...row, token };
}
