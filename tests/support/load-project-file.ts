import type { Database } from "#server/db/database.ts";
import {
  contributions,
  milestones,
  offers,
  organisations,
  participants,
  periods,
  projects,
  streams,
  updates,
} from "#server/db/schema/index.ts";
import type { ProjectFile } from "#shared/features/exports/project-file.ts";
import { fold } from "#shared/text.ts";

import { builtAt } from "./build.ts";

const revision = { version: 1, createdAt: builtAt, updatedAt: builtAt };

/** Writes the rows of an interchange file into an empty database just as the file states them. */
export async function loadProjectFile(db: Database, file: ProjectFile): Promise<void> {
  const { project } = file;
  const projectId = project.id;
  await db.housekeep(async (tx) => {
    for (const row of file.organisations) {
      const found = { search: fold(row.name), sortName: fold(row.name) };
      await tx.insert(organisations).values({ ...row, ...found, ...revision, competences: [] });
    }
    const found = { search: fold(project.acronym), sortName: fold(project.acronym) };
    await tx.insert(projects).values({ ...project, ...found, ...revision });
    for (const row of file.participants) await tx.insert(participants).values({ ...row, projectId, ...revision });
    for (const row of file.streams) await tx.insert(streams).values({ ...row, projectId, ...revision });
    for (const row of file.milestones) await tx.insert(milestones).values({ ...row, projectId, ...revision });
    for (const row of file.periods) await tx.insert(periods).values({ ...row, projectId, ...revision });
    for (const { offers: talk, ...row } of file.contributions) {
      await tx.insert(contributions).values({ ...row, projectId, ...revision });
      for (const offer of talk) await tx.insert(offers).values({ ...offer, contributionId: row.id });
    }
    for (const row of file.updates) await tx.insert(updates).values({ ...row, projectId, ...revision });
  });
}
