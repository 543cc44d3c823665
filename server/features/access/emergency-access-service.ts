import { and, eq, inArray, isNull } from "drizzle-orm";

import { Fault, notFound } from "#shared/fault.ts";
import { emergencyLastsMs, freshSignInMs } from "#shared/features/access/access-policy.ts";
import type { OpenAccessInput, OpenedAccess } from "#shared/features/access/access.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb, Tx } from "#server/db/database.ts";
import { emergencyAccesses, participants, users } from "#server/db/schema/index.ts";
import { demandOwnPassword } from "#server/features/accounts/password-service.ts";
import type { Visitor } from "#server/features/accounts/sign-in-service.ts";
import { demand } from "#server/features/members/membership.ts";
import { notify } from "#server/features/notifications/notification-service.ts";
import { peopleOf } from "#server/features/notifications/recipient-queries.ts";
import { queueMail } from "#server/mail/mail-queue.ts";
import type { Parts } from "#server/parts.ts";

import { findOpenAccess, findViewed, type ViewedParticipant } from "./viewing-queries.ts";

/**
 * Asks for the password again when the sign-in is older than ten minutes (security.md, R-U9). Faults: FORBIDDEN for
 * whoever is no administrator; UNAUTHORIZED REAUTH_REQUIRED; BAD_REQUEST with field `password`; TOO_MANY_REQUESTS.
 */
export async function demandFreshAdministrator(
  parts: Parts,
  visitor: Visitor,
  { person, signedInAt, password }: { person: Person; signedInAt: number; password: string | undefined },
): Promise<void> {
  demand(person.isAdministrator);
  if (password !== undefined) return await demandOwnPassword(parts, visitor, "password", password);
  if (parts.clock() - signedInAt > freshSignInMs) {
    throw new Fault("UNAUTHORIZED", "REAUTH_REQUIRED", { message: "Please enter your password again for this." });
  }
}

/**
 * Opens one member's part of one project to an administrator for an hour, for reading alone, and tells the member's
 * managers at once, in the program and by mail (security.md, R-A15). Faults: FORBIDDEN, NOT_FOUND, ALREADY_OPEN.
 */
export async function openAccess(tx: Tx, person: Person, input: OpenAccessInput): Promise<OpenedAccess> {
  demand(person.isAdministrator);
  const viewed = await findPart(tx, input);
  if ((await findOpenAccess(tx, person.userId, viewed, tx.now)) !== null) {
    throw new Fault("CONFLICT", "ALREADY_OPEN", { message: "You have opened this already." });
  }
  const { projectId, organisationId, acronym, organisationName } = viewed;
  const id = tx.id();
  const expiresAt = tx.now + emergencyLastsMs;
  const reason = input.reason.trim();
  const after = { userId: person.userId, projectId, organisationId, reason, openedAt: tx.now, expiresAt };
  await tx.insert(emergencyAccesses).values({ id, ...after, closedAt: null });
  await tx.record({
    entity: "access",
    entityId: id,
    action: "opened",
    projectId,
    organisationId,
    confidentialTo: organisationId,
    before: null,
    after,
  });
  await tellManagers(tx, person, viewed, { id, reason });
  return { id, participantId: viewed.id, projectId, acronym, organisationName, by: "administrator", expiresAt };
}

/** Ends an open access before its hour is over. Faults: NOT_FOUND for an unknown one and another administrator's. */
export async function closeAccess(tx: Tx, person: Person, id: string): Promise<{ id: string }> {
  demand(person.isAdministrator);
  const isOpen = and(
    eq(emergencyAccesses.id, id),
    eq(emergencyAccesses.userId, person.userId),
    isNull(emergencyAccesses.closedAt),
  );
  const [closed] = await tx.update(emergencyAccesses).set({ closedAt: tx.now }).where(isOpen).returning();
  if (!closed) throw notFound();
  const { projectId, organisationId } = closed;
  await tx.record({
    entity: "access",
    entityId: id,
    action: "closed",
    projectId,
    organisationId,
    confidentialTo: organisationId,
    before: { closedAt: null },
    after: { closedAt: tx.now },
  });
  return { id };
}

async function findPart(db: ReadDb, { projectId, organisationId }: OpenAccessInput): Promise<ViewedParticipant> {
  const [row] = await db
    .select({ id: participants.id })
    .from(participants)
    .where(
      and(
        eq(participants.projectId, projectId),
        eq(participants.organisationId, organisationId),
        inArray(participants.state, ["invited", "accepted"]),
      ),
    )
    .orderBy(participants.number, participants.id)
    .limit(1);
  if (!row) throw notFound();
  return await findViewed(db, row.id);
}

async function tellManagers(
  tx: Tx,
  person: Person,
  viewed: ViewedParticipant,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const managers = await peopleOf(tx, [viewed.organisationId], ["manager"]);
  const [by] = await tx.select({ name: users.name, email: users.email }).from(users).where(eq(users.id, person.userId));
  await notify(tx, {
    kind: "emergency-access",
    to: managers,
    // Of no project: whoever is told by the seat is told however the organisation stands there.
    projectId: null,
    entity: "access",
    entityId: id,
    params: { project: viewed.acronym },
  });
  for (const { email, language } of managers) {
    const params = {
      administrator: by?.name ?? "",
      organisation: viewed.organisationName,
      project: viewed.acronym,
      at: `${new Date(tx.now).toISOString().slice(0, 16).replace("T", " ")} UTC`,
      reason,
      organisationId: viewed.organisationId,
    };
    await queueMail(tx, { kind: "emergency-access", to: email, language: language ?? "en", params });
  }
}
