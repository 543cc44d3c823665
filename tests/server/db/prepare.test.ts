import { and, eq, isNull, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";

import { type Database, type HousekeepingTx, systemActor } from "#server/db/database.ts";
import { placeholdersFor, prepared, preparedWrite } from "#server/db/prepare.ts";
import { jobs, settings } from "#server/db/schema/index.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { failureOf } from "#tests/support/failure.ts";

const byName = prepared("test_setting_by_name", (db) =>
  db
    .select()
    .from(settings)
    .where(eq(settings.name, sql.placeholder("name"))),
);

const insertJob = preparedWrite("test_job_insert", (to) =>
  to
    .insert(jobs)
    .values(placeholdersFor(jobs, ["id", "kind", "userId", "state", "parameters", "result", "createdAt"]))
    .returning(),
);

const finishJob = preparedWrite("test_job_finish", (to) =>
  to
    .update(jobs)
    .set(placeholdersFor(jobs, ["state", "result", "finishedAt"]))
    .where(and(eq(jobs.id, sql.placeholder("id")), eq(jobs.state, sql.placeholder("stateBefore"))))
    .returning({ id: jobs.id, result: jobs.result, finishedAt: jobs.finishedAt }),
);

let db: Database;

beforeEach(async () => {
  db = await openTestDatabase();
  await db.housekeep((tx) => tx.insert(settings).values({ name: "a", value: { of: ["a"] } }));
});

describe("a prepared select", () => {
  test("answers like an unprepared one, again and again, for every value", async () => {
    for (let round = 0; round < 3; round += 1) {
      expect(await byName(db.read, { name: "a" })).toEqual([{ name: "a", value: { of: ["a"] } }]);
      expect(await byName(db.read, { name: "b" })).toEqual([]);
      expect(await db.snapshot((view) => byName(view, { name: "a" }))).toHaveLength(1);
    }
  });

  test("does not disturb an unprepared one of the same text", async () => {
    const unprepared = () => db.read.select().from(settings).where(eq(settings.name, "a"));
    expect(
      [await unprepared(), await byName(db.read, { name: "a" }), await unprepared()].map((rows) => rows[0]?.name),
    ).toEqual(["a", "a", "a"]);
  });

  test("sees what its own transaction wrote, and nothing once that has ended", async () => {
    let late: (() => Promise<unknown>) | undefined;
    await db.transact(systemActor, async (tx) => {
      await tx.insert(settings).values({ name: "b", value: 1 });
      expect(await byName(tx, { name: "b" })).toHaveLength(1);
      expect(await byName(db.read, { name: "b" })).toHaveLength(0);
      late = () => byName(tx, { name: "b" });
      await tx.record({ entity: "installation", entityId: "b", action: "set", before: null, after: { b: 1 } });
    });
    expect(await failureOf(late?.())).toContain("ended");
    expect(await byName(db.read, { name: "b" })).toHaveLength(1);
  });

  test("has a name of its own", () => {
    expect(() => prepared("test_setting_by_name", (read) => read.select().from(settings))).toThrow("taken");
    expect(() => prepared("x".repeat(64), (read) => read.select().from(settings))).toThrow("too long");
  });
});

const job = {
  id: "job-1",
  kind: "export",
  userId: "user-1",
  state: "pending",
  parameters: { of: ["a"] },
  result: null,
  createdAt: 1,
} as const;

describe("a prepared write", () => {
  test("writes every kind of value as the builder does, null as null", async () => {
    await db.housekeep(async (tx) => {
      const [made] = await insertJob(tx, job);
      expect(made).toMatchObject({ ...job, finishedAt: null, stage: "", progress: 0 });
    });
    expect(await db.read.select({ id: jobs.id }).from(jobs).where(isNull(jobs.result))).toEqual([{ id: job.id }]);
  });

  test("answers the rows it wrote, again and again, and none where nothing fits", async () => {
    await db.housekeep(async (tx) => {
      await insertJob(tx, job);
      await insertJob(tx, { ...job, id: "job-2" });
      const done = { state: "finished", stateBefore: "pending", finishedAt: 2 };
      expect(await finishJob(tx, { ...done, id: "job-1", result: { n: 1 } })).toEqual([
        { id: "job-1", result: { n: 1 }, finishedAt: 2 },
      ]);
      expect(await finishJob(tx, { ...done, id: "job-2", result: null })).toEqual([
        { id: "job-2", result: null, finishedAt: 2 },
      ]);
      expect(await finishJob(tx, { ...done, id: "job-1", result: null })).toEqual([]);
    });
  });

  test("is undone with its transaction and refused outside of one", async () => {
    let kept: HousekeepingTx | undefined;
    const failing = db.housekeep(async (tx) => {
      kept = tx;
      await insertJob(tx, job);
      throw new Error("not after all");
    });
    await expect(failing).rejects.toThrow("not after all");
    expect(await db.read.select().from(jobs)).toEqual([]);
    expect(await failureOf(kept && insertJob(kept, job))).toContain("ended");
  });

  test("asks for every value, and for columns that exist", async () => {
    const { userId: _, ...incomplete } = job;
    await expect(db.housekeep((tx) => insertJob(tx, incomplete))).rejects.toThrow("userId");
    await expect(db.housekeep((tx) => insertJob(tx, { ...job, userId: undefined }))).rejects.toThrow("userId");
    expect(() => placeholdersFor(jobs, ["nowhere" as "id"])).toThrow("nowhere");
  });
});
