import { isClosed } from "../members/plan-policy.ts";
import { coordinates, isInConsortium, mayWrite, type Standing } from "../members/standing.ts";
import type { Confidentiality, ContributionState, OfferSide } from "./contribution-words.ts";

type Line = { participantId: string; state: ContributionState };

/** Owns the line: acts for the participant that contributes. */
export function ownsContribution(standing: Standing, line: Pick<Line, "participantId">): boolean {
  return standing.participantIds.includes(line.participantId);
}

/** Which lines of a project somebody sees: all, the open ones and the own ones, or the own ones alone. */
export type LineSight = "all" | "open-and-own" | "own";

/** Readers outside the consortium and invited members who have not answered see no line but their own. */
export function lineSight(standing: Standing): LineSight {
  if (standing.relation === "coordinator") return "all";
  return isInConsortium(standing) && standing.relation !== "invited" ? "open-and-own" : "own";
}

/**
 * Sees the line at all; a line confidential to the coordinator is seen by its own organisation and the
 * coordinator only (domain.md, Contribution).
 */
export function maySeeContribution(
  standing: Standing,
  line: Pick<Line, "participantId"> & { confidentiality: Confidentiality },
): boolean {
  const sight = lineSight(standing);
  if (sight === "all" || ownsContribution(standing, line)) return true;
  return sight === "open-and-own" && line.confidentiality === "consortium";
}

/** Talks about lines at all: a writing seat of an accepted member, in a project whose plan still moves. */
function mayTalk(standing: Standing): boolean {
  const isMember = standing.relation === "coordinator" || standing.relation === "participant";
  return isMember && mayWrite(standing) && !isClosed(standing.projectStatus);
}

/** Which side an offer of this person on a participant's line counts for; null when it may make none. */
export function offerSideOf(standing: Standing, participantId: string): OfferSide | null {
  if (!mayTalk(standing)) return null;
  if (ownsContribution(standing, { participantId })) return "member";
  return standing.relation === "coordinator" ? "coordinator" : null;
}

/** May put a new line on the table for this participant. */
export function mayProposeContribution(standing: Standing, participantId: string): boolean {
  return offerSideOf(standing, participantId) !== null;
}

/**
 * May agree to the standing offer: the coordinator to a proposed line, the member to a countered one.
 * Nothing is agreed by the side that made the offer, but the coordinator agrees its own lines.
 */
export function mayAgreeContribution(standing: Standing, line: Line): boolean {
  if (!mayTalk(standing)) return false;
  if (line.state === "proposed") return coordinates(standing);
  return line.state === "countered" && ownsContribution(standing, line);
}

/** May answer an open line with other figures: the coordinator a proposal, the member a counter-offer. */
export function mayCounterContribution(standing: Standing, line: Line): boolean {
  if (!mayTalk(standing)) return false;
  if (line.state === "proposed") return coordinates(standing) && !ownsContribution(standing, line);
  return line.state === "countered" && ownsContribution(standing, line);
}

/** May change the text or figures of an open line: the side whose offer stands. */
export function mayReviseContribution(standing: Standing, line: Line): boolean {
  if (!mayTalk(standing)) return false;
  if (line.state === "proposed") return ownsContribution(standing, line);
  return line.state === "countered" && coordinates(standing) && !ownsContribution(standing, line);
}

/** May take an open line off the table: its member at any time, the coordinator while its own offer stands. */
export function mayWithdrawContribution(standing: Standing, line: Line): boolean {
  if (!mayTalk(standing)) return false;
  const isOwn = ownsContribution(standing, line);
  if (line.state === "proposed") return isOwn;
  return line.state === "countered" && (isOwn || coordinates(standing));
}

/** May open or close a line to the other members: nobody but its owner decides, at any time. */
export function maySetConfidentiality(standing: Standing, line: Pick<Line, "participantId">): boolean {
  return ownsContribution(standing, line) && mayWrite(standing) && standing.relation !== "invited";
}
