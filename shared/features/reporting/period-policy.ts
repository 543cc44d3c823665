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
