import { eq } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import { mayInvite } from "#shared/features/invitations/invitation-policy.ts";
import type { SendInvitationInput } from "#shared/features/invitations/invitation.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { Database } from "#server/db/database.ts";
import { invitations } from "#server/db/schema/index.ts";
import { countAttempts } from "#server/features/accounts/attempt-service.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";

/**
 * Counts a letter before it is caused, for those who may cause one: 30 an hour for a person, 3 an hour to an address or to the
 * managers of an organisation. Faults: NOT_FOUND, FORBIDDEN, TOO_MANY_REQUESTS.
 */
export async function countNewLetter(db: Database, person: Person, input: SendInvitationInput): Promise<void> {
  demand(mayInvite(await loadMembership(db.read, person, input.projectId)));
  await countLetter(db, person, input.email ?? input.organisationId ?? "");
}

/** The same for a letter that is sent again; one that is not there is left to the service to refuse. */
export async function countLetterAgain(db: Database, person: Person, id: string): Promise<void> {
  const [row] = await db.read.select().from(invitations).where(eq(invitations.id, id));
  if (!row) return;
  // Who may not invite is not told that there is an invitation.
  if (!mayInvite(await loadMembership(db.read, person, row.projectId))) throw notFound();
  await countLetter(db, person, row.email || row.organisationId);
}

function countLetter(db: Database, person: Person, recipient: string): Promise<void> {
  return countAttempts(db, [
    { kind: "mail-recipient", subject: recipient },
    { kind: "mail-sender", subject: person.userId },
  ]);
}
