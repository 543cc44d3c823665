import { and, count, eq } from "drizzle-orm";

import { Fault, invalid, notFound, stale } from "#shared/fault.ts";
import { mayInvite, mayKnowInvitation, mayResend, mayRevoke } from "#shared/features/invitations/invitation-policy.ts";
import { invitationLifeMs, MOST_PENDING } from "#shared/features/invitations/invitation-rules.ts";
import type { SendInvitationInput, SentInvitation } from "#shared/features/invitations/invitation.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

import type { ReadDb, Tx } from "#server/db/database.ts";
import { isUniqueViolation } from "#server/db/errors.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { invitations } from "#server/db/schema/index.ts";
import { demand, loadMembership, type Membership } from "#server/features/members/membership.ts";
import { createOrganisation } from "#server/features/organisations/organisation-service.ts";
import { inviteIntoRole } from "#server/features/participants/participation-service.ts";
import { recordInvitation } from "#server/features/participants/participant-invitations-service.ts";
import { queueMail } from "#server/mail/mail-queue.ts";

import { type Addressees, addresseesOf } from "./addressee-queries.ts";
import { expireInvitations } from "./invitation-expiry-service.ts";
import type { Invitation } from "./invitation-queries.ts";

/**
 * Invites an organisation into a project and a person of it by mail, all in one: the organisation when it is new, its row in
 * the project, the invitation and the letter. Faults: NOT_FOUND, FORBIDDEN, TOO_MANY_PENDING, ALREADY_INVITED,
 * ALREADY_TAKES_PART, those of `addresseesOf` and of entering an organisation.
 */
export async function sendInvitation(tx: Tx, person: Person, input: SendInvitationInput): Promise<SentInvitation> {
  const membership = await loadMembership(tx, person, input.projectId);
  demand(mayInvite(membership));
  await expireInvitations(tx, input.projectId);
  await demandRoom(tx, input.projectId);
  const organisationId = await organisationOf(tx, person, input);
  const { isStaffed, email, letters } = await orUnknown(addresseesOf(tx, organisationId, input.email, input.language));
  const participantId = await inviteIntoRole(tx, person, {
    projectId: input.projectId,
    organisationId,
    role: input.role,
    // Whoever takes part already can still be given its first person.
    mayTakePart: !isStaffed,
  });
  const row: Invitation = {
    ...freshRow(tx),
    ...signature(tx, membership),
    projectId: input.projectId,
    participantId,
    organisationId,
    email,
    personName: input.personName,
    language: input.language,
    seatRole: input.seatRole,
    message: input.message,
    sentCount: 0,
    lastSentAt: null,
    answeredAt: null,
    answeredById: null,
  };
  await orAlreadyInvited(tx.insert(invitations).values(row));
  await recordInvitation(tx, "created", null, row);
  await queueLetters(tx, row, letters);
  return { id: row.id, version: 1, organisationId, participantId };
}

/**
 * Sends the letter again, with a new link that ends the former and seven new days, in the name of whoever asks. Faults:
 * NOT_FOUND, STALE, FORBIDDEN once answered, TOO_MANY_PENDING, ALREADY_INVITED, ORGANISATION_STAFFED.
 */
export async function resendInvitation(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const { before, membership } = await loadInvitation(tx, person, input.id);
  demandOrStale(before, input.version, mayResend(membership, before));
  if (before.state === "expired") await demandRoom(tx, before.projectId);
  const { letters } = await addresseesOf(tx, before.organisationId, before.email || null, before.language);
  const after = await orAlreadyInvited(writeInvitation(tx, before, input.version, "resent", signature(tx, membership)));
  await queueLetters(tx, after, letters);
  return { id: after.id, version: after.version };
}

/** Takes an open invitation back: its link opens nothing from now on. Faults: NOT_FOUND, STALE, FORBIDDEN once answered. */
export async function revokeInvitation(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const { before, membership } = await loadInvitation(tx, person, input.id);
  demandOrStale(before, input.version, mayRevoke(membership, before));
  const { id, version } = await writeInvitation(tx, before, input.version, "revoked", { state: "revoked" });
  return { id, version };
}

/** Writes changed columns where the version is as seen and records it. Fault STALE. */
async function writeInvitation(
  tx: Tx,
  before: Invitation,
  version: number,
  action: string,
  patch: Partial<Invitation>,
): Promise<Invitation> {
  const [after] = await tx
    .update(invitations)
    .set({ ...patch, version: version + 1, updatedAt: tx.now })
    .where(and(eq(invitations.id, before.id), eq(invitations.version, version)))
    .returning();
  if (!after) throw stale(null);
  await recordInvitation(tx, action, before, after);
  return after;
}

/** What an invitation carries from the moment it is made or made anew: no link until the letter leaves. */
function signature(tx: Tx, { person, organisationId }: Membership) {
  return {
    state: "pending" as const,
    tokenHash: null,
    expiresAt: tx.now + invitationLifeMs,
    inviterId: person.userId,
    inviterOrganisationId: organisationId ?? "",
  };
}

async function queueLetters(tx: Tx, { id }: Invitation, letters: Addressees["letters"]): Promise<void> {
  for (const { to, language } of letters)
    await queueMail(tx, { kind: "invitation", to, language, params: { invitation: id } });
}

async function organisationOf(tx: Tx, person: Person, input: SendInvitationInput): Promise<string> {
  if (input.newOrganisation) return (await createOrganisation(tx, person, input.newOrganisation)).id;
  return input.organisationId ?? "";
}

async function loadInvitation(
  db: ReadDb,
  person: Person,
  id: string,
): Promise<{ before: Invitation; membership: Membership }> {
  const [before] = await db.select().from(invitations).where(eq(invitations.id, id));
  if (!before) throw notFound();
  const membership = await loadMembership(db, person, before.projectId);
  if (!mayKnowInvitation(membership, before)) throw notFound();
  return { before, membership };
}

// Only one transaction writes at a time, so nothing slips in between counting and inserting.
async function demandRoom(tx: Tx, projectId: string): Promise<void> {
  const [found] = await tx
    .select({ pending: count() })
    .from(invitations)
    .where(and(eq(invitations.projectId, projectId), eq(invitations.state, "pending")));
  if ((found?.pending ?? 0) < MOST_PENDING) return;
  throw new Fault("CONFLICT", "TOO_MANY_PENDING", {
    message: `${MOST_PENDING} invitations of this project are open. Take some back, or wait for answers.`,
    params: { most: MOST_PENDING },
  });
}

// Who acts on an invitation as it no longer is gets told so, rather than that he may not.
function demandOrStale(before: Invitation, version: number, allowed: boolean): void {
  if (!allowed && before.version !== version) throw stale(null);
  demand(allowed);
}

async function orUnknown<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Fault && error.code === "NOT_FOUND") throw invalid("organisationId", "NOT_FOUND");
    throw error;
  }
}

async function orAlreadyInvited<T>(write: PromiseLike<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!isUniqueViolation(error, "invitations_pending")) throw error;
    throw new Fault("CONFLICT", "ALREADY_INVITED", {
      message: "This address has an open invitation already. Send that one again.",
      fields: [{ path: "email", appCode: "ALREADY_INVITED" }],
    });
  }
}
