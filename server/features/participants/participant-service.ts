import { and, asc, eq, gt, max, notExists } from "drizzle-orm";

import { Fault, invalid, notFound, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import {
  mayDescribeParticipant,
  mayKnowParticipant,
  mayPlanParticipants,
  mayRemoveParticipant,
} from "#shared/features/participants/participant-policy.ts";
import type {
  AddParticipantInput,
  DescribeParticipantInput,
  ReviseParticipantInput,
} from "#shared/features/participants/participant.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

import type { ReadDb, Tx } from "#server/db/database.ts";
import { isUniqueViolation } from "#server/db/errors.ts";
import { contributions, invitations, organisations, participants, streams, updates } from "#server/db/schema/index.ts";
import { removeBudgetOf } from "#server/features/budget/budget-removal-service.ts";
import { releasePlanFrom } from "#server/features/plan/plan-removal-service.ts";
import { demand, loadMembership, type Membership } from "#server/features/members/membership.ts";

import { endInvitations, removeInvitations } from "./participant-invitations-service.ts";
import { showParticipant } from "./participant-queries.ts";

export type Participant = typeof participants.$inferSelect;

/** Adds an organisation in a role, invited or agreed on paper, as number n + 1. Faults: ROLE_TAKEN. */
export async function addParticipant(tx: Tx, person: Person, input: AddParticipantInput): Promise<Written> {
  const membership = await loadMembership(tx, person, input.projectId);
  demand(mayPlanParticipants(membership));
  const known = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, input.organisationId));
  if (known.length === 0) throw invalid("organisationId", "NOT_FOUND");
  const [last] = await tx
    .select({ number: max(participants.number) })
    .from(participants)
    .where(eq(participants.projectId, input.projectId));
  const row: Participant = {
    id: tx.id(),
    projectId: input.projectId,
    organisationId: input.organisationId,
    number: (last?.number ?? 0) + 1,
    role: input.role,
    state: input.state,
    joinedOn: input.state === "accepted" ? (input.joinedOn ?? person.today) : null,
    leftOn: null,
    contact: input.contact,
    roleText: input.roleText,
    fundingRateBp: null,
    grantCents: null,
    netGrantCents: null,
    totalCostCents: null,
    sourceNumber: null,
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
  await orRoleTaken(tx.insert(participants).values(row));
  await recordParticipant(tx, input.state === "invited" ? "invited" : "created", null, row);
  return { id: row.id, version: 1 };
}

/** Changes single fields of a row. Faults: STALE with the present row, ROLE_TAKEN, IS_COORDINATOR for its role. */
export async function reviseParticipant(tx: Tx, person: Person, input: ReviseParticipantInput): Promise<Written> {
  const { before, membership } = await loadParticipant(tx, person, input.id);
  demand(mayPlanParticipants(membership));
  if (before.role === "coordinator" && input.patch.role !== undefined) throw new Fault("CONFLICT", "IS_COORDINATOR");
  const joinedOn = input.patch.joinedOn === undefined ? before.joinedOn : input.patch.joinedOn;
  const leftOn = input.patch.leftOn === undefined ? before.leftOn : input.patch.leftOn;
  if (joinedOn && leftOn && leftOn < joinedOn) throw invalid("leftOn", "BEFORE_JOINED");
  return await writeParticipant(tx, membership, before, input.version, input.patch, "updated");
}

/** Changes what a member says of its own part. Faults: STALE with the present row. */
export async function describeParticipant(tx: Tx, person: Person, input: DescribeParticipantInput): Promise<Written> {
  const { before, membership } = await loadParticipant(tx, person, input.id);
  demand(mayDescribeParticipant(membership, before));
  return await writeParticipant(tx, membership, before, input.version, input.patch, "updated");
}

/**
 * Removes a row entered by mistake; those after it move up and streams, tasks and deliverables it led stand without a lead.
 * Faults: IN_USE when contributions or reports refer to it (withdraw it instead), STALE.
 */
export async function removeParticipant(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const { before, membership } = await loadParticipant(tx, person, input.id);
  demand(mayRemoveParticipant(membership, before));
  await endInvitations(tx, before.id, "revoked");
  await releaseStreams(tx, before);
  await releasePlanFrom(tx, before);
  await removeBudgetOf(tx, { projectId: before.projectId, participantId: before.id });
  await removeInvitations(tx, eq(invitations.participantId, input.id));
  const lines = tx
    .select({ id: contributions.id })
    .from(contributions)
    .where(eq(contributions.participantId, input.id));
  const reports = tx.select({ id: updates.id }).from(updates).where(eq(updates.participantId, input.id));
  const removed = await tx
    .delete(participants)
    .where(
      and(eq(participants.id, input.id), eq(participants.version, input.version), notExists(lines), notExists(reports)),
    )
    .returning({ id: participants.id });
  if (removed.length === 0) {
    if (before.version !== input.version) throw stale(await showParticipant(tx, membership, input.id));
    throw new Fault("CONFLICT", "IN_USE", {
      message: "Contributions of this member are recorded. Let it withdraw instead.",
    });
  }
  await recordParticipant(tx, "removed", before, null);
  await closeNumberGap(tx, before);
  return { id: input.id, version: input.version };
}

/** The row as stored and where the person stands towards its project. Faults: NOT_FOUND for unknown and foreign alike. */
export async function loadParticipant(
  db: ReadDb,
  person: Person,
  id: string,
): Promise<{ before: Participant; membership: Membership }> {
  const [before] = await db.select().from(participants).where(eq(participants.id, id));
  if (!before) throw notFound();
  const membership = await loadMembership(db, person, before.projectId);
  if (!mayKnowParticipant(membership, before)) throw notFound();
  return { before, membership };
}

/** Writes changed columns where the version is as seen and records it. Faults: STALE with the present row, ROLE_TAKEN. */
export async function writeParticipant(
  tx: Tx,
  membership: Membership,
  before: Participant,
  version: number,
  patch: Partial<Participant>,
  action: string,
): Promise<Written> {
  const [after] = await orRoleTaken(
    tx
      .update(participants)
      .set({ ...patch, version: version + 1, updatedAt: tx.now })
      .where(and(eq(participants.id, before.id), eq(participants.version, version)))
      .returning(),
  );
  if (!after) throw stale(await showParticipant(tx, membership, before.id));
  await recordParticipant(tx, action, before, after);
  return { id: after.id, version: after.version };
}

/** Writes a change of a participant row into the history; its organisation may follow it too. */
export async function recordParticipant(
  tx: Tx,
  action: string,
  before: Participant | null,
  after: Participant | null,
): Promise<void> {
  const row = after ?? before;
  if (!row) return;
  const { id: entityId, projectId, organisationId } = row;
  await tx.record({ entity: "participant", entityId, action, projectId, organisationId, before, after });
}

/** Awaits a write and turns "this organisation already has this role" into ROLE_TAKEN. */
export async function orRoleTaken<T>(write: PromiseLike<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!isUniqueViolation(error, "participants_role")) throw error;
    throw new Fault("CONFLICT", "ROLE_TAKEN", {
      message: "This organisation already takes part in this role.",
      fields: [{ path: "role", appCode: "ROLE_TAKEN" }],
    });
  }
}

async function releaseStreams(tx: Tx, participant: Participant): Promise<void> {
  const led = await tx.select().from(streams).where(eq(streams.leadParticipantId, participant.id));
  for (const before of led) {
    const changed = { leadParticipantId: null, version: before.version + 1, updatedAt: tx.now };
    await tx.update(streams).set(changed).where(eq(streams.id, before.id));
    await tx.record({
      entity: "stream",
      entityId: before.id,
      action: "updated",
      projectId: before.projectId,
      before,
      after: { ...before, ...changed },
    });
  }
}

/** Moves those after a removed row up, one after the other from the front, so that no number is taken twice at any moment. */
export async function closeNumberGap(tx: Tx, removed: Participant): Promise<void> {
  const later = await tx
    .select()
    .from(participants)
    .where(and(eq(participants.projectId, removed.projectId), gt(participants.number, removed.number)))
    .orderBy(asc(participants.number));
  let number = removed.number;
  for (const before of later) {
    const changed = { number, version: before.version + 1, updatedAt: tx.now };
    await tx.update(participants).set(changed).where(eq(participants.id, before.id));
    await recordParticipant(tx, "updated", before, { ...before, ...changed });
    number += 1;
  }
}
