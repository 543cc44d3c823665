import { and, eq, exists, or } from "drizzle-orm";

import type { Tx } from "#server/db/database.ts";
import { contributions, organisations, participants, projects, updates } from "#server/db/schema/index.ts";

/**
 * Takes the sample out again: its project with all that is in it, then its organisations. Organisations that take part
 * in a project of your own or are its cluster stay, unmarked; the answer says how many. Removing nothing is no fault.
 */
export async function removeSample(
  tx: Tx,
): Promise<{ removedProjects: number; removedOrganisations: number; keptOrganisations: number }> {
  const gone = await tx
    .select({ id: projects.id, acronym: projects.acronym })
    .from(projects)
    .where(eq(projects.sample, true));
  for (const project of gone) {
    // Lines and reports point at participants without a cascade: nothing agreed may vanish with a member by accident.
    await tx.delete(updates).where(eq(updates.projectId, project.id));
    await tx.delete(contributions).where(eq(contributions.projectId, project.id));
    await tx.delete(projects).where(eq(projects.id, project.id));
    await tx.record({
      entity: "project",
      entityId: project.id,
      action: "removed",
      projectId: project.id,
      before: { acronym: project.acronym },
      after: null,
    });
  }
  const kept = await unmarkUsedOrganisations(tx);
  const removed = await tx
    .delete(organisations)
    .where(eq(organisations.sample, true))
    .returning({ id: organisations.id, name: organisations.name });
  for (const row of removed) {
    await tx.record({
      entity: "organisation",
      entityId: row.id,
      action: "removed",
      organisationId: row.id,
      before: { name: row.name },
      after: null,
    });
  }
  if (gone.length + kept + removed.length === 0) {
    await tx.record({ entity: "installation", entityId: "sample", action: "removed", before: null, after: null });
  }
  return { removedProjects: gone.length, removedOrganisations: removed.length, keptOrganisations: kept };
}

async function unmarkUsedOrganisations(tx: Tx): Promise<number> {
  const takesPart = exists(
    tx.select({ id: participants.id }).from(participants).where(eq(participants.organisationId, organisations.id)),
  );
  const isCluster = exists(
    tx.select({ id: projects.id }).from(projects).where(eq(projects.clusterId, organisations.id)),
  );
  const kept = await tx
    .update(organisations)
    .set({ sample: false, updatedAt: tx.now })
    .where(and(eq(organisations.sample, true), or(takesPart, isCluster)))
    .returning({ id: organisations.id });
  for (const row of kept) {
    await tx.record({
      entity: "organisation",
      entityId: row.id,
      action: "updated",
      organisationId: row.id,
      before: { sample: true },
      after: { sample: false },
    });
  }
  return kept.length;
}
