import { and, asc, eq } from "drizzle-orm";

import type { Database } from "#server/db/database.ts";
import { changes, invitations, mails, participants, seats, users } from "#server/db/schema/index.ts";
import { sendInvitation } from "#server/features/invitations/invitation-service.ts";
import { sendInvitationSchema } from "#shared/features/invitations/invitation.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { builtAt } from "#tests/support/build.ts";

export const guest = "grete@guest.example";

type Input = Record<string, unknown>;

/** Invites as this person; a new organisation "Guest works" and the guest's address unless told otherwise. */
export function invite(db: Database, person: Person, projectId: string, input: Input = {}) {
  const target =
    "organisationId" in input ? {} : { newOrganisation: { name: "Guest works", kind: "enterprise", country: "FI" } };
  const whole = { projectId, role: "beneficiary", email: guest, language: "en", ...target, ...input };
  return actAs(db, person, (tx) => sendInvitation(tx, person, sendInvitationSchema.parse(whole)));
}

/** Lets people have chosen their password: their organisation has people of its own from now on. */
export async function letComeIn(db: Database, ...people: readonly Person[]): Promise<void> {
  for (const { userId } of people)
    await db.housekeep((tx) => tx.update(users).set({ passwordChangedAt: builtAt }).where(eq(users.id, userId)));
}

export async function emailOf(db: Database, { userId }: Person): Promise<string> {
  const [row] = await db.read.select({ email: users.email }).from(users).where(eq(users.id, userId));
  return row?.email ?? "";
}

export const invitationsIn = (db: Database, projectId: string) =>
  db.read.select().from(invitations).where(eq(invitations.projectId, projectId)).orderBy(asc(invitations.id));

export const lettersTo = async (db: Database) =>
  (await db.read.select({ to: mails.to, kind: mails.kind }).from(mails).orderBy(asc(mails.id)))
    .filter(({ kind }) => kind === "invitation")
    .map(({ to }) => to);

export async function participantOf(db: Database, projectId: string, organisationId: string) {
  const [row] = await db.read
    .select()
    .from(participants)
    .where(and(eq(participants.projectId, projectId), eq(participants.organisationId, organisationId)));
  return row;
}

export const historyOf = (db: Database, entityId: string) =>
  db.read.select().from(changes).where(eq(changes.entityId, entityId)).orderBy(asc(changes.seq));

export const seatsIn = (db: Database, organisationId: string) =>
  db.read
    .select({ userId: seats.userId, role: seats.role })
    .from(seats)
    .where(eq(seats.organisationId, organisationId));
