import { isInConsortium, type Standing } from "../members/standing.ts";
import type { EntityName } from "./change-words.ts";

/** What readers outside the consortium may follow: the plan's frame, nothing of the ledger and of who was asked or left. */
const openEntities: readonly EntityName[] = ["project", "stream", "milestone"];

/** Kinds of records whose history this person may read in a project. */
export function readableEntities(standing: Standing, all: readonly EntityName[]): readonly EntityName[] {
  if (!isInConsortium(standing)) return openEntities;
  return standing.relation === "invited" ? [...openEntities, "participant"] : all;
}

/** A change of a confidential line is for its own organisation and the coordinator only. */
export function mayReadConfidentialChange(standing: Standing, confidentialTo: string | null): boolean {
  return (
    confidentialTo === null ||
    standing.relation === "coordinator" ||
    (confidentialTo === standing.organisationId && isInConsortium(standing))
  );
}
