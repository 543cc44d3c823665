import { and, eq, inArray, isNotNull } from "drizzle-orm";

import type { ProjectFile } from "#shared/features/exports/project-file.ts";

import type { ReadDb } from "#server/db/database.ts";
import {
  amendments,
  contributions,
  deliverables,
  milestones,
  offers,
  organisations,
  participants,
  periods,
  projects,
  streams,
  taskLinks,
  tasks,
  updates,
} from "#server/db/schema/index.ts";

import type { ImportScope } from "./import-scope.ts";
import { chunksOf } from "./plan.ts";
import { differsFromFile } from "./project-file-comparison.ts";
import type { ProblemList } from "./problem-list.ts";

export type ProjectFilePlan = {
  file: string;
  content: ProjectFile;
  /** The project of this identifier is there already; it is never written to from a file. */
  isKnown: boolean;
  /** Identifier in the file → identifier here; different only for an organisation known by its number in a source. */
  organisationIds: Map<string, string>;
  newOrganisations: Set<string>;
};

/** Decides about one interchange file: a new project is taken over whole, a known one must be the same. */
export async function planProjectFile(
  db: ReadDb,
  scope: ImportScope,
  { file, content }: { file: string; content: ProjectFile },
  problems: ProblemList,
): Promise<ProjectFilePlan> {
  const place = { file, sheet: null, row: null };
  const known = await organisationsOf(db, content);
  const plan: ProjectFilePlan = { file, content, isKnown: false, ...known };
  const [project] = await db.select().from(projects).where(eq(projects.id, content.project.id));
  const { acronym, source, externalId, clusterId } = content.project;
  if (project) {
    const isOpen = scope.person === null || (project.clusterId !== null && project.clusterId === scope.actingForId);
    if (!isOpen) problems.error(place, "PROJECT_OF_OTHERS", { value: acronym, kind: "project" });
    else if (await differsFromFile(db, scope.person, content))
      problems.error(place, "PROJECT_DIFFERS", { value: acronym, kind: "project" });
    return { ...plan, isKnown: true };
  }
  if (source !== null && externalId !== null) {
    const twin = and(eq(projects.source, source), eq(projects.externalId, externalId));
    if ((await db.$count(projects, twin)) > 0)
      problems.error(place, "PROJECT_TWICE", { value: acronym, kind: "project" });
  }
  const isOthers = clusterId !== null && !known.newOrganisations.has(clusterId) && clusterId !== scope.actingForId;
  if (isOthers && !scope.isAdministrator)
    problems.error(place, "PROJECT_OF_OTHERS", { value: acronym, kind: "project" });
  const taken = await takenIds(db, content);
  if (taken !== null) problems.error(place, "ID_TAKEN", { value: taken, kind: "project" });
  return plan;
}

async function organisationsOf(
  db: ReadDb,
  { organisations: listed }: ProjectFile,
): Promise<Pick<ProjectFilePlan, "organisationIds" | "newOrganisations">> {
  const ids = new Map(listed.map((row) => [row.id, row.id]));
  const known = new Set<string>();
  for (const chunk of chunksOf(listed, 500)) {
    const wanted = chunk.map((row) => row.id);
    for (const { id } of await db
      .select({ id: organisations.id })
      .from(organisations)
      .where(inArray(organisations.id, wanted)))
      known.add(id);
    const numbers = chunk.flatMap((row) => row.externalId ?? []);
    if (numbers.length === 0) continue;
    const bySource = await db
      .select({ id: organisations.id, source: organisations.source, externalId: organisations.externalId })
      .from(organisations)
      .where(and(isNotNull(organisations.source), inArray(organisations.externalId, numbers)));
    for (const row of chunk) {
      const twin = bySource.find((each) => each.source === row.source && each.externalId === row.externalId);
      if (twin && !known.has(row.id)) ids.set(row.id, twin.id);
    }
  }
  const fresh = listed.filter((row) => !known.has(row.id) && ids.get(row.id) === row.id).map((row) => row.id);
  return { organisationIds: ids, newOrganisations: new Set(fresh) };
}

/** An identifier of the file that a record of another project has here; null when all are free. */
async function takenIds(db: ReadDb, content: ProjectFile): Promise<string | null> {
  const lists = [
    { table: participants, rows: content.participants },
    { table: streams, rows: content.streams },
    { table: tasks, rows: content.tasks ?? [] },
    { table: taskLinks, rows: content.taskLinks ?? [] },
    { table: deliverables, rows: content.deliverables ?? [] },
    { table: milestones, rows: content.milestones },
    { table: periods, rows: content.periods },
    { table: contributions, rows: content.contributions },
    { table: offers, rows: content.contributions.flatMap((line) => line.offers) },
    { table: amendments, rows: content.contributions.flatMap((line) => line.amendments ?? []) },
    { table: updates, rows: content.updates },
  ];
  for (const { table, rows } of lists) {
    for (const chunk of chunksOf<{ id: string }>(rows, 500)) {
      const ids = chunk.map((row) => row.id);
      const [taken] = await db.select({ id: table.id }).from(table).where(inArray(table.id, ids)).limit(1);
      if (taken) return taken.id;
    }
  }
  return null;
}
