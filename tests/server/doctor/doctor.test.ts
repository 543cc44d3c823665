import { chmodSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";

import { jobs } from "#server/db/schema/index.ts";
import { examine } from "#server/doctor/doctor.ts";
import { createFolderStore } from "#server/files/file-store.ts";
import { readSettings } from "#server/settings.ts";
import { fresh, nextId } from "#tests/support/build.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { makeInstallation } from "#tests/support/installation.ts";

const look = (folder: string, now = Date.now()) =>
  examine(readSettings({ DATA_DIR: folder, DATABASE_URL: "" }, folder), now);

async function findingOf(folder: string, name: string, now?: number) {
  const report = await look(folder, now);
  return { sound: report.sound, ...report.findings.find((finding) => finding.name === name) };
}

function alter(folder: string, statements: string): void {
  const connection = new Sqlite(join(folder, "consortia.sqlite"));
  const triggers = connection
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all() as string[];
  for (const name of triggers) connection.exec(`DROP TRIGGER "${name}"`);
  connection.pragma("foreign_keys = OFF");
  connection.exec(statements);
  connection.close();
}

test("a sound installation is sound, and stays untouched", async () => {
  const folder = await makeInstallation();
  const report = await look(folder);
  expect(report).toMatchObject({ sound: true });
  expect(report.findings.map((finding) => finding.state)).not.toContain("bad");
  expect(report.findings).toContainEqual({ name: "history", state: "ok", text: "2 changes, unbroken" });
});

test.for([
  ["altered", "UPDATE changes SET fields = '{}' WHERE seq = 2", "altered at change 2"],
  ["removed at the beginning", "DELETE FROM changes WHERE seq = 1", "altered at change 1"],
  [
    "slipped in",
    "INSERT INTO changes SELECT 3, project_id, organisation_id, confidential_to, entity, entity_id, action, actor_id, acting_for_id, at, fields, group_id, hash, hash FROM changes WHERE seq = 2",
    "altered at change 3",
  ],
] as const)("a change that was %s is found by its number", async ([, statements, text]) => {
  const folder = await makeInstallation();
  alter(folder, statements);
  const finding = await findingOf(folder, "history");
  expect(finding).toMatchObject({ sound: false, state: "bad" });
  expect(finding.text).toContain(text);
});

test("a row that refers to nothing is found", async () => {
  const folder = await makeInstallation(async (db) => {
    await buildPerson(db);
  });
  const seat = fresh();
  alter(
    folder,
    `INSERT INTO seats (id, user_id, organisation_id, role, version, created_at, updated_at) VALUES ('${seat.id}', 'nobody', 'nothing', 'viewer', 1, 1, 1)`,
  );
  expect(await findingOf(folder, "database file")).toMatchObject({
    sound: false,
    state: "bad",
    text: expect.stringContaining("seats") as string,
  });
});

test("a file cut short is found without the program falling over it", async () => {
  const folder = await makeInstallation();
  truncateSync(join(folder, "consortia.sqlite"), 20_000);
  expect(await look(folder)).toMatchObject({ sound: false });
});

test("stored files are held against their rows, both ways", async () => {
  let file = "";
  const folder = await makeInstallation(async (db, data) => {
    const person = await buildPerson(db);
    const fileKey = await createFolderStore(join(data, "files")).write(Buffer.from("bytes"));
    file = join(data, "files", fileKey.slice(0, 2), fileKey);
    await db.housekeep((tx) =>
      tx.insert(jobs).values({
        id: nextId(),
        kind: "export",
        userId: person.userId,
        state: "finished",
        parameters: {},
        fileKey,
        fileName: "a.pdf",
        fileBytes: 5,
        createdAt: 1,
      }),
    );
  });
  expect(await findingOf(folder, "files")).toMatchObject({ sound: true, state: "ok" });
  writeFileSync(join(folder, "files", "stray"), "x");
  expect(await findingOf(folder, "files")).toMatchObject({ sound: true, state: "warning" });
  truncateSync(file, 2);
  expect(await findingOf(folder, "files")).toMatchObject({
    sound: false,
    text: expect.stringContaining("2 bytes instead of 5") as string,
  });
  rmSync(file);
  expect(await findingOf(folder, "files")).toMatchObject({
    sound: false,
    text: expect.stringContaining("missing") as string,
  });
});

test("a secret others can read, a clock that went back and a missing database are named", async () => {
  const folder = await makeInstallation();
  writeFileSync(join(folder, "secret"), "x".repeat(40));
  chmodSync(join(folder, "secret"), 0o644);
  expect(await findingOf(folder, "secret")).toMatchObject({ sound: false, state: "bad" });
  chmodSync(join(folder, "secret"), 0o600);
  expect(await findingOf(folder, "clock", Date.now() - 3_600_000)).toMatchObject({ sound: true, state: "warning" });
  rmSync(join(folder, "consortia.sqlite"));
  expect(await findingOf(folder, "database file")).toMatchObject({ sound: false, state: "bad" });
});
