import { isInConsortium, mayWrite, type Standing } from "../members/standing.ts";
import { mayPlanParticipants } from "../participants/participant-policy.ts";
import type { InvitationState } from "./invitation-words.ts";

type Row = { organisationId: string; state: InvitationState };

/** May invite by mail, send the letter again and take it back: whoever plans the project's members. */
export function mayInvite(standing: Standing): boolean {
  return mayPlanParticipants(standing);
}

/** May know who was asked and by which address: whoever may invite, and those who write for the invited organisation. */
export function mayKnowInvitation(standing: Standing, row: Pick<Row, "organisationId">): boolean {
  if (mayInvite(standing)) return true;
  return isInConsortium(standing) && mayWrite(standing) && standing.organisationId === row.organisationId;
}

/** May send the letter once more; an expired one lives again. */
export function mayResend(standing: Standing, row: Row): boolean {
  return mayInvite(standing) && (row.state === "pending" || row.state === "expired");
}

/** May take the invitation back as long as nobody answered. */
export function mayRevoke(standing: Standing, row: Row): boolean {
  return mayInvite(standing) && row.state === "pending";
}
