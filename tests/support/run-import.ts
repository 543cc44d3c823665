import { organisations, participants, projects } from "#server/db/schema/index.ts";
import type { Database } from "#server/db/database.ts";
import { applyImport, type AppliedImport, previewImport } from "#server/imports/consortium-import.ts";
import { scopeOf } from "#server/imports/import-scope.ts";
import { type ImportSource, parseFiles } from "#server/imports/parse-files.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { ImportPreview } from "#shared/features/imports/import.ts";

import { actAs } from "./build-consortium.ts";
import { nextId } from "./build.ts";

/** Reads and imports files as this person, in one transaction. */
export async function runImport(
  db: Database,
  person: Person,
  sources: ImportSource[],
  importId = nextId(),
): Promise<AppliedImport> {
  const parsed = await parseFiles(sources);
  return await actAs(db, person, (tx) => applyImport(tx, scopeOf(person), parsed, importId));
}

/** Reads files and compares them with the database. */
export async function runPreview(db: Database, person: Person, sources: ImportSource[]): Promise<ImportPreview> {
  return await previewImport(db.read, scopeOf(person), await parseFiles(sources));
}

const byText = (left: unknown, right: unknown) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);

/** What consortia a database holds, without identifiers and times, in a fixed order. */
export async function consortiaIn(db: Database) {
  const found = await db.read.select().from(organisations);
  const numberOf = new Map(found.map((row) => [row.id, row.externalId ?? row.name]));
  const foundProjects = await db.read.select().from(projects);
  const acronymOf = new Map(foundProjects.map((row) => [row.id, row.acronym]));
  return {
    organisations: found
      .map(({ id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...row }) => row)
      .toSorted(byText),
    projects: foundProjects
      .map(({ id: _id, clusterId, createdAt: _createdAt, updatedAt: _updatedAt, ...row }) => ({
        ...row,
        cluster: numberOf.get(clusterId ?? ""),
      }))
      .toSorted(byText),
    participants: (await db.read.select().from(participants))
      .map(({ id: _id, projectId, organisationId, createdAt: _createdAt, updatedAt: _updatedAt, ...row }) => ({
        project: acronymOf.get(projectId),
        organisation: numberOf.get(organisationId),
        ...row,
      }))
      .toSorted(byText),
  };
}
