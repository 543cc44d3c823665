import { and, desc, eq, inArray, ne } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import type { ImportDetail, ImportRow } from "#shared/features/imports/import.ts";
import { IMPORT_KEPT_MS, importStages } from "#shared/features/imports/import-words.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { jobs } from "#server/db/schema/index.ts";
import { type ImportResult, parametersOf } from "#server/imports/import-job.ts";

const mostRows = 30;

/** An import or upload of this person alone. */
export function isOwnImport(person: Person, id: string) {
  return and(eq(jobs.id, id), eq(jobs.kind, "import"), eq(jobs.userId, person.userId));
}

/** Faults: NOT_FOUND, alike for an unknown import and somebody else's. */
export async function demandOwnImport(db: ReadDb, person: Person, id: string): Promise<void> {
  if ((await db.$count(jobs, isOwnImport(person, id))) === 0) throw notFound();
}

const shown = {
  id: jobs.id,
  state: jobs.state,
  stage: jobs.stage,
  parameters: jobs.parameters,
  createdAt: jobs.createdAt,
  finishedAt: jobs.finishedAt,
};

/** The latest imports of this person, newest first; uploads that were never read are left out. `now` in ms UTC. */
export async function listImports(db: ReadDb, person: Person, now: number): Promise<{ rows: ImportRow[] }> {
  const rows = await db
    .select(shown)
    .from(jobs)
    .where(and(eq(jobs.kind, "import"), eq(jobs.userId, person.userId), ne(jobs.stage, "uploaded")))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(mostRows);
  return { rows: rows.map((row) => importRow(row, now)) };
}

/** One import of this person with its preview. Faults: NOT_FOUND, alike for an unknown one and somebody else's. */
export async function showImport(db: ReadDb, person: Person, id: string, now: number): Promise<ImportDetail> {
  const [row] = await db
    .select({ ...shown, result: jobs.result })
    .from(jobs)
    .where(isOwnImport(person, id));
  if (!row?.result) throw notFound();
  const { preview, projects } = row.result as ImportResult;
  return { ...importRow(row, now), preview, projects };
}

/** Names and keys of uploads of this person that are still there, in the order asked. Faults: NOT_FOUND for any other. */
export async function uploadsOf(
  db: ReadDb,
  person: Person,
  ids: readonly string[],
): Promise<{ id: string; name: string; fileKey: string }[]> {
  const rows = await db
    .select({ id: jobs.id, name: jobs.fileName, fileKey: jobs.fileKey })
    .from(jobs)
    .where(
      and(
        eq(jobs.kind, "import"),
        eq(jobs.userId, person.userId),
        eq(jobs.stage, "uploaded"),
        inArray(jobs.id, [...ids]),
      ),
    );
  const found = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].map((id) => {
    const { name, fileKey } = found.get(id) ?? {};
    if (!fileKey) throw notFound();
    return { id, name: name ?? "", fileKey };
  });
}

function importRow(row: Pick<typeof jobs.$inferSelect, keyof typeof shown>, now: number): ImportRow {
  const { fileNames, counts, errorCount, written } = parametersOf(row.parameters);
  const stage = importStages.find((each) => each === row.stage) ?? "uploaded";
  const isRecent = row.finishedAt !== null && row.finishedAt > now - IMPORT_KEPT_MS;
  const mayUndo = stage === "applied" && isRecent && written > 0;
  const { id, state, createdAt, finishedAt } = row;
  return { id, state, stage, fileNames, counts, errorCount, createdAt, finishedAt, mayUndo };
}
