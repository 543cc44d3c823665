import { existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, onTestFinished, test } from "vitest";

import { idempotencyKeys, jobs, sessions } from "#server/db/schema/index.ts";
import { startUpkeep } from "#server/upkeep.ts";
import { nextId } from "#tests/support/build.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { makeTestParts } from "#tests/support/parts.ts";

const hour = 3_600_000;

test("a day's upkeep forgets what expired and keeps what is in use", async () => {
  const now = Date.UTC(2026, 5, 1);
  const db = await openTestDatabase();
  const parts = makeTestParts(db, { clock: () => now });
  onTestFinished(() => parts.remove());
  const { userId } = await buildPerson(db);
  const session = (id: string, expiresAt: number) => ({
    id,
    token: id,
    userId,
    expiresAt: new Date(expiresAt),
    createdAt: new Date(now),
    updatedAt: new Date(now),
  });
  const key = (name: string, at: number) => ({ userId, key: name, bodyHash: "", result: null, at });
  await db.housekeep(async (tx) => {
    await tx.insert(sessions).values([session("ended", now - 1), session("open", now + 1)]);
    await tx.insert(idempotencyKeys).values([key("old", now - 49 * hour), key("young", now - 47 * hour)]);
  });
  const upkeep = startUpkeep(parts);
  await upkeep.daily();
  await upkeep.close();
  expect((await db.read.select().from(sessions)).map((row) => row.id)).toEqual(["open"]);
  expect((await db.read.select().from(idempotencyKeys)).map((row) => row.key)).toEqual(["young"]);
});

test("files are swept when no row refers to them and they are a day old", async () => {
  const db = await openTestDatabase();
  const parts = makeTestParts(db);
  onTestFinished(() => parts.remove());
  const { userId } = await buildPerson(db);
  const folder = join(parts.settings.dataDirectory, "files", "aa");
  mkdirSync(folder, { recursive: true });
  const write = (name: string, hoursOld: number) => {
    writeFileSync(join(folder, name), "x");
    const at = new Date(Date.now() - hoursOld * hour);
    utimesSync(join(folder, name), at, at);
  };
  write("stray-old", 25);
  write("stray-young", 23);
  write("owned-old", 25);
  await db.housekeep((tx) =>
    tx.insert(jobs).values({
      id: nextId(),
      kind: "export",
      userId,
      state: "finished",
      parameters: {},
      fileKey: "owned-old",
      createdAt: 1,
    }),
  );
  const upkeep = startUpkeep(parts);
  await upkeep.daily();
  await upkeep.close();
  const left = ["stray-old", "stray-young", "owned-old"].filter((name) => existsSync(join(folder, name)));
  expect(left).toEqual(["stray-young", "owned-old"]);
});
