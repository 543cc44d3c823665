import { and, eq } from "drizzle-orm";

import { Fault, stale } from "#shared/fault.ts";
import { mayCloseDecision, mayVote } from "#shared/features/decisions/decision-policy.ts";
import { isQuorumReached, resultOf, tallyVotes } from "#shared/features/decisions/decision-rules.ts";
import type { CastVoteInput, DecisionWritten, VoteWritten } from "#shared/features/decisions/decision.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { VersionedInput } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { votes } from "#server/db/schema/index.ts";
import { demand } from "#server/features/members/membership.ts";
import { notify } from "#server/features/notifications/notification-service.ts";
import { membersOf } from "#server/features/notifications/recipient-queries.ts";

import {
  changeDecision,
  decisionById,
  type DecisionRow,
  leftMembers,
  openDecision,
  staleDecision,
  type VoteRow,
  votesOf,
} from "./decision-rows.ts";

/**
 * Casts or changes the vote of the acting organisation; the last one of the electorate closes the decision. After the
 * deadline nothing is counted: the decision is closed instead, and the answer says so. Faults: NOT_FOUND, FORBIDDEN,
 * STALE when a colleague voted meanwhile.
 */
export async function castVote(tx: Tx, person: Person, input: CastVoteInput): Promise<VoteWritten> {
  const { decision, membership } = await openDecision(tx, person, input.decisionId);
  const electorIds = decision.electorate.map(({ organisationId }) => organisationId);
  demand(mayVote(membership, { ...decision, electorIds }));
  if (decision.closesAt <= tx.now) {
    const { state } = await closeWithResult(tx, decision);
    return { decisionId: decision.id, state, counted: false };
  }
  await writeVote(tx, decision, membership.organisationId ?? "", input);
  const left = await leftMembers(tx, decision);
  const voted = new Set((await votesOf(tx, [decision.id])).map(({ organisationId }) => organisationId));
  const waits = electorIds.some((id) => !voted.has(id) && !left.has(id));
  const { state } = waits ? decision : await closeWithResult(tx, decision);
  return { decisionId: decision.id, state, counted: true };
}

/**
 * Closes an open vote before its deadline, by the coordinator, once the quorum is reached. Faults: NOT_FOUND, FORBIDDEN,
 * STALE, QUORUM_MISSING, QUORUM_CHANGED when it would be reached but for the votes of members that have left.
 */
export async function closeDecision(tx: Tx, person: Person, input: VersionedInput): Promise<DecisionWritten> {
  const { decision, membership } = await openDecision(tx, person, input.id);
  if (decision.version !== input.version) throw staleDecision(decision);
  demand(mayCloseDecision(membership, decision));
  if (decision.closesAt > tx.now) await demandQuorum(tx, decision);
  return closeWithResult(tx, decision);
}

/** Closes a decision whose deadline has passed, by the clock of this transaction. Faults: NOT_FOUND, STALE when nothing is due. */
export async function closeOverdueDecision(tx: Tx, id: string): Promise<DecisionWritten> {
  const decision = await decisionById(tx, id);
  if (decision.state !== "open" || decision.closesAt > tx.now) throw staleDecision(decision);
  return closeWithResult(tx, decision);
}

async function demandQuorum(tx: Tx, decision: DecisionRow): Promise<void> {
  const { electorate, quorumBp } = decision;
  const cast = await votesOf(tx, [decision.id]);
  if (isQuorumReached(tallyVotes(electorate, cast, await leftMembers(tx, decision)), quorumBp)) return;
  const wasReached = isQuorumReached(tallyVotes(electorate, cast, new Set()), quorumBp);
  throw new Fault("CONFLICT", wasReached ? "QUORUM_CHANGED" : "QUORUM_MISSING");
}

/** The votes stand in the record of the closing, so that the chained history vouches for them as well. */
async function closeWithResult(tx: Tx, decision: DecisionRow): Promise<DecisionWritten> {
  const cast = await votesOf(tx, [decision.id]);
  const result = resultOf(decision.electorate, cast, await leftMembers(tx, decision), decision);
  const closed = await changeDecision(tx, decision, "closed", { state: "closed", closedAt: tx.now, result });
  await tx.record({
    entity: "vote",
    entityId: decision.id,
    action: "counted",
    projectId: decision.projectId,
    before: null,
    after: { votes: Object.fromEntries(cast.map(({ organisationId, choice }) => [organisationId, choice])) },
  });
  await notify(tx, {
    kind: "decision-closed",
    to: await membersOf(tx, decision.projectId),
    projectId: decision.projectId,
    entity: "decision",
    entityId: decision.id,
    params: { number: String(decision.number) },
  });
  return closed;
}

async function writeVote(
  tx: Tx,
  decision: DecisionRow,
  organisationId: string,
  { version, choice, reason }: CastVoteInput,
): Promise<void> {
  const mine = and(eq(votes.decisionId, decision.id), eq(votes.organisationId, organisationId));
  const [before] = await tx.select().from(votes).where(mine);
  if ((before?.version ?? null) !== version) throw stale(before ? presentVote(before) : null);
  const fields = { choice, reason, byUserId: tx.actor.userId ?? "" };
  if (before) {
    await tx
      .update(votes)
      .set({ ...fields, version: before.version + 1, updatedAt: tx.now })
      .where(mine);
  } else {
    await tx.insert(votes).values({ ...freshRow(tx), ...fields, decisionId: decision.id, organisationId });
  }
  // That it voted is told while the vote is open, how it voted is not: the history does not know it either.
  await tx.record({
    entity: "vote",
    entityId: decision.id,
    action: before ? "updated" : "created",
    projectId: decision.projectId,
    organisationId,
    before: before ? { votedAt: before.updatedAt } : null,
    after: { votedAt: tx.now },
  });
}

function presentVote({ version, choice, reason }: VoteRow) {
  return { version, choice, reason };
}
