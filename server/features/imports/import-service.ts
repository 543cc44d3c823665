import { and, eq, gt, ne } from "drizzle-orm";

import { Fault, notFound } from "#shared/fault.ts";
import type { ParsedImport } from "#shared/features/imports/consortium.ts";
import type { ImportPreview } from "#shared/features/imports/import.ts";
import { IMPORT_KEPT_MS } from "#shared/features/imports/import-words.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { HousekeepingTx, Tx } from "#server/db/database.ts";
import { jobs } from "#server/db/schema/index.ts";
import { applyImport } from "#server/imports/consortium-import.ts";
import { type ImportParameters, type ImportResult, parametersOf } from "#server/imports/import-job.ts";
import { scopeOf } from "#server/imports/import-scope.ts";
import type { Pace } from "#server/imports/pace.ts";

import { isOwnImport } from "./import-queries.ts";

const mostPerMinute = 6;
const minute = 60_000;

type StoredFile = { fileKey: string; fileName: string; fileBytes: number };

/** Notes an uploaded file, private to the person, for 24 hours. */
export async function storeUpload(tx: HousekeepingTx, person: Person, file: StoredFile): Promise<{ id: string }> {
  const id = tx.id();
  await tx.insert(jobs).values({ ...freshJob(tx, person, id), stage: "uploaded", parameters: {}, ...file });
  return { id };
}

/**
 * Counts imports of this person in the last minute before anything is read. Faults: TOO_MANY_REQUESTS from the seventh
 * on (security.md, R-U5).
 */
export async function countImport(tx: HousekeepingTx, person: Person): Promise<{ id: string }> {
  const since = tx.now - minute;
  const recent = and(
    eq(jobs.kind, "import"),
    eq(jobs.userId, person.userId),
    ne(jobs.stage, "uploaded"),
    gt(jobs.createdAt, since),
  );
  if ((await tx.$count(jobs, recent)) >= mostPerMinute) {
    const message = "At most six imports a minute. Please wait a little.";
    throw new Fault("TOO_MANY_REQUESTS", "TOO_MANY_REQUESTS", { message, params: { seconds: minute / 1000 } });
  }
  const id = tx.id();
  await tx.insert(jobs).values({ ...freshJob(tx, person, id), stage: "reading", parameters: {} });
  return { id };
}

/** Keeps a preview and, by `fileKey`, what was read for it, so that exactly this can be applied. */
export async function storePreview(
  tx: HousekeepingTx,
  id: string,
  file: { fileKey: string; fileIds: string[] },
  preview: ImportPreview,
): Promise<void> {
  const parameters: ImportParameters = {
    fileIds: file.fileIds,
    fileNames: preview.files.map((each) => each.file),
    counts: preview.counts,
    errorCount: preview.errorCount,
    written: 0,
  };
  const result: ImportResult = { preview, projects: [] };
  await tx.update(jobs).set({ stage: "previewed", parameters, result, fileKey: file.fileKey }).where(eq(jobs.id, id));
}

/** Notes that the files of an import could not be read. */
export async function failImport(tx: HousekeepingTx, id: string, errorCode: string): Promise<void> {
  await tx.update(jobs).set({ state: "failed", errorCode, finishedAt: tx.now }).where(eq(jobs.id, id));
}

/**
 * Writes an import that was previewed, all or nothing. Faults: NOT_FOUND, CONFLICT ALREADY_APPLIED, FORBIDDEN when the
 * right is gone, IMPORT_REFUSED with the problems.
 */
export async function applyStoredImport(
  tx: Tx,
  person: Person,
  id: string,
  parsed: ParsedImport,
  pace?: Pace,
): Promise<{ id: string }> {
  const scope = scopeOf(person);
  const [job] = await tx
    .update(jobs)
    .set({ state: "finished", stage: "applied", progress: 100, finishedAt: tx.now })
    .where(and(isOwnImport(person, id), eq(jobs.state, "pending"), eq(jobs.stage, "previewed")))
    .returning({ parameters: jobs.parameters });
  if (!job) return await refuseApplied(tx, person, id);
  const { preview, written, projects } = await applyImport(tx, scope, parsed, id, pace);
  const parameters: ImportParameters = { ...parametersOf(job.parameters), counts: preview.counts, written };
  const result: ImportResult = { preview, projects };
  await tx.update(jobs).set({ parameters, result }).where(eq(jobs.id, id));
  return { id };
}

async function refuseApplied(tx: Tx, person: Person, id: string): Promise<never> {
  if ((await tx.$count(jobs, isOwnImport(person, id))) === 0) throw notFound();
  throw new Fault("CONFLICT", "ALREADY_APPLIED", { message: "This import was applied or dropped already." });
}

/** Drops an own upload or preview; gives the key of its file, which goes after the commit. Faults: NOT_FOUND, ALREADY_APPLIED. */
export async function cancelImport(
  tx: Tx,
  person: Person,
  id: string,
): Promise<{ id: string; fileKey: string | null }> {
  const [job] = await tx.select({ fileKey: jobs.fileKey }).from(jobs).where(isOwnImport(person, id));
  const cancelled = await tx
    .update(jobs)
    .set({ state: "cancelled", cancelledAt: tx.now, finishedAt: tx.now, fileKey: null })
    .where(and(isOwnImport(person, id), eq(jobs.state, "pending")))
    .returning({ id: jobs.id });
  if (!job || cancelled.length === 0) return await refuseApplied(tx, person, id);
  await tx.record({
    entity: "import",
    entityId: id,
    action: "cancelled",
    before: { state: "pending" },
    after: { state: "cancelled" },
  });
  return { id, fileKey: job.fileKey };
}

function freshJob(tx: HousekeepingTx, person: Person, id: string) {
  return {
    id,
    kind: "import" as const,
    userId: person.userId,
    actingForId: person.seat?.organisationId ?? null,
    state: "pending" as const,
    createdAt: tx.now,
    expiresAt: tx.now + IMPORT_KEPT_MS,
  };
}
