import { desc, eq, inArray } from "drizzle-orm";

import {
  mayAskDecision,
  mayCancelDecision,
  mayCloseDecision,
  mayReviseDecision,
  maySeeDecision,
  mayVote,
} from "#shared/features/decisions/decision-policy.ts";
import { isQuorumReached, resultOf, tallyVotes } from "#shared/features/decisions/decision-rules.ts";
import type { DecisionDetail, DecisionList, ElectorView } from "#shared/features/decisions/decision.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { decisions, users } from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";

import { type DecisionRow, leftMembers, openDecision, type VoteRow, votesOf } from "./decision-rows.ts";

/** The decisions of a project this person may see, the newest first. Faults: NOT_FOUND. */
export async function listDecisions(db: ReadDb, person: Person, input: { projectId: string }): Promise<DecisionList> {
  const membership = await loadMembership(db, person, input.projectId);
  const all = await db
    .select()
    .from(decisions)
    .where(eq(decisions.projectId, input.projectId))
    .orderBy(desc(decisions.number));
  const seen = all.filter((row) => maySeeDecision(membership, row));
  const cast = await votesOf(
    db,
    seen.map(({ id }) => id),
  );
  return { rows: seen.map((row) => rowOf(membership, row, cast)), may: { create: mayAskDecision(membership) } };
}

function rowOf(membership: Membership, row: DecisionRow, all: readonly VoteRow[]): DecisionList["rows"][number] {
  const { id, number, title, state, weighting, closesAt, closedAt, result, electorate } = row;
  const cast = all.filter(({ decisionId }) => decisionId === id);
  const hasVoted = cast.some(({ organisationId }) => organisationId === membership.organisationId);
  const isElector = electorate.some(({ organisationId }) => organisationId === membership.organisationId);
  return {
    id,
    number,
    title,
    state,
    weighting,
    closesAt,
    closedAt,
    accepted: result?.accepted ?? null,
    quorumReached: result?.quorumReached ?? null,
    voters: electorate.length,
    voted: cast.length,
    ownVoteMissing: state === "open" && isElector && !hasVoted,
  };
}

/**
 * One decision with its electorate: while it is open, who has voted and when, but not how; once it is closed all of it,
 * as it was frozen. Faults: NOT_FOUND.
 */
export async function showDecision(db: ReadDb, person: Person, input: { id: string }): Promise<DecisionDetail> {
  const { decision, membership } = await openDecision(db, person, input.id);
  const { projectId, electorate, byUserId, remindedAt: _told, createdAt: _at, updatedAt: _changed, ...row } = decision;
  const cast = await votesOf(db, [decision.id]);
  const names = await namesOf(db, [byUserId, ...cast.map((vote) => vote.byUserId)]);
  const left = decision.result ? new Set(decision.result.leftIds) : await leftMembers(db, decision);
  const mine = cast.find(({ organisationId }) => organisationId === membership.organisationId);
  const { absentBp } = resultOf(electorate, cast, left, decision);
  const electorIds = electorate.map(({ organisationId }) => organisationId);
  const quorumReached = isQuorumReached(tallyVotes(electorate, cast, left), decision.quorumBp);
  return {
    ...row,
    projectId,
    byName: names.get(byUserId) ?? null,
    electors: electorate.map((elector) => ({
      ...elector,
      own: elector.organisationId === membership.organisationId,
      left: left.has(elector.organisationId),
      ...voteView(decision, membership, elector.organisationId, cast, names),
    })),
    castBp: electorate.length === 0 ? 0 : 10_000 - absentBp,
    ownVote: mine ? { version: mine.version, choice: mine.choice, reason: mine.reason } : null,
    may: {
      revise: mayReviseDecision(membership, decision),
      open: mayReviseDecision(membership, decision),
      cancel: mayCancelDecision(membership, decision),
      close: mayCloseDecision(membership, decision) && quorumReached,
      vote: mayVote(membership, { ...decision, electorIds }),
    },
  };
}

function voteView(
  { state }: DecisionRow,
  { organisationId: own }: Membership,
  organisationId: string,
  cast: readonly VoteRow[],
  names: ReadonlyMap<string, string>,
): Pick<ElectorView, "votedAt" | "choice" | "reason" | "byName"> {
  const vote = cast.find((each) => each.organisationId === organisationId);
  if (!vote) return { votedAt: null, choice: null, reason: "", byName: null };
  // A decision that was called off never tells how anybody voted.
  const isTold = state === "closed" || organisationId === own;
  return {
    votedAt: vote.updatedAt,
    choice: isTold ? vote.choice : null,
    reason: isTold ? vote.reason : "",
    byName: names.get(vote.byUserId) ?? null,
  };
}

async function namesOf(db: ReadDb, userIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(userIds)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
