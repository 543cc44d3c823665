import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { changedFields, verifyChain } from "#server/db/change-chain.ts";
import type { ChangeInput, Database } from "#server/db/database.ts";
import { dialect } from "#server/db/dialect.ts";
import { changes } from "#server/db/schema/index.ts";
import { failureOf } from "#tests/support/failure.ts";
import { makeTestPlace, openTestPlace } from "#tests/support/database.ts";
import { runRawSql } from "#tests/support/raw-sql.ts";

const actor = { userId: "0198a0c0-0000-7000-8000-000000000001", actingForId: "0198a0c0-0000-7000-8000-000000000002" };

let place: Awaited<ReturnType<typeof makeTestPlace>>;
let db: Database;

beforeEach(async () => {
  place = await makeTestPlace();
  db = await openTestPlace(place);
});

afterEach(async () => {
  await db.close();
  await place.remove();
});

const change = (entityId: string, more: Partial<ChangeInput> = {}): ChangeInput => ({
  entity: "project",
  entityId,
  action: "edit",
  before: { title: "Old", version: 1 },
  after: { title: "New", version: 2 },
  ...more,
});
const record = (...inputs: ChangeInput[]) =>
  db.transact(actor, async (tx) => {
    for (const input of inputs) await tx.record(input);
  });

async function loosenTriggers(): Promise<void> {
  const names =
    dialect === "postgres" ? ["changes_no_update", "changes_no_truncate"] : ["changes_no_update", "changes_no_delete"];
  for (const name of names)
    await runRawSql(place, `DROP TRIGGER ${name}${dialect === "postgres" ? " ON changes" : ""}`);
}

describe("what a change keeps", () => {
  test("only the fields that differ, compared as JSON, without the row's bookkeeping", () => {
    const before = {
      a: 1,
      list: [1, { x: 1, y: 2 }],
      gone: "x",
      same: null,
      version: 1,
      updatedAt: 1,
      createdAt: 1,
      search: "a",
    };
    const after = {
      a: 2,
      list: [1, { y: 2, x: 1 }],
      new: true,
      same: undefined,
      version: 2,
      updatedAt: 2,
      createdAt: 2,
      search: "b",
    };
    expect(changedFields(before, after)).toEqual({ a: [1, 2], gone: ["x", null], new: [null, true] });
    expect(changedFields(null, { a: 1 })).toEqual({ a: [null, 1] });
    expect(changedFields({ a: 1 }, null)).toEqual({ a: [1, null] });
  });

  test("who, for whom, when, where, and the group of its transaction", async () => {
    await record(change("a", { projectId: "p", organisationId: "o", confidentialTo: "c" }), change("b"));
    await record(change("c"));
    const rows = await db.read.select().from(changes).orderBy(asc(changes.seq));
    expect(rows[0]).toMatchObject({
      seq: 1,
      projectId: "p",
      organisationId: "o",
      confidentialTo: "c",
      entity: "project",
      entityId: "a",
      action: "edit",
      actorId: actor.userId,
      actingForId: actor.actingForId,
      fields: { title: ["Old", "New"] },
      previousHash: "",
    });
    expect(rows[1]).toMatchObject({ seq: 2, projectId: null, confidentialTo: null, previousHash: rows[0]?.hash });
    expect(rows[1]?.groupId).toBe(rows[0]?.groupId);
    expect(rows[2]?.groupId).not.toBe(rows[0]?.groupId);
  });

  test("creation and deletion are kept even of records without content", async () => {
    await record(change("a", { action: "delete", before: { version: 1 }, after: null }));
    expect(await db.read.$count(changes)).toBe(1);
  });
});

describe("the chain", () => {
  test("holds over transactions, values of all kinds, and records made at the same time", async () => {
    await db.transact(actor, async (tx) => {
      await Promise.all(Array.from({ length: 10 }, (_, index) => tx.record(change(`${index}`))));
    });
    const odd = {
      date: new Date(0),
      big: 99_999_999_999,
      text: 'Ж"\\\n\u2028',
      deep: { b: [null, { z: 1, a: -0 }], a: 0.5 },
    };
    await record(change("odd", { before: null, after: odd }));
    expect(await verifyChain(db.read)).toMatchObject({ count: 11, brokenAtSeq: null });
  });

  test("has no gap after work that was rolled back", async () => {
    await record(change("a"));
    await db
      .transact(actor, async (tx) => {
        await tx.record(change("b"));
        throw new Error("no");
      })
      .catch(() => undefined);
    await record(change("c"));
    expect(await db.read.select({ seq: changes.seq }).from(changes).orderBy(asc(changes.seq))).toEqual([
      { seq: 1 },
      { seq: 2 },
    ]);
    expect(await verifyChain(db.read)).toMatchObject({ count: 2, brokenAtSeq: null });
  });

  test("cannot be altered through the program or past it", async () => {
    await record(change("a"));
    expect(await failureOf(db.housekeep((tx) => tx.update(changes).set({ action: "x" })))).toContain(
      "cannot be altered",
    );
    expect(await failureOf(db.housekeep((tx) => tx.delete(changes).where(eq(changes.seq, 1))))).toContain(
      "cannot be altered",
    );
    await expect(runRawSql(place, "UPDATE changes SET action = 'x'")).rejects.toThrow("cannot be altered");
    await expect(runRawSql(place, "DELETE FROM changes")).rejects.toThrow("cannot be altered");
    expect(await db.read.select({ action: changes.action }).from(changes)).toEqual([{ action: "edit" }]);
  });

  test.each([
    ["an altered row", "UPDATE changes SET actor_id = 'somebody' WHERE seq = 3", 3],
    ["altered fields", `UPDATE changes SET fields = '{"title":["Old","Newer"]}' WHERE seq = 2`, 2],
    ["a removed row", "DELETE FROM changes WHERE seq = 2", 2],
    ["a removed first row", "DELETE FROM changes WHERE seq = 1", 1],
    ["a renumbered row", "UPDATE changes SET seq = 9 WHERE seq = 4", 4],
  ])("shows %s by its number", async (_, tampering, seq) => {
    await record(change("a"), change("b"), change("c"), change("d"));
    await loosenTriggers();
    await runRawSql(place, tampering);
    expect(await verifyChain(db.read)).toMatchObject({ brokenAtSeq: seq });
  });
});
