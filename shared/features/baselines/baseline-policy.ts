import { coordinates, isInConsortium, mayPlanProject, type Standing } from "../members/standing.ts";
import type { BaselineKind } from "./baseline-words.ts";

/** May freeze the plan under a name, and say when it was decided and comes into force; of a closed project, too. */
export function mayFreezePlan(standing: Standing): boolean {
  return mayPlanProject(standing);
}

/** May put a baseline into the bin: the coordinator, and never one that a change of status made. */
export function mayRemoveBaseline(standing: Standing, baseline: { kind: BaselineKind }): boolean {
  return coordinates(standing) && baseline.kind === "named";
}

/** Reads notes of baselines and who changed what: the consortium. */
export function mayReadBaselineNotes(standing: Standing): boolean {
  return isInConsortium(standing) && standing.relation !== "invited";
}
