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

/** May say where a stream stands (level reached, state, description): planners, and the member that leads it. */
export function mayReportOnStream(standing: Standing, stream: { leadParticipantId: string | null }): boolean {
  if (mayReviseStream(standing)) return true;
  if (isClosed(standing.projectStatus) || standing.relation !== "participant" || standing.seatRole === "viewer")
    return false;
  return stream.leadParticipantId !== null && standing.participantIds.includes(stream.leadParticipantId);
}
