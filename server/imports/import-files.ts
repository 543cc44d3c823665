import { and, eq, inArray, isNotNull, lte } from "drizzle-orm";

import { Fault, notFound } from "#shared/fault.ts";
import type { ParsedImport } from "#shared/features/imports/consortium.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { PlanMapping, TableFacts } from "#shared/features/imports/plan-mapping.ts";

import { jobs, projects } from "#server/db/schema/index.ts";
import { isOwnImport, uploadsOf } from "#server/features/imports/import-queries.ts";
import { countImport, failImport, storePreview, storeUpload } from "#server/features/imports/import-service.ts";
import type { Parts } from "#server/parts.ts";

import { previewImport } from "./consortium-import.ts";
import { importLimits } from "./import-limits.ts";
import { mayPlan } from "./plan-import.ts";
import { scopeOf } from "./import-scope.ts";
import type { ImportSource } from "./parse-files.ts";
import { parseInTurn } from "./parse-turns.ts";
import type { ParseTask } from "./parse-task.ts";

/** Keeps an uploaded file for the person; what has run out is removed first. Faults: FORBIDDEN. */
export async function keepUpload(
  parts: Parts,
  person: Person,
  name: string,
  bytes: Uint8Array,
): Promise<{ id: string }> {
  scopeOf(person);
  await sweepImports(parts);
  const fileKey = await parts.files.write(bytes);
  try {
    return await parts.db.housekeep((tx) =>
      storeUpload(tx, person, { fileKey, fileName: name, fileBytes: bytes.length }),
    );
  } catch (error) {
    await parts.files.remove(fileKey);
    throw error;
  }
}

/**
 * Reads uploads in a child process, compares them with the database and keeps both. Faults: NOT_FOUND, FORBIDDEN,
 * TOO_MANY_REQUESTS (6 a minute), IMPORT_TOO_LARGE, IMPORT_BUSY.
 */
export async function previewUploads(parts: Parts, person: Person, fileIds: string[]): Promise<{ id: string }> {
  return await preview(parts, person, fileIds, "consortia");
}

/**
 * What tables an upload has, for people to say what they mean. Faults: NOT_FOUND, FORBIDDEN, UNPROCESSABLE_CONTENT with
 * the reason why it cannot be read.
 */
export async function readUpload(parts: Parts, person: Person, fileId: string): Promise<TableFacts> {
  scopeOf(person);
  const sources = await sourcesOf(parts, person, [fileId]);
  const read = await parseInTurn<TableFacts | { appCode: string }>({ sources, wanted: "tables" });
  if ("sheets" in read) return read;
  throw new Fault("UNPROCESSABLE_CONTENT", read.appCode, { message: "The file cannot be read." });
}

/** Reads one table of an upload into the plan of a project, as it was mapped. Faults: as `previewUploads`; NOT_FOUND for an unknown project. */
export async function previewPlanTable(
  parts: Parts,
  person: Person,
  { fileId, projectId, mapping }: { fileId: string; projectId: string; mapping: PlanMapping },
): Promise<{ id: string }> {
  const scope = scopeOf(person);
  const [project] = await parts.db.read.select().from(projects).where(eq(projects.id, projectId));
  if (!project || !(await mayPlan(parts.db.read, scope, project))) throw notFound();
  const { startOn } = project;
  return await preview(parts, person, [fileId], { mapping, projectId, startOn });
}

async function sourcesOf(parts: Parts, person: Person, fileIds: string[]): Promise<ImportSource[]> {
  const sources: ImportSource[] = [];
  for (const { name, fileKey } of await uploadsOf(parts.db.read, person, fileIds))
    sources.push({ name, bytes: await bytesOf(parts, fileKey) });
  const all = sources.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (all > 2 * importLimits.packedBytes) throw new Fault("PAYLOAD_TOO_LARGE", "IMPORT_TOO_LARGE");
  return sources;
}

async function preview(
  parts: Parts,
  person: Person,
  fileIds: string[],
  wanted: ParseTask["wanted"],
): Promise<{ id: string }> {
  const scope = scopeOf(person);
  await uploadsOf(parts.db.read, person, fileIds);
  const { id } = await parts.db.housekeep((tx) => countImport(tx, person));
  try {
    const sources = await sourcesOf(parts, person, fileIds);
    const parsed = await parseInTurn<ParsedImport>({ sources, wanted });
    const shown = await previewImport(parts.db.read, scope, parsed);
    const fileKey = await parts.files.write(new TextEncoder().encode(JSON.stringify(parsed)));
    await parts.db.housekeep((tx) => storePreview(tx, id, { fileKey, fileIds }, shown));
    return { id };
  } catch (error) {
    const code = error instanceof Fault ? error.appCode : "IMPORT_FAILED";
    await parts.db.housekeep((tx) => failImport(tx, id, code));
    throw error;
  }
}

/** What was read for an own preview. Faults: NOT_FOUND, CONFLICT ALREADY_APPLIED when it is no longer kept. */
export async function readParsed(parts: Parts, person: Person, id: string): Promise<ParsedImport> {
  const [job] = await parts.db.read.select({ fileKey: jobs.fileKey }).from(jobs).where(isOwnImport(person, id));
  if (!job) throw notFound();
  if (job.fileKey === null) throw new Fault("CONFLICT", "ALREADY_APPLIED");
  // Written by this program for its own reading.
  return JSON.parse((await bytesOf(parts, job.fileKey)).toString("utf8")) as ParsedImport;
}

async function bytesOf(parts: Parts, fileKey: string): Promise<Buffer> {
  const stored = await parts.files.read(fileKey);
  if (!stored) throw notFound();
  const chunks: Buffer[] = [];
  for await (const chunk of stored.stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Removes files of uploads and previews that have run out, and the rows of uploads; what was imported keeps its row. */
export async function sweepImports({ db, files, clock }: Parts): Promise<void> {
  const isOver = and(eq(jobs.kind, "import"), isNotNull(jobs.fileKey), lte(jobs.expiresAt, clock()));
  const over = await db.read.select({ id: jobs.id, fileKey: jobs.fileKey }).from(jobs).where(isOver);
  if (over.length === 0) return;
  const ids = over.map((row) => row.id);
  await db.housekeep(async (tx) => {
    await tx.delete(jobs).where(and(inArray(jobs.id, ids), eq(jobs.stage, "uploaded")));
    await tx.update(jobs).set({ fileKey: null }).where(inArray(jobs.id, ids));
  });
  for (const { fileKey } of over) if (fileKey !== null) await files.remove(fileKey);
}
