import type { Standing } from "../members/standing.ts";
import { isClosed, mayChangePlan } from "../members/plan-policy.ts";

/** May add, reorder or remove streams. */
export function mayPlanStreams(standing: Standing): boolean {
  return mayChangePlan(standing);
}

/** May change every field of a stream. */
export function mayReviseStream(standing: Standing): boolean {
  return mayChangePlan(standing);
}

/** Fields the lead of a stream keeps current itself: where its technology stands. */
export const leadFields = ["trlNow", "description", "state"] as const;

/** May change the fields a lead keeps current: the planners, and the member that leads the stream. */
export function mayReportOnStream(standing: Standing, stream: { leadParticipantId: string | null }): boolean {
  if (mayReviseStream(standing)) return true;
  if (isClosed(standing.projectStatus) || standing.relation !== "participant" || standing.seatRole === "viewer") return false;
  return stream.leadParticipantId !== null && standing.participantIds.includes(stream.leadParticipantId);
}
