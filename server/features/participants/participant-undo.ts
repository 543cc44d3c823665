import { and, eq, ne } from "drizzle-orm";

import { changesAny, changesOnly, type UndoContext, type UndoMove, type UndoRule } from "#server/changes/undo-rule.ts";
import type { Tx } from "#server/db/database.ts";
import { rowStore, type StoredRow } from "#server/db/row-store.ts";
import { contributions, invitations, organisations, participants, streams, updates } from "#server/db/schema/index.ts";
import { demand, loadMembership, type Membership } from "#server/features/members/membership.ts";
import {
  mayDescribeParticipant,
  mayInviteAgain,
  mayPlanParticipants,
  mayRemoveParticipant,
  mayWithdrawParticipant,
} from "#shared/features/participants/participant-policy.ts";

import { closeNumberGap, type Participant } from "./participant-service.ts";

/** Members of a project: what planners and the member itself wrote. Answers to invitations and hand-overs stay done. */
export const participantUndo: UndoRule = {
  store: rowStore(participants),
  final: ["accepted", "declined"],
  carriers: ["projectId"],
  isBinned: true,
  numbers: (db, projectId) =>
    db
      .select({ id: participants.id, number: participants.number })
      .from(participants)
      .where(eq(participants.projectId, projectId)),
  async demand(tx, { from, to, step }, { person }) {
    const membership = await loadMembership(tx, person, step.projectId ?? "");
    demand(mayDo(membership, from, to));
  },
  async obstacle(tx, move, context) {
    const { step, now, goal } = move;
    if (goal === null) return (await isReferredTo(tx, step.entityId, context)) ? "in-use" : null;
    if (now !== null) return null;
    if (goal["role"] === "coordinator" && !context.restoring.has(String(goal["projectId"]))) return "taken";
    return (await isRoleTaken(tx, move)) ? "taken" : await isOrganisationGone(tx, move);
  },
  // Those behind it move up, as with every removal; an act that is done again moves them itself.
  async afterwards(tx, { now, goal, step }, { removing, isRedo }) {
    if (now && !goal && !isRedo && !removing.has(step.projectId ?? ""))
      await closeNumberGap(tx, now as unknown as Participant);
  },
};

function mayDo(membership: Membership, from: StoredRow | null, to: StoredRow | null): boolean {
  const [before, after] = [from as Participant | null, to as Participant | null];
  if (!before) return mayPlanParticipants(membership);
  if (!after) return mayRemoveParticipant(membership, before);
  if (changesAny(from, to, ["role"]) && (before.role === "coordinator" || after.role === "coordinator")) return false;
  if (before.state !== after.state) {
    if (after.state === "withdrawn") return mayWithdrawParticipant(membership, before);
    return after.state === "invited" && mayInviteAgain(membership, before);
  }
  const isDescription = changesOnly(from as StoredRow, to as StoredRow, ["contact", "roleText"]);
  return isDescription ? mayDescribeParticipant(membership, before) : mayPlanParticipants(membership);
}

async function isReferredTo(tx: Tx, id: string, { removing, moves }: UndoContext): Promise<boolean> {
  const [line] = await tx
    .select({ id: contributions.id })
    .from(contributions)
    .where(eq(contributions.participantId, id))
    .limit(1);
  const [report] = await tx.select({ id: updates.id }).from(updates).where(eq(updates.participantId, id)).limit(1);
  const [letter] = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.participantId, id))
    .limit(1);
  const led = await tx.select({ id: streams.id }).from(streams).where(eq(streams.leadParticipantId, id));
  const released = new Set(
    moves.flatMap(({ step, goal }) =>
      step.entity === "stream" && goal?.["leadParticipantId"] !== id ? [step.entityId] : [],
    ),
  );
  return (
    Boolean(line ?? report ?? letter) || led.some((stream) => !removing.has(stream.id) && !released.has(stream.id))
  );
}

async function isRoleTaken(tx: Tx, { step, goal }: UndoMove): Promise<boolean> {
  const rows = await tx
    .select({ id: participants.id })
    .from(participants)
    .where(
      and(
        eq(participants.projectId, String(goal?.["projectId"])),
        eq(participants.organisationId, String(goal?.["organisationId"])),
        eq(participants.role, goal?.["role"] as Participant["role"]),
        ne(participants.id, step.entityId),
      ),
    );
  return rows.length > 0;
}

async function isOrganisationGone(tx: Tx, { goal }: UndoMove): Promise<"gone" | null> {
  const rows = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, String(goal?.["organisationId"])));
  return rows.length === 0 ? "gone" : null;
}
