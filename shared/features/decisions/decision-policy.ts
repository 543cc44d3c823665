import { isClosed } from "../members/plan-policy.ts";
import { coordinates, isMember, type Standing } from "../members/standing.ts";
import type { DecisionState } from "./decision-words.ts";

type Seen = { openedAt: number | null };
type Live = { state: DecisionState };

/** Reads decisions at all: accepted members, and the cluster the project belongs to. */
export function mayReadDecisions(standing: Standing): boolean {
  return isMember(standing) || standing.relation === "cluster";
}

/** Sees this one: what was never opened is the coordinator's own paper. */
export function maySeeDecision(standing: Standing, decision: Seen): boolean {
  return decision.openedAt === null ? standing.relation === "coordinator" : mayReadDecisions(standing);
}

/** May put a question to the participants: the coordinator with a writing seat, while the project is not closed. */
export function mayAskDecision(standing: Standing): boolean {
  return coordinates(standing) && !isClosed(standing.projectStatus);
}

/** May change a question or open the vote on it: the coordinator, before it is opened. */
export function mayReviseDecision(standing: Standing, { state }: Live): boolean {
  return state === "draft" && mayAskDecision(standing);
}

/** May call a question off with a reason: the coordinator, before it is closed. */
export function mayCancelDecision(standing: Standing, { state }: Live): boolean {
  return (state === "draft" || state === "open") && coordinates(standing);
}

/** May close an open vote before its deadline: the coordinator; whether the quorum allows it is decided with the votes. */
export function mayCloseDecision(standing: Standing, { state }: Live): boolean {
  return state === "open" && coordinates(standing);
}

/** May vote for the acting organisation: its managers, while the vote is open and it belongs to the electorate and the project. */
export function mayVote(standing: Standing, decision: Live & { electorIds: readonly string[] }): boolean {
  const { organisationId, seatRole } = standing;
  if (decision.state !== "open" || organisationId === null || seatRole !== "manager") return false;
  return isMember(standing) && decision.electorIds.includes(organisationId);
}
