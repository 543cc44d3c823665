import { addExactly, sharesByLargestRemainder } from "#shared/money.ts";

import type { VoteChoice, VoteMajority } from "./decision-words.ts";

/** An organisation that may vote: its weight is 1 where each has one vote, else basis points of all shares. */
export type Elector = { organisationId: string; name: string; weight: number };

export type CastVote = { organisationId: string; choice: VoteChoice };

/** What must be reached; `majorityBp` only for an own majority. */
export type Threshold = { quorumBp: number; majority: VoteMajority; majorityBp: number | null };

/** Weights by answer; `absent` is whoever did not vote or has left. */
export type Tally = { yes: number; no: number; abstain: number; absent: number };

/** What a closed decision came to. The four shares are basis points of the whole electorate and add up to exactly 10 000. */
export type DecisionResult = {
  yesBp: number;
  noBp: number;
  abstainBp: number;
  absentBp: number;
  /** The same in weights: votes, or basis points of shares. */
  tally: Tally;
  quorumReached: boolean;
  accepted: boolean;
  /** Organisations of the electorate that were members no more at closing; their votes were not counted. */
  leftIds: string[];
};

/**
 * Adds up the weights by answer. The electorate stays as it was at opening; the vote of a member that has left is not
 * counted and its weight is absent, so that nobody's leaving makes a quorum easier to reach. Votes of others count nothing.
 */
export function tallyVotes(
  electorate: readonly Elector[],
  votes: readonly CastVote[],
  left: ReadonlySet<string>,
): Tally {
  const choices = new Map(votes.map(({ organisationId, choice }) => [organisationId, choice]));
  const tally: Tally = { yes: 0, no: 0, abstain: 0, absent: 0 };
  for (const { organisationId, weight } of electorate) {
    const choice = left.has(organisationId) ? undefined : choices.get(organisationId);
    tally[choice ?? "absent"] += weight;
  }
  return tally;
}

/** Whether enough of the electorate voted, abstentions included; never when there is nobody to vote. */
export function isQuorumReached(tally: Tally, quorumBp: number): boolean {
  const cast = addExactly([tally.yes, tally.no, tally.abstain]);
  const all = cast + tally.absent;
  return all > 0 && cast > 0 && cast * 10_000 >= quorumBp * all;
}

/**
 * Whether yes has its majority among yes and no; exact integers, abstentions count for neither. A simple majority is
 * more than half, two thirds and an own share are reached at least. A tie never accepts.
 */
export function isMajorityReached({ yes, no }: Tally, { majority, majorityBp }: Omit<Threshold, "quorumBp">): boolean {
  if (yes <= no) return false;
  if (majority === "simple") return true;
  if (majority === "two-thirds") return yes * 3 >= (yes + no) * 2;
  return yes * 10_000 >= (majorityBp ?? 10_000) * (yes + no);
}

/** The result of a vote; pure, so that the same electorate and votes in any order give the same result. */
export function resultOf(
  electorate: readonly Elector[],
  votes: readonly CastVote[],
  left: ReadonlySet<string>,
  threshold: Threshold,
): DecisionResult {
  const tally = tallyVotes(electorate, votes, left);
  const shares = sharesByLargestRemainder([tally.yes, tally.no, tally.abstain, tally.absent]);
  const [yesBp = 0, noBp = 0, abstainBp = 0, absentBp = 0] = shares;
  const quorumReached = isQuorumReached(tally, threshold.quorumBp);
  return {
    yesBp,
    noBp,
    abstainBp,
    absentBp,
    tally,
    quorumReached,
    accepted: quorumReached && isMajorityReached(tally, threshold),
    leftIds: electorate.map(({ organisationId }) => organisationId).filter((id) => left.has(id)),
  };
}
