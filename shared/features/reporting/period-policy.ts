import { mayChangePlan } from "../members/plan-policy.ts";
import { coordinates, type Standing } from "../members/standing.ts";

/** May move due dates and cut the project into periods. */
export function mayPlanPeriods(standing: Standing): boolean {
  return mayChangePlan(standing);
}

/** May close a period to reports or open it again: nobody but the coordinator. */
export function mayLockPeriods(standing: Standing): boolean {
  return coordinates(standing);
}

/** May say when members are asked for their reports, and remind them: the coordinator, until the project is cancelled. */
export function mayAskForReports(standing: Standing): boolean {
  return coordinates(standing) && standing.projectStatus !== "cancelled";
}

/** Sees how far every member is with a period; the others see the own part alone. */
export function maySeeAllParts(standing: Standing): boolean {
  return standing.relation === "coordinator";
}
