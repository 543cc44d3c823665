import { and, eq, gt } from "drizzle-orm";

import { dayOf } from "#shared/dates.ts";
import { Fault, notFound } from "#shared/fault.ts";
import { maskedAddress } from "#shared/features/invitations/invitation-rules.ts";
import type { InvitationWay } from "#shared/features/invitations/invitation-words.ts";
import type { InvitationKey, OpenedInvitation } from "#shared/features/invitations/invitation.ts";

import type { ReadDb, Tx } from "#server/db/database.ts";
import { invitations } from "#server/db/schema/index.ts";
import { findPerson, findPersonByEmail } from "#server/features/accounts/person-queries.ts";
import { isStaffed } from "#server/features/accounts/seat-queries.ts";
import { answerByLetter } from "#server/features/participants/participation-service.ts";
import { recordInvitation } from "#server/features/participants/participant-invitations-service.ts";

import { answerersOf } from "./addressee-queries.ts";
import { factsOfInvitation, findInvitation, type Invitation, inviterMayStill } from "./invitation-queries.ts";

/**
 * What a letter opens, and how whoever opened it (null: not signed in) can go on, at `now` in ms UTC. Faults as `demandOpen`
 * and `demandAddressee`, but for another address, which is an answer here.
 */
export async function openInvitation(
  db: ReadDb,
  userId: string | null,
  key: InvitationKey,
  now: number,
): Promise<OpenedInvitation> {
  const invitation = await findInvitation(db, key);
  const way = await wayOf(db, invitation, userId);
  await demandOpen(db, invitation, now);
  const { state: _state, ...facts } = await factsOfInvitation(db, invitation);
  const { email, personName, message, expiresAt } = invitation;
  return {
    ...facts,
    way,
    email: way === "other-address" ? maskedAddress(email) : email,
    personName,
    seatRole: (await isStaffed(db, invitation.organisationId)) ? null : invitation.seatRole,
    message,
    expiresAt,
  };
}

/**
 * Declines for the invited organisation; while others of it were asked too, for the person alone. Faults as `demandOpen` and
 * `demandAddressee`. The letter alone is enough: whoever holds it read the mail.
 */
export async function declineInvitation(tx: Tx, userId: string | null, key: InvitationKey): Promise<null> {
  const invitation = await findInvitation(tx, key);
  await demandAddressee(tx, invitation, userId);
  await demandOpen(tx, invitation, tx.now);
  await closeInvitation(tx, invitation, "declined", userId);
  const others = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.participantId, invitation.participantId), eq(invitations.state, "pending")))
    .limit(1);
  if (others.length === 0) await answerByLetter(tx, invitation.participantId, { accept: false, on: dayOf(tx.now) });
  return null;
}

/**
 * Throws unless the invitation can be answered at `now`: PRECONDITION_FAILED LINK_USED, LINK_EXPIRED, LINK_REVOKED (taken back,
 * or the participation was ended since), INVITER_LOST_RIGHT when whoever invited may no longer (security.md, R-U7).
 */
export async function demandOpen(db: ReadDb, invitation: Invitation, now: number): Promise<void> {
  const { state, expiresAt } = invitation;
  if (state === "accepted" || state === "declined") throw closed("LINK_USED", "This invitation was answered already.");
  if (state === "revoked") throw closed("LINK_REVOKED", "This invitation was taken back.");
  if (state === "expired" || expiresAt <= now) throw closed("LINK_EXPIRED", "This invitation has expired.");
  const { state: participation } = await factsOfInvitation(db, invitation);
  if (participation === "declined" || participation === "withdrawn")
    throw closed("LINK_REVOKED", "This invitation was taken back.");
  if (!(await inviterMayStill(db, invitation, dayOf(now))))
    throw closed("INVITER_LOST_RIGHT", "Whoever invited you may no longer do so. Please ask for a new invitation.");
}

/**
 * Throws unless the letter is this person's to answer: FORBIDDEN INVITE_OTHER_ADDRESS with the masked address,
 * and PRECONDITION_FAILED ORGANISATION_STAFFED where others answer for an organisation that has people of its own, NOT_FOUND
 * for a letter to its managers. Without a person (null) the token has to do.
 */
export async function demandAddressee(db: ReadDb, invitation: Invitation, userId: string | null): Promise<void> {
  const { email, organisationId } = invitation;
  const person = userId === null ? null : await findPerson(db, userId);
  if (email !== "" && person && person.email !== email)
    throw new Fault("FORBIDDEN", "INVITE_OTHER_ADDRESS", {
      message: "This invitation is for another address. Sign in with that one.",
      params: { email: maskedAddress(email) },
    });
  if (email !== "" && !person) return;
  if (email === "" && !person) throw notFound();
  if (email !== "" && !(await isStaffed(db, organisationId))) return;
  const answerers = await answerersOf(db, organisationId);
  if (answerers.some((each) => each.userId === userId)) return;
  if (email === "") throw notFound();
  throw staffedByNow();
}

/** The refusal of somebody who would be the first of an organisation that others have come into since. */
export function staffedByNow(): Fault {
  return closed(
    "ORGANISATION_STAFFED",
    "This organisation has people here by now; its managers answer and can add you.",
  );
}

/** Closes an open invitation, once only: of many at the same moment all but one get CONFLICT ALREADY_ACCEPTED. */
export async function closeInvitation(
  tx: Tx,
  before: Invitation,
  state: "accepted" | "declined",
  userId: string | null,
): Promise<void> {
  const [after] = await tx
    .update(invitations)
    .set({ state, answeredAt: tx.now, answeredById: userId, version: before.version + 1, updatedAt: tx.now })
    .where(and(eq(invitations.id, before.id), eq(invitations.state, "pending"), gt(invitations.expiresAt, tx.now)))
    .returning();
  if (!after) throw alreadyAccepted();
  await recordInvitation(tx, state, before, after);
}

/** The refusal of whoever came second. */
export function alreadyAccepted(): Fault {
  return new Fault("CONFLICT", "ALREADY_ACCEPTED", { message: "This invitation was accepted already." });
}

async function wayOf(db: ReadDb, invitation: Invitation, userId: string | null): Promise<InvitationWay> {
  if (userId === null && invitation.email !== "") {
    const known = await findPersonByEmail(db, invitation.email);
    if (known?.passwordChangedAt) return "sign-in";
    if (await isStaffed(db, invitation.organisationId)) throw staffedByNow();
    return "new-account";
  }
  try {
    await demandAddressee(db, invitation, userId);
    return "accept";
  } catch (error) {
    if (error instanceof Fault && error.appCode === "INVITE_OTHER_ADDRESS") return "other-address";
    throw error;
  }
}

function closed(appCode: string, message: string): Fault {
  return new Fault("PRECONDITION_FAILED", appCode, { message });
}
