import { mayCounterAmendment, mayProposeAmendment, mayWithdrawAmendment } from "../contributions/amendment-policy.ts";
import {
  mayCounterContribution,
  mayReviseContribution,
  mayWithdrawContribution,
  offerSideOf,
} from "../contributions/contribution-policy.ts";
import type { ContributionState, OfferSide } from "../contributions/contribution-words.ts";
import type { Standing } from "../members/standing.ts";
import type { LineAct } from "./matrix-words.ts";

type Line = { participantId: string; state: ContributionState; amendment: { side: OfferSide } | null };

/**
 * What a new figure does to this line by the rules of the ledger; null when the person may change nothing of it, or when
 * the other side's proposed change has to be answered first.
 */
export function lineActOf(standing: Standing, line: Line): LineAct | null {
  if (mayReviseContribution(standing, line)) return "revise";
  if (mayCounterContribution(standing, line)) return "counter";
  if (mayProposeAmendment(standing, line, line.amendment !== null)) return "amend";
  if (line.state !== "agreed" || line.amendment === null) return null;
  return mayWithdrawAmendment(standing, line, { ...line.amendment, state: "open" }) ? "reword" : null;
}

/** The other side's proposed change of this line waits for the person's answer. */
export function isAnswerDue(standing: Standing, line: Line): boolean {
  return line.amendment !== null && mayCounterAmendment(standing, line, { ...line.amendment, state: "open" });
}

/** May take the line itself off the table: an open one by the ledger's rules, an agreed one by proposing so. */
export function mayClearLine(standing: Standing, line: Line): boolean {
  const act = lineActOf(standing, line);
  if (act === "revise" || act === "counter") return mayWithdrawContribution(standing, line);
  return act !== null;
}

/** May write into the cells of a participant at all. */
export function mayEditRow(standing: Standing, participantId: string): boolean {
  return offerSideOf(standing, participantId) !== null;
}
