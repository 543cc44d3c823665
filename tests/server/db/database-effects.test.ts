import { beforeEach, describe, expect, test } from "vitest";

import { type Database, systemActor, type Tx } from "#server/db/database.ts";
import { changes, settings } from "#server/db/schema/index.ts";
import { openTestDatabase } from "#tests/support/database.ts";

let db: Database;
let reported: unknown[];

beforeEach(async () => {
  reported = [];
  db = await openTestDatabase({ report: (error) => reported.push(error) });
});

const record = (tx: Tx, id = "a") =>
  tx.record({ entity: "installation", entityId: id, action: "set", before: null, after: { id } });
const withCode = (code: string) => Object.assign(new Error(code), { code });

describe("effects", () => {
  test("run after the commit, outside the transaction, and may write themselves", async () => {
    const seen: number[] = [];
    await db.transact(systemActor, async (tx) => {
      tx.afterCommit(async () => {
        seen.push(await db.read.$count(changes));
        await db.transact(systemActor, (inner) => record(inner, "b"));
      });
      await record(tx);
      seen.push(await db.read.$count(changes));
    });
    expect(seen).toEqual([0, 1]);
    expect(await db.read.$count(changes)).toBe(2);
  });

  test("never run after a rollback, and one that fails harms nobody", async () => {
    let ran = 0;
    const failing = db.transact(systemActor, async (tx) => {
      tx.afterCommit(() => void (ran += 1));
      await record(tx);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(ran).toBe(0);
    const result = await db.transact(systemActor, async (tx) => {
      tx.afterCommit(() => Promise.reject(new Error("mail server away")));
      tx.afterCommit(() => void (ran += 1));
      await record(tx);
      return "kept";
    });
    expect(result).toBe("kept");
    expect(ran).toBe(1);
    expect(reported).toMatchObject([{ message: "mail server away" }]);
  });
});

describe("wake-ups", () => {
  test("tell the last number after every commit that changed something, until one stops listening", async () => {
    const heard: (number | null)[] = [];
    const stop = db.wakeups.listen((seq) => heard.push(seq));
    await db.transact(systemActor, async (tx) => {
      await record(tx, "a");
      await record(tx, "b");
    });
    await db.transact(systemActor, (tx) => record(tx, "c"));
    await db.transact(systemActor, async () => Promise.reject(new Error("no"))).catch(() => undefined);
    await db.housekeep((tx) => tx.insert(settings).values({ name: "a", value: 1 }));
    stop();
    await db.transact(systemActor, (tx) => record(tx, "d"));
    expect(heard).toEqual([2, 3]);
  });
});

describe("trouble of the machine", () => {
  test.each(["SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "40001", "40P01", "55P03"])(
    "%s: the whole work is tried again",
    async (code) => {
      let runs = 0;
      let effects = 0;
      await db.transact(systemActor, async (tx) => {
        tx.afterCommit(() => void (effects += 1));
        await record(tx);
        runs += 1;
        if (runs < 4) throw withCode(code);
      });
      expect([runs, effects, await db.read.$count(changes)]).toEqual([4, 1, 1]);
    },
  );

  test("busy four times is BUSY", async () => {
    let runs = 0;
    const busy = db.transact(systemActor, async () => {
      runs += 1;
      throw withCode("SQLITE_BUSY");
    });
    await expect(busy).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE", appCode: "BUSY" });
    expect(runs).toBe(4);
  });

  test("a full disk says so and recovers by itself", async () => {
    const full = db.transact(systemActor, () => Promise.reject(withCode("SQLITE_FULL")));
    await expect(full).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE", appCode: "STORAGE_FULL" });
    expect(db.condition()).toBe("writable");
    await db.transact(systemActor, (tx) => record(tx));
    expect(await db.read.$count(changes)).toBe(1);
  });

  test("a failed disk ends all writing until a restart; reading goes on", async () => {
    await db.transact(systemActor, (tx) => record(tx));
    const failed = db.transact(systemActor, () => Promise.reject(withCode("SQLITE_IOERR_FSYNC")));
    await expect(failed).rejects.toMatchObject({ appCode: "STORAGE_FAULT" });
    expect(db.condition()).toBe("storage-fault");
    let ran = false;
    const later = db.transact(systemActor, async () => void (ran = true));
    await expect(later).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE", appCode: "STORAGE_FAULT" });
    await expect(db.housekeep(async () => void (ran = true))).rejects.toMatchObject({ appCode: "STORAGE_FAULT" });
    expect(ran).toBe(false);
    expect(await db.read.$count(changes)).toBe(1);
  });
});
