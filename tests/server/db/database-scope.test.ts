import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";

import type { Actor, Database, Tx } from "#server/db/database.ts";
import { systemActor } from "#server/db/database.ts";
import { changes, settings } from "#server/db/schema/index.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { failureOf } from "#tests/support/failure.ts";

const actor: Actor = { userId: "0198a0c0-0000-7000-8000-000000000001", actingForId: null };
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

let db: Database;

beforeEach(async () => {
  db = await openTestDatabase();
});

const write = (tx: Pick<Tx, "insert">, name: string, value: unknown = 1) => tx.insert(settings).values({ name, value });
const record = (tx: Tx, name: string) =>
  tx.record({ entity: "installation", entityId: name, action: "set", before: null, after: { name } });
const names = async () => (await db.read.select().from(settings).orderBy(settings.name)).map((row) => row.name);

async function writeRecorded(name: string): Promise<void> {
  await db.transact(actor, async (tx) => {
    await write(tx, name);
    await record(tx, name);
  });
}

describe("transact", () => {
  test("commits the row and its change together and returns the result", async () => {
    const result = await db.transact(actor, async (tx) => {
      await write(tx, "a");
      await record(tx, "a");
      return tx.select().from(settings);
    });
    expect(result).toEqual([{ name: "a", value: 1 }]);
    expect(await names()).toEqual(["a"]);
    expect(await db.read.select({ actorId: changes.actorId }).from(changes)).toEqual([{ actorId: actor.userId }]);
  });

  test("leaves nothing of work that fails", async () => {
    const failing = db.transact(actor, async (tx) => {
      await write(tx, "a");
      await record(tx, "a");
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await names()).toEqual([]);
    expect(await db.read.select().from(changes)).toEqual([]);
    await writeRecorded("b");
    expect(await names()).toEqual(["b"]);
  });

  test("refuses to commit without a recorded change", async () => {
    await expect(db.transact(actor, async (tx) => void (await write(tx, "a")))).rejects.toThrow(
      "commit without a recorded change",
    );
    expect(await names()).toEqual([]);
  });

  test("takes an update that changed nothing as recorded and writes no change for it", async () => {
    await db.transact(actor, (tx) =>
      tx.record({
        entity: "project",
        entityId: "p",
        action: "edit",
        before: { title: "T", version: 1 },
        after: { version: 2, title: "T" },
      }),
    );
    expect(await db.read.select().from(changes)).toEqual([]);
  });

  test("runs one at a time in the order of the calls, and none is lost", async () => {
    await db.housekeep((tx) => write(tx, "count", 0));
    const order: number[] = [];
    const add = (number: number) =>
      db.transact(actor, async (tx) => {
        const [row] = await tx.select().from(settings).where(eq(settings.name, "count"));
        await nextTurn();
        order.push(number);
        await tx
          .update(settings)
          .set({ value: Number(row?.value) + 1 })
          .where(eq(settings.name, "count"));
        await record(tx, `${number}`);
      });
    await Promise.all(Array.from({ length: 20 }, (_, number) => add(number)));
    expect(await db.read.select().from(settings)).toEqual([{ name: "count", value: 20 }]);
    expect(order).toEqual(Array.from({ length: 20 }, (_, number) => number));
  });

  test("has one instant and fresh identifiers", async () => {
    let ticks = 1000;
    const clocked = await openTestDatabase({ clock: () => (ticks += 1) });
    await clocked.transact(actor, async (tx) => {
      expect(tx.now).toBe(tx.now);
      expect(tx.id()).not.toBe(tx.id());
      await record(tx, "a");
      await record(tx, "b");
    });
    const times = new Set((await clocked.read.select({ at: changes.at }).from(changes)).map((row) => row.at));
    expect(times.size).toBe(1);
  });
});

describe("misuse fails", () => {
  const starters: [string, (run: Database) => Promise<unknown>][] = [
    ["transact", (run) => run.transact(actor, async () => undefined)],
    ["housekeep", (run) => run.housekeep(async () => undefined)],
    ["snapshot", (run) => run.snapshot(async () => undefined)],
  ];

  test.each(starters)("%s inside a transaction, housekeeping or snapshot", async (_, start) => {
    await expect(db.transact(actor, () => start(db))).rejects.toThrow("inside a transaction");
    await expect(db.housekeep(() => start(db))).rejects.toThrow("inside a housekeeping");
    await expect(db.snapshot(() => start(db))).rejects.toThrow("inside a snapshot");
  });

  test("a transaction kept after its commit", async () => {
    let kept: Tx | undefined;
    let lazy: PromiseLike<unknown> | undefined;
    await db.transact(actor, async (tx) => {
      kept = tx;
      lazy = write(tx, "lazy");
      await record(tx, "a");
    });
    if (!kept || !lazy) throw new Error("the work did not run");
    expect(await failureOf(write(kept, "late"))).toContain("ended");
    expect(await failureOf(kept.select().from(settings))).toContain("ended");
    expect(await failureOf(record(kept, "late"))).toContain("ended");
    expect(await failureOf(lazy)).toContain("ended");
    expect(await names()).toEqual([]);
  });

  test("a straggler of a failed Promise.all writes nothing, neither then nor later", async () => {
    let straggled = "";
    const failing = db.transact(actor, async (tx) => {
      const straggler = async () => {
        await nextTurn();
        await nextTurn();
        await write(tx, "straggler");
      };
      await record(tx, "a");
      await Promise.all([
        Promise.reject(new Error("first")),
        failureOf(straggler()).then((text) => (straggled = text)),
      ]);
    });
    await expect(failing).rejects.toThrow("first");
    const other = db.transact(actor, async (tx) => {
      for (let turn = 0; turn < 5; turn += 1) await nextTurn();
      await write(tx, "other");
      await record(tx, "other");
    });
    await other;
    expect(straggled).toMatch(/ended|outside the work/);
    expect(await names()).toEqual(["other"]);
  });

  test("a bystander's use of somebody else's transaction", async () => {
    const lent = Promise.withResolvers<Tx>();
    const held = Promise.withResolvers<void>();
    const running = db.transact(actor, async (tx) => {
      await write(tx, "own");
      await record(tx, "own");
      lent.resolve(tx);
      await held.promise;
    });
    expect(await failureOf(write(await lent.promise, "bystander"))).toContain("outside the work");
    held.resolve();
    await running;
    expect(await names()).toEqual(["own"]);
  });

  test("going on after a statement failed: nothing is committed on either database", async () => {
    await writeRecorded("a");
    const swallowing = db.transact(actor, async (tx) => {
      await write(tx, "b");
      await record(tx, "b");
      await write(tx, "a").catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow("swallowed");
    const goingOn = db.transact(actor, async (tx) => {
      await write(tx, "a").catch(() => undefined);
      await record(tx, "c");
    });
    expect(await failureOf(goingOn)).toMatch(/unique/i);
    expect(await names()).toEqual(["a"]);
  });

  test("there is no way to write through what reads", async () => {
    const writers = ["insert", "update", "delete", "run", "execute", "transaction"];
    expect(writers.filter((name) => name in db.read)).toEqual([]);
    expect(await db.snapshot(async (view) => writers.filter((name) => name in view))).toEqual([]);
    expect(Object.keys(db.read.with())).toEqual(["select", "selectDistinct"]);
  });
});

describe("housekeep", () => {
  test("writes without a change, and awaits what is returned as a builder", async () => {
    await db.housekeep((tx) => write(tx, "a"));
    expect(await names()).toEqual(["a"]);
    expect(await db.read.select().from(changes)).toEqual([]);
  });

  test("acts as the system", async () => {
    expect(await db.housekeep(async (tx) => tx.actor)).toEqual(systemActor);
  });
});

describe("snapshot", () => {
  test("sees one state while others write", async () => {
    await writeRecorded("a");
    const seen = await db.snapshot(async (view) => {
      const before = await view.select().from(settings);
      return { before, view };
    });
    expect(seen.before).toHaveLength(1);
    expect(await failureOf(seen.view.select().from(settings))).toContain("ended");

    const begun = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const both = db.snapshot(async (view) => {
      const first = await view.$count(settings);
      begun.resolve();
      await written.promise;
      return [first, await view.$count(settings)];
    });
    await begun.promise;
    await writeRecorded("b");
    written.resolve();
    expect(await both).toEqual([1, 1]);
    expect(await db.snapshot((view) => view.select().from(settings))).toHaveLength(2);
  });
});
