import type { Standing } from "../members/standing.ts";
import { mayChangePlan } from "../members/plan-policy.ts";

/** May add, change or remove milestones and say that one is reached. */
export function mayPlanMilestones(standing: Standing): boolean {
  return mayChangePlan(standing);
}
