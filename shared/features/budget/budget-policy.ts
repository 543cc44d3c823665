import { isClosed, mayChangePlan } from "../members/plan-policy.ts";
import { coordinates, isInConsortium, mayWrite, type Standing } from "../members/standing.ts";

/** May set what the whole budget is counted by: type of action, flat rates, funds. */
export function mayPlanBudget(standing: Standing): boolean {
  return mayChangePlan(standing);
}

/** May keep costs and terms of this participant: its own writing people once it has accepted, and who plans. */
export function mayKeepBudget(standing: Standing, participantId: string): boolean {
  if (mayPlanBudget(standing)) return true;
  const isOwn = standing.relation === "participant" && standing.participantIds.includes(participantId);
  return isOwn && mayWrite(standing) && !isClosed(standing.projectStatus);
}

/** May say which cost category a contribution belongs to: its own member and the coordinator; figures stay as agreed. */
export function mayCategorise(standing: Standing, line: { participantId: string }): boolean {
  if (isClosed(standing.projectStatus)) return false;
  return coordinates(standing) || mayKeepBudget({ ...standing, actsForCluster: false }, line.participantId);
}

/** Whether the costs beside the ledger are open to this reader at all, the own ones aside. */
export function maySeeCosts(standing: Standing): boolean {
  return isInConsortium(standing) && standing.relation !== "invited";
}
