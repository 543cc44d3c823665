import { coordinates, isInConsortium, mayWrite, type Standing } from "../members/standing.ts";
import type { Confidentiality, ContributionState, OfferSide } from "./contribution-words.ts";

type Line = { participantId: string; confidentiality: Confidentiality; state: ContributionState };

/** Owns the line: acts for the participant that contributes. */
export function ownsContribution(standing: Standing, line: Pick<Line, "participantId">): boolean {
  return standing.participantIds.includes(line.participantId);
}

/**
 * Sees the line at all. Readers outside the consortium see no lines; a line confidential to the coordinator
 * is seen by its own organisation and the coordinator only (domain.md, Contribution).
 */
export function maySeeContribution(standing: Standing, line: Pick<Line, "participantId" | "confidentiality">): boolean {
  if (!isInConsortium(standing) || standing.relation === "invited") return ownsContribution(standing, line);
  return (
    line.confidentiality === "consortium" || standing.relation === "coordinator" || ownsContribution(standing, line)
  );
}

/** Which side an offer of this person on a participant's line counts for; null when it may make none. */
export function offerSideOf(standing: Standing, participantId: string): OfferSide | null {
  if (!mayWrite(standing)) return null;
  if (standing.relation === "coordinator")
    return ownsContribution(standing, { participantId }) ? "member" : "coordinator";
  return standing.relation === "participant" && ownsContribution(standing, { participantId }) ? "member" : null;
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
  if (line.state === "proposed") return coordinates(standing);
  return line.state === "countered" && mayWrite(standing) && ownsContribution(standing, line);
}

/** May answer an open line with other figures: the coordinator a proposal, the member a counter-offer. */
export function mayCounterContribution(standing: Standing, line: Line): boolean {
  if (line.state === "proposed") return coordinates(standing) && !ownsContribution(standing, line);
  return line.state === "countered" && mayWrite(standing) && ownsContribution(standing, line);
}

/** May change the text or figures of a line that nobody has answered yet. */
export function mayReviseContribution(standing: Standing, line: Line): boolean {
  if (line.state === "proposed") return mayWrite(standing) && ownsContribution(standing, line);
  return line.state === "countered" && coordinates(standing);
}

/** May take an open line off the table: its member, or the coordinator its own counter-offer. */
export function mayWithdrawContribution(standing: Standing, line: Line): boolean {
  return (
    (line.state === "proposed" || line.state === "countered") && mayWrite(standing) && ownsContribution(standing, line)
  );
}
