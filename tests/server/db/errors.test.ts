import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { isUniqueViolation, storageFault, troubleOf } from "#server/db/errors.ts";
import { rateLimits, users } from "#server/db/schema/index.ts";
import { Fault } from "#shared/fault.ts";
import { openTestDatabase } from "#tests/support/database.ts";

const at = new Date(0);
const person = (id: string, email: string) => ({ id, name: "N", email, createdAt: at, updatedAt: at });

let db: Database;

beforeEach(async () => {
  db = await openTestDatabase();
  await db.housekeep(async (tx) => {
    await tx.insert(users).values(person("1", "a@example.org"));
    await tx.insert(rateLimits).values({ id: "1", key: "k", count: 1, lastRequest: 0 });
  });
});

const errorOf = (run: () => Promise<unknown>) =>
  run().then(
    () => null,
    (error: unknown) => error,
  );

describe("a broken unique rule", () => {
  test("is recognised by the name of its index or by its columns", async () => {
    const error = await errorOf(() => db.housekeep((tx) => tx.insert(users).values(person("2", "a@example.org"))));
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, "users_email")).toBe(true);
    expect(isUniqueViolation(error, ["email"])).toBe(true);
    expect(isUniqueViolation(error, "sessions_token")).toBe(false);
    expect(isUniqueViolation(error, "users_pkey")).toBe(false);
    expect(isUniqueViolation(error, ["id"])).toBe(false);
  });

  test("is recognised for a primary key and for a column declared unique", async () => {
    const key = await errorOf(() => db.housekeep((tx) => tx.insert(users).values(person("1", "b@example.org"))));
    expect(isUniqueViolation(key, "users_pkey")).toBe(true);
    const column = await errorOf(() =>
      db.housekeep((tx) => tx.insert(rateLimits).values({ id: "2", key: "k", count: 1, lastRequest: 0 })),
    );
    expect(isUniqueViolation(column, "rate_limits_key_unique")).toBe(true);
  });

  test("is nothing else: a missing value, a Fault, any other error", async () => {
    const missing = await errorOf(() =>
      db.housekeep((tx) =>
        tx.insert(users).values({ ...person("3", "c@example.org"), name: null as unknown as string }),
      ),
    );
    expect(missing).toBeInstanceOf(Error);
    expect(isUniqueViolation(missing)).toBe(false);
    expect(isUniqueViolation(new Fault("CONFLICT", "CODE_TAKEN"))).toBe(false);
    expect(isUniqueViolation(new Error("UNIQUE constraint failed: users.email"))).toBe(false);
    expect(isUniqueViolation(null)).toBe(false);
  });
});

describe("trouble of the machine", () => {
  test.each([
    ["SQLITE_BUSY_TIMEOUT", "BUSY"],
    ["55P03", "BUSY"],
    ["ENOSPC", "STORAGE_FULL"],
    ["53100", "STORAGE_FULL"],
    ["SQLITE_IOERR_FSYNC", "STORAGE_FAULT"],
    ["58030", "STORAGE_FAULT"],
    ["ECONNREFUSED", "DB_UNAVAILABLE"],
    ["57P01", "DB_UNAVAILABLE"],
  ])("%s is %s, also inside another error", (code, appCode) => {
    const error = new Error("query", { cause: Object.assign(new Error("driver"), { code }) });
    expect(storageFault(error)).toMatchObject({ code: "SERVICE_UNAVAILABLE", appCode });
  });

  test("is not a refusal of our own or a defect", () => {
    expect(storageFault(new Fault("CONFLICT", "STALE"))).toBeNull();
    expect(troubleOf(new Error("x"))).toBeNull();
    expect(troubleOf(Object.assign(new Error("x"), { code: "23505" }))).toBeNull();
  });
});
