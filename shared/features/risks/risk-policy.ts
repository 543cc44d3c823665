import { isClosed, mayChangePlan } from "../members/plan-policy.ts";
import { isInConsortium, isItself, isMember, mayWrite, type Standing } from "../members/standing.ts";

/** May add, rate, reorder or remove risks. */
export function mayPlanRisks(standing: Standing): boolean {
  return mayChangePlan(standing);
}

/** Reads the risks at all: the consortium; invited members once they have accepted. */
export function mayReadRisks(standing: Standing): boolean {
  return isInConsortium(standing) && standing.relation !== "invited";
}

/** May say how a risk stands in a period and what is done against it: planners, and the member that owns it. */
export function mayReportRisk(standing: Standing, risk: { ownerParticipantId: string | null }): boolean {
  if (mayPlanRisks(standing)) return true;
  if (isClosed(standing.projectStatus) || !isMember(standing) || !mayWrite(standing)) return false;
  return risk.ownerParticipantId !== null && isItself(standing, risk.ownerParticipantId);
}
