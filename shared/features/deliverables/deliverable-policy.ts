import { isClosed, mayChangePlan } from "../members/plan-policy.ts";
import { isItself, isMember, mayWrite, type Standing } from "../members/standing.ts";

/** May add, reorder or remove deliverables, change every field of them, and accept or return what was submitted. */
export function mayPlanDeliverables(standing: Standing): boolean {
  return mayChangePlan(standing);
}

/** May work on a deliverable (text, draft, submission, reason when late): planners, and the member that leads it; its month is for planners. */
export function maySubmitDeliverable(standing: Standing, deliverable: { leadParticipantId: string | null }): boolean {
  if (mayPlanDeliverables(standing)) return true;
  if (isClosed(standing.projectStatus) || !isMember(standing) || !mayWrite(standing)) return false;
  return deliverable.leadParticipantId !== null && isItself(standing, deliverable.leadParticipantId);
}
