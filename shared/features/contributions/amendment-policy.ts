import { coordinates, type Standing } from "../members/standing.ts";
import type { AmendmentState } from "./amendment-words.ts";
import { offerSideOf, ownsContribution } from "./contribution-policy.ts";
import type { ContributionState, OfferSide } from "./contribution-words.ts";

type Line = { participantId: string; state: ContributionState };
type Amendment = { side: OfferSide; state: AmendmentState };

/** The coordinator's own line: both sides are the same organisation, so that a change is agreed as it is proposed. */
export function isBothSides(standing: Standing, line: Pick<Line, "participantId">): boolean {
  return coordinates(standing) && ownsContribution(standing, line);
}

/** May propose a change of an agreed line, or to take it back: either side, while no other change is open. */
export function mayProposeAmendment(standing: Standing, line: Line, hasOpen: boolean): boolean {
  return line.state === "agreed" && !hasOpen && offerSideOf(standing, line.participantId) !== null;
}

/** May agree to an open change or decline it: the side that did not propose it. Nothing agreed changes by one side alone. */
export function mayAnswerAmendment(standing: Standing, line: Line, amendment: Amendment): boolean {
  if (amendment.state !== "open" || line.state !== "agreed") return false;
  const side = offerSideOf(standing, line.participantId);
  return side !== null && (side !== amendment.side || isBothSides(standing, line));
}

/** May answer an open change with other figures: whoever may answer it and is not both sides. */
export function mayCounterAmendment(standing: Standing, line: Line, amendment: Amendment): boolean {
  return mayAnswerAmendment(standing, line, amendment) && !isBothSides(standing, line);
}

/** May take an open change back: the side that proposed it. */
export function mayWithdrawAmendment(standing: Standing, line: Line, amendment: Amendment): boolean {
  if (amendment.state !== "open") return false;
  const side = offerSideOf(standing, line.participantId);
  return side !== null && (side === amendment.side || isBothSides(standing, line));
}
