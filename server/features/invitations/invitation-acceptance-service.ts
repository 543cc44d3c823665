import { and, eq } from "drizzle-orm";

import { dayOf } from "#shared/dates.ts";
import { Fault } from "#shared/fault.ts";
import type { InvitationKey, JoinByInvitationInput, JoinedProject } from "#shared/features/invitations/invitation.ts";

import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { seats, users } from "#server/db/schema/index.ts";
import { countAttempts } from "#server/features/accounts/attempt-service.ts";
import { endLinksOf } from "#server/features/accounts/link-service.ts";
import {
  demandUsablePassword,
  hashPassword,
  insertCredential,
  storePassword,
} from "#server/features/accounts/password-service.ts";
import { findPersonByEmail, type PersonRecord } from "#server/features/accounts/person-queries.ts";
import { isStaffed } from "#server/features/accounts/seat-queries.ts";
import type { Session } from "#server/features/accounts/session-queries.ts";
import { actForOrganisation } from "#server/features/accounts/session-service.ts";
import { openSession, type Visitor } from "#server/features/accounts/sign-in-service.ts";
import { notify } from "#server/features/notifications/notification-service.ts";
import { coordinatorsOf } from "#server/features/notifications/recipient-queries.ts";
import { loadOrganisation } from "#server/features/organisations/organisation-facts-queries.ts";
import { answerByLetter } from "#server/features/participants/participation-service.ts";
import type { Parts } from "#server/parts.ts";

import {
  alreadyAccepted,
  closeInvitation,
  demandAddressee,
  demandOpen,
  staffedByNow,
} from "./invitation-answer-service.ts";
import { findInvitation, type Invitation } from "./invitation-queries.ts";

/**
 * Accepts as the signed-in person: the seat where the organisation has nobody yet, the participation, and from now on the
 * session acts for the organisation. All or nothing, once only. Faults as `demandOpen` and `demandAddressee`;
 * CONFLICT ALREADY_ACCEPTED for all who come after the first.
 */
export async function acceptInvitation(parts: Parts, session: Session, key: InvitationKey): Promise<JoinedProject> {
  const { organisationId } = await findInvitation(parts.db.read, key);
  return await parts.db.transact({ userId: session.userId, actingForId: organisationId }, async (tx) => {
    const invitation = await findInvitation(tx, key);
    await demandAddressee(tx, invitation, session.userId);
    if (invitation.state === "accepted") throw alreadyAccepted();
    await demandOpen(tx, invitation, tx.now);
    await admit(tx, invitation, session.userId);
    // Whoever opened the letter holds the mailbox.
    if (key.token !== undefined)
      await tx.update(users).set({ emailVerified: true }).where(eq(users.id, session.userId));
    await actForOrganisation(tx, session, organisationId);
    return { projectId: invitation.projectId };
  });
}

/**
 * Accepts with a new account of the invited address, which the letter has proved, and signs in. An account that has its
 * password is never touched. Faults as `demandOpen`; CONFLICT EMAIL_TAKEN, ALREADY_ACCEPTED; BAD_REQUEST with field
 * `password`; TOO_MANY_REQUESTS for guessing.
 */
export async function joinByInvitation(
  parts: Parts,
  visitor: Visitor,
  input: JoinByInvitationInput,
): Promise<JoinedProject> {
  await countAttempts(parts.db, [{ kind: "link-address", subject: visitor.address }]);
  const { email, organisationId } = await findInvitation(parts.db.read, input);
  await demandUsablePassword(parts.db.read, "password", input.password, [email, input.name]);
  const hash = await hashPassword(parts, input.password);
  const known = await findPersonByEmail(parts.db.read, email);
  const userId = known?.id ?? parts.ids();
  const joined = await parts.db.transact({ userId, actingForId: organisationId }, async (tx) => {
    const invitation = await findInvitation(tx, { token: input.token });
    if (invitation.state === "accepted") throw alreadyAccepted();
    await demandOpen(tx, invitation, tx.now);
    await demandNewcomer(tx, invitation, known);
    if (!known) await insertNewcomer(tx, userId, email, hash, input);
    await admit(tx, invitation, userId);
    if (known) await completeNewcomer(tx, known, hash, input);
    await tx.update(users).set({ lastActingForId: organisationId }).where(eq(users.id, userId));
    return { projectId: invitation.projectId };
  });
  await openSession(parts, visitor, email, input.password);
  return joined;
}

async function demandNewcomer(tx: Tx, invitation: Invitation, seen: PersonRecord | null): Promise<void> {
  const present = await findPersonByEmail(tx, invitation.email);
  // Also when somebody made the account between looking and writing.
  if (present?.passwordChangedAt || present?.id !== seen?.id)
    throw new Fault("CONFLICT", "EMAIL_TAKEN", { message: "There is already an account with this address. Sign in." });
  if (await isStaffed(tx, invitation.organisationId)) throw staffedByNow();
}

/** The seat, the participation and the news of it, for somebody who may accept. */
async function admit(tx: Tx, invitation: Invitation, userId: string): Promise<void> {
  const { organisationId, projectId, participantId } = invitation;
  await closeInvitation(tx, invitation, "accepted", userId);
  // Where it is staffed, whoever may accept has a seat already.
  if (!(await isStaffed(tx, organisationId))) await giveSeat(tx, invitation, userId);
  await answerByLetter(tx, participantId, { accept: true, on: dayOf(tx.now) });
  const organisation = await loadOrganisation(tx, organisationId);
  const inviter = { userId: invitation.inviterId, organisationId: invitation.inviterOrganisationId };
  await notify(tx, {
    kind: "invitation-accepted",
    to: [inviter, ...(await coordinatorsOf(tx, projectId))],
    projectId,
    entity: "participant",
    entityId: participantId,
    params: { organisation: organisation.name },
  });
}

/** The invited seat, or the one that waits for the person already with the invited role: nobody else has come in there. */
async function giveSeat(tx: Tx, invitation: Invitation, userId: string): Promise<void> {
  const { organisationId, seatRole: role } = invitation;
  const [before] = await tx
    .select()
    .from(seats)
    .where(and(eq(seats.userId, userId), eq(seats.organisationId, organisationId)));
  const facts = { userId, organisationId, role };
  const id = before?.id ?? tx.id();
  if (before)
    await tx
      .update(seats)
      .set({ role, version: before.version + 1, updatedAt: tx.now })
      .where(eq(seats.id, id));
  else await tx.insert(seats).values({ ...freshRow(tx), ...facts, id });
  await tx.record({
    entity: "seat",
    entityId: id,
    action: before ? "updated" : "created",
    organisationId,
    before: before ? { role: before.role } : null,
    after: before ? { role } : facts,
  });
}

async function insertNewcomer(
  tx: Tx,
  id: string,
  email: string,
  hash: string,
  { name, language }: JoinByInvitationInput,
): Promise<void> {
  const at = new Date(tx.now);
  const row = { name, email, language, emailVerified: true, passwordChangedAt: tx.now };
  await tx.insert(users).values({ ...row, id, createdAt: at, updatedAt: at });
  await insertCredential(tx, id, hash);
  await tx.record({ entity: "user", entityId: id, action: "created", before: null, after: row });
}

/** An account that was waiting for its first password gets it here instead of by its welcome letter. */
async function completeNewcomer(
  tx: Tx,
  known: PersonRecord,
  hash: string,
  { name, language }: JoinByInvitationInput,
): Promise<void> {
  await endLinksOf(tx, known.id);
  await storePassword(tx, known, hash, { name, language, emailVerified: true });
}
