import { beforeEach, describe, expect, test } from "vitest";

import { type Database, systemActor, type Tx } from "#server/db/database.ts";
import { findReplay, requestScope } from "#server/db/request-scope.ts";
import { changes, idempotencyKeys } from "#server/db/schema/index.ts";
import { openTestDatabase } from "#tests/support/database.ts";

let db: Database;

beforeEach(async () => {
  db = await openTestDatabase({ clock: () => 5000 });
});

const record = (tx: Tx) =>
  tx.record({ entity: "project", entityId: "p", action: "edit", before: null, after: { a: 1 } });
const asRequest = <T>(key: string, userId: string | null, run: () => Promise<T>) =>
  requestScope.run({ idempotency: { key, bodyHash: "hash", userId } }, run);
const save = (result: unknown) =>
  db.transact(systemActor, async (tx) => {
    await record(tx);
    return result;
  });

describe("answers kept for repeats", () => {
  test("are stored with the effect, per person", async () => {
    await asRequest("k", "u1", () => save({ id: "x", list: [1, null] }));
    expect(await findReplay(db.read, "u1", "k")).toEqual({
      bodyHash: "hash",
      result: { id: "x", list: [1, null] },
      at: 5000,
    });
    expect(await findReplay(db.read, "u2", "k")).toBeNull();
    expect(await findReplay(db.read, null, "k")).toBeNull();
    await asRequest("k", null, () => save(undefined));
    expect(await findReplay(db.read, null, "k")).toEqual({ bodyHash: "hash", result: null, at: 5000 });
  });

  test("go with work that fails", async () => {
    const failing = asRequest("k", "u1", () =>
      db.transact(systemActor, async (tx) => {
        await record(tx);
        throw new Error("no");
      }),
    );
    await expect(failing).rejects.toThrow("no");
    expect(await db.read.$count(idempotencyKeys)).toBe(0);
  });

  test("make the same request have one effect, however many arrive at once", async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, (_, number) => asRequest("k", "u1", () => save(number))),
    );
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    expect(
      answers.filter(
        (answer) => answer.status === "rejected" && (answer.reason as { appCode?: string }).appCode === "IN_PROGRESS",
      ),
    ).toHaveLength(4);
    expect(await db.read.$count(changes)).toBe(1);
  });

  test("keep the last result of a request that needs two transactions", async () => {
    await asRequest("k", "u1", async () => {
      await save(1);
      await save(2);
    });
    expect(await findReplay(db.read, "u1", "k")).toMatchObject({ result: 2 });
    expect(await db.read.$count(changes)).toBe(2);
  });

  test("are not kept outside a request, nor for housekeeping", async () => {
    await save(1);
    await asRequest("k", "u1", () => db.housekeep(async () => 1));
    expect(await db.read.$count(idempotencyKeys)).toBe(0);
  });
});
