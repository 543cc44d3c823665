import { and, eq } from "drizzle-orm";

import { Fault, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import {
  mayAnswerInvitation,
  mayInviteAgain,
  mayMakeCoordinator,
  mayWithdrawParticipant,
} from "#shared/features/participants/participant-policy.ts";
import type {
  AddParticipantInput,
  AnswerInvitationInput,
  MakeCoordinatorInput,
  WithdrawParticipantInput,
} from "#shared/features/participants/participant.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { organisations, participants } from "#server/db/schema/index.ts";
import { demand, type Membership } from "#server/features/members/membership.ts";
import { notify } from "#server/features/notifications/notification-service.ts";
import { coordinatorsOf } from "#server/features/notifications/recipient-queries.ts";

import { showParticipant } from "./participant-queries.ts";
import { endInvitations } from "./participant-invitations-service.ts";
import {
  addParticipant,
  loadParticipant,
  orRoleTaken,
  type Participant,
  recordParticipant,
  writeParticipant,
} from "./participant-service.ts";

/** The invited organisation accepts or declines. Faults: STALE with the present row, FORBIDDEN once answered. */
export async function answerInvitation(tx: Tx, person: Person, input: AnswerInvitationInput): Promise<Written> {
  const { before, membership } = await loadParticipant(tx, person, input.id);
  await demandOrStale(tx, membership, before, input.version, mayAnswerInvitation(membership, before));
  const patch = input.accept
    ? ({ state: "accepted", joinedOn: person.today, leftOn: null } as const)
    : ({ state: "declined" } as const);
  await endInvitations(tx, before.id, patch.state);
  const written = await writeParticipant(tx, membership, before, input.version, patch, patch.state);
  await tellOfAnswer(tx, before, input.accept);
  return written;
}

async function tellOfAnswer(tx: Tx, { id, projectId, organisationId }: Participant, accepts: boolean): Promise<void> {
  const [organisation] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  await notify(tx, {
    kind: accepts ? "invitation-accepted" : "invitation-declined",
    to: await coordinatorsOf(tx, projectId),
    projectId,
    entity: "participant",
    entityId: id,
    params: { organisation: organisation?.name ?? "" },
  });
}

/** Invites once more whoever declined or left; the dates of the first time stay in the history. */
export async function inviteAgain(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const { before, membership } = await loadParticipant(tx, person, input.id);
  await demandOrStale(tx, membership, before, input.version, mayInviteAgain(membership, before));
  const patch = { state: "invited", joinedOn: null, leftOn: null } as const;
  return await writeParticipant(tx, membership, before, input.version, patch, "invited");
}

type IntoRole = Pick<AddParticipantInput, "projectId" | "organisationId"> & {
  role: AddParticipantInput["role"];
  /** Whether a row that takes part already will do. */
  mayTakePart: boolean;
};

/**
 * Makes sure that an organisation is asked to take part in a role, whether it is new to the project, declined or left; returns
 * its row. Faults: as `addParticipant`; ALREADY_TAKES_PART unless `mayTakePart`.
 */
export async function inviteIntoRole(
  tx: Tx,
  person: Person,
  { projectId, organisationId, role, mayTakePart }: IntoRole,
): Promise<string> {
  const [known] = await tx
    .select()
    .from(participants)
    .where(
      and(
        eq(participants.projectId, projectId),
        eq(participants.organisationId, organisationId),
        eq(participants.role, role),
      ),
    );
  if (!known) {
    const asked = {
      projectId,
      organisationId,
      role,
      state: "invited",
      joinedOn: null,
      contact: "",
      roleText: "",
    } as const;
    return (await addParticipant(tx, person, asked)).id;
  }
  if (known.state === "accepted" && !mayTakePart)
    throw new Fault("CONFLICT", "ALREADY_TAKES_PART", {
      message: "This organisation takes part in this role already.",
    });
  if (known.state === "declined" || known.state === "withdrawn") await inviteAgain(tx, person, known);
  return known.id;
}

/** Answers for an invited organisation on the strength of a letter; a row that is not waiting for an answer stays as it is. */
export async function answerByLetter(tx: Tx, id: string, answer: { accept: boolean; on: string }): Promise<void> {
  const patch = answer.accept
    ? ({ state: "accepted", joinedOn: answer.on, leftOn: null } as const)
    : ({ state: "declined" } as const);
  const [before] = await tx.select().from(participants).where(eq(participants.id, id));
  if (before?.state !== "invited") return;
  const after = { ...before, ...patch, version: before.version + 1, updatedAt: tx.now };
  await tx.update(participants).set(after).where(eq(participants.id, id));
  await recordParticipant(tx, patch.state, before, after);
}

/** Ends a participation; its contributions stay as they are. Faults: STALE with the present row. */
export async function withdrawParticipant(tx: Tx, person: Person, input: WithdrawParticipantInput): Promise<Written> {
  const { before, membership } = await loadParticipant(tx, person, input.id);
  await demandOrStale(tx, membership, before, input.version, mayWithdrawParticipant(membership, before));
  const patch = { state: "withdrawn", leftOn: input.leftOn ?? person.today } as const;
  await endInvitations(tx, before.id, "revoked");
  return await writeParticipant(tx, membership, before, input.version, patch, "withdrawn");
}

/**
 * Hands the coordination over: the new coordinator becomes number 1, the former one takes its number and
 * `formerRole`. Faults: STALE with the present row when either row changed since, so of two hand-overs one wins;
 * ROLE_TAKEN when the former coordinator already takes part in that role.
 */
export async function makeCoordinator(tx: Tx, person: Person, input: MakeCoordinatorInput): Promise<Written> {
  const { before, membership } = await loadParticipant(tx, person, input.id);
  await demandOrStale(tx, membership, before, input.version, mayMakeCoordinator(membership, before));
  // Row by row, because the number and the one coordinator are unique at every moment.
  const [former] = await orRoleTaken(
    tx
      .update(participants)
      .set({ role: input.formerRole, number: -before.number, version: input.coordinatorVersion + 1, updatedAt: tx.now })
      .where(
        and(
          eq(participants.id, input.coordinatorId),
          eq(participants.projectId, before.projectId),
          eq(participants.version, input.coordinatorVersion),
          eq(participants.role, "coordinator"),
        ),
      )
      .returning(),
  );
  if (!former) throw stale(await showParticipant(tx, membership, input.coordinatorId));
  const written = await writeParticipant(
    tx,
    membership,
    before,
    input.version,
    { role: "coordinator", number: 1 },
    "updated",
  );
  await tx.update(participants).set({ number: before.number }).where(eq(participants.id, former.id));
  await recordParticipant(
    tx,
    "updated",
    { ...former, role: "coordinator", number: 1, version: input.coordinatorVersion },
    { ...former, number: before.number },
  );
  return written;
}

// Who acts on a row as it no longer is gets told how it is now, rather than that he may not.
async function demandOrStale(
  tx: Tx,
  membership: Membership,
  before: Participant,
  version: number,
  allowed: boolean,
): Promise<void> {
  if (!allowed && before.version !== version) throw stale(await showParticipant(tx, membership, before.id));
  demand(allowed);
}
