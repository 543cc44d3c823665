import { and, eq, inArray } from "drizzle-orm";

import { CORDIS } from "#shared/features/imports/import-words.ts";

import type { ReadDb } from "#server/db/database.ts";
import { organisations, participants, projects, seats } from "#server/db/schema/index.ts";

import { chunksOf } from "./plan.ts";

export type OrganisationRow = typeof organisations.$inferSelect;
export type ProjectRow = typeof projects.$inferSelect;
export type ParticipantRow = typeof participants.$inferSelect;

/** What the database already holds of the records of an import. */
export type KnownRows = {
  projects: Map<string, ProjectRow>;
  organisations: Map<string, OrganisationRow>;
  /** Organisations whose own people look after their entry, or that were entered by hand: nothing of them is overwritten. */
  keptOrganisations: Set<string>;
  participants: ParticipantRow[];
};

/** Looks the records up by their numbers in the source, with few statements however many they are. */
export async function loadKnown(db: ReadDb, projectIds: string[], organisationIds: string[]): Promise<KnownRows> {
  const knownProjects = new Map<string, ProjectRow>();
  for (const ids of chunksOf(projectIds, 500)) {
    const rows = await db
      .select()
      .from(projects)
      .where(and(eq(projects.source, CORDIS), inArray(projects.externalId, ids)));
    for (const row of rows) knownProjects.set(row.externalId ?? "", row);
  }
  const found = await loadOrganisations(db, organisationIds);
  const members: ParticipantRow[] = [];
  for (const ids of chunksOf(
    [...knownProjects.values()].map((row) => row.id),
    500,
  )) {
    members.push(...(await db.select().from(participants).where(inArray(participants.projectId, ids))));
  }
  return { projects: knownProjects, ...found, participants: members };
}

async function loadOrganisations(
  db: ReadDb,
  externalIds: string[],
): Promise<Pick<KnownRows, "organisations" | "keptOrganisations">> {
  const known = new Map<string, OrganisationRow>();
  const kept = new Set<string>();
  for (const ids of chunksOf(externalIds, 500)) {
    const byPic = await db.select().from(organisations).where(inArray(organisations.pic, ids));
    for (const row of byPic.toSorted((left, right) => (left.id < right.id ? -1 : 1))) {
      if (row.source === CORDIS || known.has(row.pic ?? "")) continue;
      known.set(row.pic ?? "", row);
      kept.add(row.id);
    }
    const byNumber = await db
      .select()
      .from(organisations)
      .where(and(eq(organisations.source, CORDIS), inArray(organisations.externalId, ids)));
    for (const row of byNumber) known.set(row.externalId ?? "", row);
  }
  for (const ids of chunksOf(
    [...known.values()].map((row) => row.id),
    500,
  )) {
    const seated = await db
      .selectDistinct({ id: seats.organisationId })
      .from(seats)
      .where(inArray(seats.organisationId, ids));
    for (const { id } of seated) kept.add(id);
  }
  return { organisations: known, keptOrganisations: kept };
}
