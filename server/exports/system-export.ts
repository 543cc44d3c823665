import { eq, or } from "drizzle-orm";

import type { Audience, Language } from "#shared/features/exports/export-words.ts";
import { fold } from "#shared/text.ts";

import type { ReadDb } from "#server/db/database.ts";
import { ascending } from "#server/db/order.ts";
import { projects } from "#server/db/schema/index.ts";

import { sightOf } from "./sight.ts";
import { systemStanding } from "./system-sight.ts";
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
