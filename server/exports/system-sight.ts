import { and, eq } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import type { Standing } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { participants, projects } from "#server/db/schema/index.ts";

/** The standing of the system itself: a coordinator's sight, without any right to write. Faults: NOT_FOUND. */
export async function systemStanding(db: ReadDb, projectId: string): Promise<Standing> {
  const [project] = await db.select({ status: projects.status }).from(projects).where(eq(projects.id, projectId));
  if (!project) throw notFound();
  const isCoordinator = and(eq(participants.role, "coordinator"), eq(participants.state, "accepted"));
  const [coordinator] = await db
    .select({ id: participants.id, organisationId: participants.organisationId })
    .from(participants)
    .where(and(eq(participants.projectId, projectId), isCoordinator));
  return {
    projectId,
    projectStatus: project.status,
    organisationId: coordinator?.organisationId ?? null,
    // Reads only.
    seatRole: "viewer",
    relation: "coordinator",
    actsForCluster: false,
    participantIds: coordinator ? [coordinator.id] : [],
  };
}
