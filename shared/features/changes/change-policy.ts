import { isInConsortium, type Standing } from "../members/standing.ts";
import type { EntityName } from "./change-words.ts";

/** What readers outside the consortium may follow: the plan's frame, nothing of the ledger and of who was asked or left. */
const openEntities: readonly EntityName[] = ["project", "stream", "milestone"];

/** Kinds of records whose history this person may read in a project. */
export function readableEntities(standing: Standing, all: readonly EntityName[]): readonly EntityName[] {
  if (!isInConsortium(standing)) return openEntities;
  return standing.relation === "invited" ? [...openEntities, "participant"] : all;
}

/** Acts on reports that nobody but their own member learns of, the coordinator neither: that a draft exists is its own matter. */
export const ownUpdateActs: readonly string[] = ["saved"];

type ConfidentialChange = { entity: EntityName; action: string; confidentialTo: string | null };

/** A change of a confidential line is for its own organisation and the coordinator only; a saved draft for its own alone. */
export function mayReadConfidentialChange(standing: Standing, change: ConfidentialChange): boolean {
  const { entity, action, confidentialTo } = change;
  const isKept = entity === "update" && ownUpdateActs.includes(action);
  if (isKept && standing.viewedBy !== undefined) return false;
  if (confidentialTo === null || (confidentialTo === standing.organisationId && isInConsortium(standing))) return true;
  return standing.relation === "coordinator" && !isKept;
}
