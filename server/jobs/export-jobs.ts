import { and, asc, eq, inArray, isNotNull, lt, lte } from "drizzle-orm";

import { Fault } from "#shared/fault.ts";
import { EXPORT_KEPT_MS, type ExportStage } from "#shared/features/exports/export.ts";

import type { Database } from "#server/db/database.ts";
import { jobs } from "#server/db/schema/index.ts";
import { collectForJob } from "#server/exports/export-delivery.ts";
import { exportFileName } from "#server/exports/file-name.ts";
import { renderInChild } from "#server/exports/render-run.ts";
import { parametersOf } from "#server/features/exports/export-queries.ts";
import type { Parts } from "#server/parts.ts";

const AT_ONCE = 2;
const SWEEP_EVERY_MS = 10 * 60_000;
// On a shared database a job that another process runs is given up only after this.
const ABANDONED_AFTER_MS = 15 * 60_000;

type Job = typeof jobs.$inferSelect;

export type ExportJobs = {
  /** Looks for waiting exports; returns at once. */
  wake(): void;
  /** Stops the render of a cancelled export, if it runs here. */
  abort(id: string): void;
  /** Resolves when nothing waits or runs here any more. */
  idle(): Promise<void>;
  /** Takes up what an earlier run left, and removes files that have run out, now and every ten minutes. */
  watch(): void;
  /** Stops everything that runs here; it is taken up at the next start. */
  close(): Promise<void>;
};

const running = new WeakMap<Database, ExportJobs>();

/** The exports of this process, one set for each database. */
export function exportJobsOf(parts: Parts): ExportJobs {
  let found = running.get(parts.db);
  if (!found) running.set(parts.db, (found = createExportJobs(parts)));
  return found;
}

function createExportJobs(parts: Parts): ExportJobs {
  const { db, log } = parts;
  const active = new Map<string, AbortController>();
  const settling = new Set<Promise<void>>();
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const track = (work: Promise<void>) => {
    const settled = work
      .catch((error: unknown) => log.error({ err: error }, "exports"))
      .finally(() => settling.delete(settled));
    settling.add(settled);
  };

  const next = async () => (closed ? null : await claimNext(db));
  // Each lane works until nothing waits; at most two of them.
  let lanes = 0;
  async function work(): Promise<void> {
    lanes += 1;
    try {
      for (let job = await next(); job; job = await next()) await run(job);
    } finally {
      lanes -= 1;
    }
  }

  async function run(job: Job): Promise<void> {
    const controller = new AbortController();
    active.set(job.id, controller);
    try {
      await runExport(parts, job, controller.signal);
    } catch (error) {
      if (closed) await giveBack(db, job.id);
      else if (!controller.signal.aborted) await fail(parts, job, error);
    } finally {
      active.delete(job.id);
    }
  }

  const jobsHere: ExportJobs = {
    wake() {
      if (!closed && lanes < AT_ONCE) track(work());
    },
    abort: (id) => active.get(id)?.abort(new Fault("CONFLICT", "CANCELLED")),
    async idle() {
      while (settling.size > 0) await Promise.all(settling);
    },
    watch() {
      track(takeUp(parts).then(() => jobsHere.wake()));
      track(sweepExports(parts));
      timer = setInterval(() => track(sweepExports(parts)), SWEEP_EVERY_MS).unref();
    },
    async close() {
      closed = true;
      clearInterval(timer);
      for (const controller of active.values()) controller.abort(new Fault("SERVICE_UNAVAILABLE", "STOPPING"));
      await jobsHere.idle();
    },
  };
  return jobsHere;
}

/** Takes the oldest waiting export, or none; a process that comes second finds it taken. */
async function claimNext(db: Database): Promise<Job | null> {
  const [next] = await db.read
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.kind, "export"), eq(jobs.state, "pending")))
    .orderBy(asc(jobs.createdAt), asc(jobs.id))
    .limit(1);
  if (!next) return null;
  const [claimed] = await db.housekeep((tx) =>
    tx
      .update(jobs)
      .set({ state: "running", stage: "collecting" satisfies ExportStage, progress: 5 })
      .where(and(eq(jobs.id, next.id), eq(jobs.state, "pending")))
      .returning(),
  );
  return claimed ?? (await claimNext(db));
}

async function runExport(parts: Parts, job: Job, signal: AbortSignal): Promise<void> {
  const { db, files } = parts;
  const projectId = job.projectId ?? "";
  const now = parts.clock();
  const { format, document } = parametersOf(job.parameters);
  const collected = await db.snapshot((snapshot) => collectForJob(snapshot, { ...job, projectId }, now));
  await advance(db, job.id, "rendering", 30);
  const { summary, file, tables, comparison, gantt, budget } = collected;
  const bytes = await renderInChild({ format, summary, file, tables, comparison, gantt, budget }, { signal });
  await advance(db, job.id, "storing", 90);
  const fileKey = await files.write(bytes);
  const finishedAt = parts.clock();
  const [finished] = await db.housekeep((tx) =>
    tx
      .update(jobs)
      .set({
        state: "finished",
        stage: "done" satisfies ExportStage,
        progress: 100,
        fileKey,
        fileName: exportFileName(format, summary, document),
        fileBytes: bytes.length,
        result: collected.remembered,
        changeSeq: collected.changeSeq,
        finishedAt,
        expiresAt: finishedAt + EXPORT_KEPT_MS,
      })
      .where(and(eq(jobs.id, job.id), eq(jobs.state, "running")))
      .returning({ id: jobs.id }),
  );
  // Cancelled in the last moment: nothing stays.
  if (!finished) await files.remove(fileKey);
}

async function advance(db: Database, id: string, stage: ExportStage, progress: number): Promise<void> {
  await db.housekeep((tx) =>
    tx
      .update(jobs)
      .set({ stage, progress })
      .where(and(eq(jobs.id, id), eq(jobs.state, "running"))),
  );
}

async function fail(parts: Parts, job: Job, error: unknown): Promise<void> {
  const isExpected = error instanceof Fault;
  if (!isExpected) parts.log.error({ err: error, jobId: job.id }, "an export failed");
  const errorCode = isExpected ? error.appCode : "EXPORT_FAILED";
  await parts.db.housekeep((tx) =>
    tx
      .update(jobs)
      .set({ state: "failed", errorCode, finishedAt: parts.clock() })
      .where(and(eq(jobs.id, job.id), eq(jobs.state, "running"))),
  );
}

async function giveBack(db: Database, id: string): Promise<void> {
  await db.housekeep((tx) =>
    tx
      .update(jobs)
      .set({ state: "pending", stage: "queued" satisfies ExportStage, progress: 0 })
      .where(and(eq(jobs.id, id), eq(jobs.state, "running"))),
  );
}

/** Puts exports back into the queue that a process left behind when it ended. */
async function takeUp({ db, clock }: Parts): Promise<void> {
  const isAbandoned = db.dialect === "sqlite" ? undefined : lt(jobs.createdAt, clock() - ABANDONED_AFTER_MS);
  await db.housekeep((tx) =>
    tx
      .update(jobs)
      .set({ state: "pending", stage: "queued" satisfies ExportStage, progress: 0 })
      .where(and(eq(jobs.kind, "export"), eq(jobs.state, "running"), isAbandoned)),
  );
}

/** Removes the files of exports that have run out; the history keeps their rows. */
export async function sweepExports({ db, files, clock }: Parts): Promise<void> {
  const isOver = and(eq(jobs.kind, "export"), isNotNull(jobs.fileKey), lte(jobs.expiresAt, clock()));
  const over = await db.read.select({ id: jobs.id, fileKey: jobs.fileKey }).from(jobs).where(isOver);
  if (over.length === 0) return;
  for (const { fileKey } of over) if (fileKey !== null) await files.remove(fileKey);
  const ids = over.map((row) => row.id);
  await db.housekeep((tx) => tx.update(jobs).set({ fileKey: null }).where(inArray(jobs.id, ids)));
}
