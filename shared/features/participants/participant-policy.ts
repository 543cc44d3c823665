import { coordinates, isInConsortium, mayWrite, type Standing } from "../members/standing.ts";
import { mayChangePlan } from "../members/plan-policy.ts";
import type { ParticipantRole, ParticipantState } from "./participant-words.ts";

type Row = { id: string; role: ParticipantRole; state: ParticipantState };

/** May know of this row: outsiders see who takes part, not who was asked, declined or left. */
export function mayKnowParticipant(standing: Standing, row: Pick<Row, "state">): boolean {
  return isInConsortium(standing) || row.state === "accepted";
}

/** May add members, invite them again and change their rows. */
export function mayPlanParticipants(standing: Standing): boolean {
  return mayChangePlan(standing);
}

/** Acts for this member. */
export function actsForParticipant(standing: Standing, row: Pick<Row, "id">): boolean {
  return standing.participantIds.includes(row.id);
}

/** May change the contact and the description of the part a member takes: planners and the member itself. */
export function mayDescribeParticipant(standing: Standing, row: Pick<Row, "id">): boolean {
  return mayPlanParticipants(standing) || (mayWrite(standing) && actsForParticipant(standing, row));
}

/** May accept or decline an invitation: a manager of the invited organisation. */
export function mayAnswerInvitation(standing: Standing, row: Row): boolean {
  return row.state === "invited" && standing.seatRole === "manager" && actsForParticipant(standing, row);
}

/** May invite once more whoever declined or withdrew. */
export function mayInviteAgain(standing: Standing, row: Row): boolean {
  return mayPlanParticipants(standing) && (row.state === "declined" || row.state === "withdrawn");
}

/** May end a participation: planners, and managers of the member; the coordinator hands over first. */
export function mayWithdrawParticipant(standing: Standing, row: Row): boolean {
  if (row.role === "coordinator" || (row.state !== "accepted" && row.state !== "invited")) return false;
  if (mayPlanParticipants(standing)) return true;
  return row.state === "accepted" && standing.seatRole === "manager" && actsForParticipant(standing, row);
}

/** May remove a row that was entered by mistake; the service also asks that nothing refers to it. */
export function mayRemoveParticipant(standing: Standing, row: Row): boolean {
  return mayPlanParticipants(standing) && row.role !== "coordinator";
}

/**
 * May hand the coordination over to this accepted member: managers of the coordinator alone. Who coordinates reads what
 * members confided to the coordinator, so the cluster cannot take it.
 */
export function mayMakeCoordinator(standing: Standing, row: Row): boolean {
  return (
    coordinates(standing) &&
    mayPlanParticipants(standing) &&
    standing.seatRole === "manager" &&
    row.role !== "coordinator" &&
    row.state === "accepted"
  );
}
