import { mayViewAs, viewingLastsMs } from "#shared/features/access/access-policy.ts";
import type { StartViewingInput, Viewing } from "#shared/features/access/access.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { Tx } from "#server/db/database.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";

import { findViewed } from "./viewing-queries.ts";

/**
 * Records that the coordinator begins to look at the project through a member's eyes; the reads that follow are not
 * recorded. The member and the coordinator find it in the history. Faults: NOT_FOUND, FORBIDDEN VIEWING_AS.
 */
export async function startViewing(tx: Tx, person: Person, { participantId }: StartViewingInput): Promise<Viewing> {
  const viewed = await findViewed(tx, participantId);
  const membership = await loadMembership(tx, person, viewed.projectId);
  demand(mayViewAs(membership, viewed), "VIEWING_AS");
  const { projectId, acronym, organisationId, organisationName } = viewed;
  await tx.record({
    entity: "access",
    entityId: participantId,
    action: "viewed",
    projectId,
    organisationId,
    confidentialTo: organisationId,
    before: null,
    after: { organisationId },
  });
  return { participantId, projectId, acronym, organisationName, by: "coordinator", expiresAt: tx.now + viewingLastsMs };
}
