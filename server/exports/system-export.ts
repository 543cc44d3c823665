import { and, eq, or } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import type { Audience, Language } from "#shared/features/exports/export-words.ts";
import type { Standing } from "#shared/features/members/standing.ts";
import { fold } from "#shared/text.ts";

import type { ReadDb } from "#server/db/database.ts";
import { ascending } from "#server/db/order.ts";
import { participants, projects } from "#server/db/schema/index.ts";

import { sightOf } from "./sight.ts";
import { type CollectedExport, collectExport } from "./summary-export.ts";

type NamedProject = { id: string; acronym: string; title: string };

/** Projects with this identifier or acronym, whatever its case and accents. */
export async function projectsNamed(db: ReadDb, name: string): Promise<NamedProject[]> {
  return await db
    .select({ id: projects.id, acronym: projects.acronym, title: projects.title })
    .from(projects)
    .where(or(eq(projects.id, name.trim().toLowerCase()), eq(projects.sortName, fold(name))))
    .orderBy(ascending(projects.id));
}

/** Collects for whoever runs the command line on the server: a coordinator's sight for the audience asked. Faults: NOT_FOUND. */
export async function collectForSystem(
  db: ReadDb,
  options: { projectId: string; audience: Audience; language: Language; now: number },
): Promise<CollectedExport> {
  const { projectId, audience, language, now } = options;
  const sight = sightOf(await systemStanding(db, projectId), audience);
  return await collectExport(db, { projectId, sight, language, now, since: null });
}

async function systemStanding(db: ReadDb, projectId: string): Promise<Standing> {
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
