import { createHash } from "node:crypto";

import { desc, eq } from "drizzle-orm";

import { Fault, notFound } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayInvite, mayKnowInvitation, mayResend, mayRevoke } from "#shared/features/invitations/invitation-policy.ts";
import type { InvitationKey, InvitationList } from "#shared/features/invitations/invitation.ts";

import type { ReadDb } from "#server/db/database.ts";
import { invitations, organisations, participants, projects, users } from "#server/db/schema/index.ts";
import { findActingPerson } from "#server/features/accounts/seat-queries.ts";
import { loadMembership } from "#server/features/members/membership.ts";

export type Invitation = typeof invitations.$inferSelect;

/** SHA-256 of a token, as it is stored. */
export const tokenHashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** The invitations of a project this person may know of at `now` (ms UTC), the newest first. Faults: NOT_FOUND. */
export async function listInvitations(
  db: ReadDb,
  person: Person,
  projectId: string,
  now: number,
): Promise<InvitationList> {
  const membership = await loadMembership(db, person, projectId);
  const rows = await db
    .select({
      id: invitations.id,
      version: invitations.version,
      participantId: invitations.participantId,
      organisationId: invitations.organisationId,
      organisationName: organisations.name,
      role: participants.role,
      email: invitations.email,
      personName: invitations.personName,
      seatRole: invitations.seatRole,
      state: invitations.state,
      expiresAt: invitations.expiresAt,
      inviterName: users.name,
      lastSentAt: invitations.lastSentAt,
      sentCount: invitations.sentCount,
      answeredAt: invitations.answeredAt,
    })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(users, eq(users.id, invitations.inviterId))
    .where(eq(invitations.projectId, projectId))
    .orderBy(desc(invitations.createdAt), desc(invitations.id));
  const known = rows.filter((row) => mayKnowInvitation(membership, row));
  return {
    rows: known.map(({ email, inviterName, ...row }) => {
      // What has run out reads so at once, also before the upkeep has written it down.
      const state = row.state === "pending" && row.expiresAt <= now ? ("expired" as const) : row.state;
      const seen = { ...row, state };
      return {
        ...seen,
        email: email === "" ? null : email,
        inviterName: inviterName ?? "",
        may: { resend: mayResend(membership, seen), revoke: mayRevoke(membership, seen) },
      };
    }),
    mayInvite: mayInvite(membership),
  };
}

/** The invitation a key stands for, whatever its state. Faults: LINK_UNKNOWN for an unknown or replaced token, NOT_FOUND for an id. */
export async function findInvitation(db: ReadDb, { token, id }: InvitationKey): Promise<Invitation> {
  if (token !== undefined) {
    const [row] = await db
      .select()
      .from(invitations)
      .where(eq(invitations.tokenHash, tokenHashOf(token)));
    if (row) return row;
    throw new Fault("NOT_FOUND", "LINK_UNKNOWN", {
      message: "This link is not one of ours. Please check that it is complete.",
    });
  }
  const [row] = id === undefined ? [] : await db.select().from(invitations).where(eq(invitations.id, id));
  // Letters to an address are opened with their token alone: an id is no secret.
  if (!row || row.email !== "") throw notFound();
  return row;
}

/** What the letter and its page say of an invitation beside its own row. */
export async function factsOfInvitation(db: ReadDb, invitation: Invitation) {
  const [project] = await db
    .select({ acronym: projects.acronym, title: projects.title })
    .from(projects)
    .where(eq(projects.id, invitation.projectId));
  const [part] = await db
    .select({ role: participants.role, state: participants.state, organisationName: organisations.name })
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(eq(participants.id, invitation.participantId));
  const [inviter] = await db.select({ name: users.name }).from(users).where(eq(users.id, invitation.inviterId));
  const [inviting] = await db
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, invitation.inviterOrganisationId));
  if (!project || !part) throw notFound();
  return { ...project, ...part, inviterName: inviter?.name ?? "", inviterOrganisationName: inviting?.name ?? "" };
}

/** Whether whoever invited may do so on the day `today`: the right is that of now, not of then (security.md, R-U7). */
export async function inviterMayStill(db: ReadDb, invitation: Invitation, today: string): Promise<boolean> {
  const { inviterId, inviterOrganisationId, projectId } = invitation;
  const inviter = await findActingPerson(db, inviterId, inviterOrganisationId, today);
  if (!inviter) return false;
  try {
    return mayInvite(await loadMembership(db, inviter, projectId));
  } catch (error) {
    if (error instanceof Fault && error.code === "NOT_FOUND") return false;
    throw error;
  }
}
