import type { Database } from "#server/db/database.ts";
import { sendInvitation } from "#server/features/invitations/invitation-service.ts";
import { sendInvitationSchema } from "#shared/features/invitations/invitation.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { actAs } from "#tests/support/build-consortium.ts";

/** Whom the coordinator asked by mail, and with which words: for those who may invite and the invited alone. */
export const invitedBy = { email: "numbat@guest.example", message: "Marmoset message" };

/** Asks the guest organisation's first person by mail. */
export function inviteGuest(db: Database, person: Person, project: { id: string }, guest: { id: string }) {
  const target = { projectId: project.id, organisationId: guest.id };
  const input = sendInvitationSchema.parse({ ...invitedBy, ...target, role: "beneficiary", language: "en" });
  return actAs(db, person, (tx) => sendInvitation(tx, person, input));
}
