import { asc, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { verifyChain } from "#server/db/change-chain.ts";
import { type Database, systemActor } from "#server/db/database.ts";
import { dialect } from "#server/db/dialect.ts";
import { changes, settings } from "#server/db/schema/index.ts";
import { makeTestPlace, openTestPlace } from "#tests/support/database.ts";
import { runRawSql } from "#tests/support/raw-sql.ts";

const record = (db: Database, id: string) =>
  db.transact(systemActor, (tx) =>
    tx.record({ entity: "project", entityId: id, action: "edit", before: null, after: { id } }),
  );

const add = (db: Database) =>
  db.housekeep(async (tx) => {
    const [row] = await tx.select().from(settings);
    await tx
      .update(settings)
      .set({ value: Number(row?.value) + 1 })
      .where(eq(settings.name, "count"));
  });

describe.skipIf(dialect !== "postgres")("on PostgreSQL, with two server processes", () => {
  let place: Awaited<ReturnType<typeof makeTestPlace>>;
  let one: Database;
  let two: Database;
  let reported: unknown[];

  beforeEach(async () => {
    reported = [];
    place = await makeTestPlace();
    const report = (error: unknown) => reported.push(error);
    [one, two] = [await openTestPlace(place, { report }), await openTestPlace(place, { report })];
  });

  afterEach(async () => {
    await Promise.all([one.close(), two.close()]);
    await place.remove();
  });

  test("a commit in one wakes the other with its number, and itself once", async () => {
    const heard: string[] = [];
    one.wakeups.listen((seq) => heard.push(`one ${seq}`));
    two.wakeups.listen((seq) => heard.push(`two ${seq}`));
    await record(one, "a");
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    await record(two, "b");
    await vi.waitFor(() => expect(heard).toHaveLength(4));
    expect(heard.toSorted()).toEqual(["one 1", "one 2", "two 1", "two 2"]);
  });

  test("numbers rise in the order of commits, without a gap, and the chain holds", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => record(index % 2 === 0 ? one : two, `${index}`)));
    const rows = await one.read.select({ seq: changes.seq }).from(changes).orderBy(asc(changes.seq));
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(await verifyChain(two.read)).toMatchObject({ count: 20, brokenAtSeq: null });
  });

  test("neither loses the other's update", async () => {
    await one.housekeep((tx) => tx.insert(settings).values({ name: "count", value: 0 }));
    await Promise.all(Array.from({ length: 20 }, (_, index) => add(index % 2 === 0 ? one : two)));
    expect(await one.read.select().from(settings)).toEqual([{ name: "count", value: 20 }]);
  });

  test("connections that were cut off are replaced, and listeners told that they may have missed something", async () => {
    const heard: (number | null)[] = [];
    await record(one, "a");
    two.wakeups.listen((seq) => heard.push(seq));
    await runRawSql(
      place,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    await vi.waitFor(() => expect(heard).toContain(null), { timeout: 10_000 });
    await record(one, "b");
    await vi.waitFor(() => expect(heard).toContain(2), { timeout: 10_000 });
    expect(await one.read.$count(changes)).toBe(2);
    expect(reported.length).toBeGreaterThan(0);
  });

  test("a server that goes away during the work is DB_UNAVAILABLE, and nothing is kept", async () => {
    const work = one.transact(systemActor, async (tx) => {
      await tx.record({ entity: "project", entityId: "p", action: "edit", before: null, after: { a: 1 } });
      await runRawSql(
        place,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
      );
      await tx.select().from(settings);
    });
    await expect(work).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE", appCode: "DB_UNAVAILABLE" });
    expect(await vi.waitFor(() => two.read.$count(changes), { timeout: 10_000 })).toBe(0);
  });

  test("the reading connections refuse to write", async () => {
    await runRawSql(
      place,
      "CREATE FUNCTION sneak() RETURNS int LANGUAGE sql AS $$ INSERT INTO settings VALUES ('a', '1') RETURNING 1 $$",
    );
    const sneak = { result: sql<number>`sneak()` };
    await expect(one.read.select(sneak).from(sql`(values (1)) as one`)).rejects.toMatchObject({
      cause: { code: "25006" },
    });
    await expect(one.snapshot((view) => view.select(sneak).from(sql`(values (1)) as one`))).rejects.toMatchObject({
      cause: { code: "25006" },
    });
    expect(await two.read.$count(settings)).toBe(0);
  });
});
