import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";

import { type Database, systemActor } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { settings } from "#server/db/schema/index.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { failureOf } from "#tests/support/failure.ts";

const byName = prepared("test_setting_by_name", (db) =>
  db
    .select()
    .from(settings)
    .where(eq(settings.name, sql.placeholder("name"))),
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
