import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";

import { writeBackup } from "#server/backup/backup.ts";
import { restoreBackup } from "#server/backup/restore.ts";
import { openDatabase } from "#server/db/open.ts";
import { jobs } from "#server/db/schema/index.ts";
import { issuePartLink } from "#server/features/reporting/part-link-service.ts";
import { createFolderStore } from "#server/files/file-store.ts";
import { nextId } from "#tests/support/build.ts";
import { buildConsortium } from "#tests/support/build-consortium.ts";
import { buildPeriod } from "#tests/support/build-contribution.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { makeInstallation, makeTestFolder } from "#tests/support/installation.ts";

const now = Date.UTC(2026, 4, 1, 12);

async function makeBackup(): Promise<{ data: string; target: string; key: string }> {
  const data = await makeInstallation(async (db, folder) => {
    const organisation = await buildOrganisation(db);
    const person = await buildPerson(db, organisation);
    const key = await createFolderStore(join(folder, "files")).write(Buffer.from("a finished export"));
    await db.housekeep((tx) =>
      tx.insert(jobs).values({
        id: nextId(),
        kind: "export",
        userId: person.userId,
        state: "finished",
        parameters: {},
        fileKey: key,
        fileName: "summary.pdf",
        fileBytes: 17,
        createdAt: now,
      }),
    );
  });
  const target = join(makeTestFolder(), "backup");
  await writeBackup({ dataDirectory: data, target, now, program: "1.2.3" });
  const key =
    readdirSync(join(data, "files"), { recursive: true, encoding: "utf8" }).find((name) => name.length > 30) ?? "";
  return { data, target, key };
}

describe("a backup", () => {
  test("comes back whole: the same rows, the same files, and nobody is signed in", async () => {
    const { data, target, key } = await makeBackup();
    const empty = join(makeTestFolder(), "new");
    const report = await restoreBackup({ source: target, dataDirectory: empty, replace: false, now });
    expect(report.movedTo).toBeNull();
    const [before, after] = [rowsOf(data), rowsOf(empty)];
    expect(before["users"]).toHaveLength(1);
    expect(after).toEqual({ ...before, sessions: [] });
    expect(readFileSync(join(empty, "files", key), "utf8")).toBe("a finished export");
    expect(report.manifest).toMatchObject({
      program: "1.2.3",
      createdAt: "2026-05-01T12:00:00.000Z",
      counts: { users: 1 },
    });
  });

  test("comes back without the personal links of before", async () => {
    const data = await makeInstallation(async (db) => {
      const { project, participants, people } = await buildConsortium(db);
      const period = await buildPeriod(db, project);
      const part = { projectId: project.id, participantId: participants.member.id, periodId: period.id };
      await db.housekeep((tx) => issuePartLink(tx, { ...part, userId: people.member.userId, kind: "mail" }));
    });
    const [source, empty] = [join(makeTestFolder(), "backup"), join(makeTestFolder(), "new")];
    await writeBackup({ dataDirectory: data, target: source, now, program: "1.2.3" });
    const { ended } = await restoreBackup({ source, dataDirectory: empty, replace: false, now });
    expect(rowsOf(data)["part_links"]).toHaveLength(1);
    expect([ended, rowsOf(empty)["part_links"]]).toEqual([1, []]);
  });

  test("is taken while a server has the database open and writes to it", async () => {
    const { data } = await makeBackup();
    const db = await openDatabase({ file: join(data, "consortia.sqlite"), clock: () => now, ids: nextId });
    const target = join(makeTestFolder(), "second");
    const writing = (async () => {
      for (let count = 0; count < 20; count += 1) await buildOrganisation(db);
    })();
    await writeBackup({ dataDirectory: data, target, now, program: "1" });
    await writing;
    await db.close();
    expect(existsSync(join(target, "manifest.json"))).toBe(true);
    expect(existsSync(`${target}.part`)).toBe(false);
    await restoreBackup({ source: target, dataDirectory: join(makeTestFolder(), "new"), replace: false, now });
  });

  test("never overwrites anything", async () => {
    const { data, target } = await makeBackup();
    await expect(writeBackup({ dataDirectory: data, target, now, program: "1" })).rejects.toMatchObject({
      exitCode: 78,
    });
  });

  test("names the row whose file is gone, and is made all the same", async () => {
    const { data, key } = await makeBackup();
    rmSync(join(data, "files", key));
    const report = await writeBackup({
      dataDirectory: data,
      target: join(makeTestFolder(), "backup"),
      now,
      program: "1",
    });
    expect(report.missing).toHaveLength(1);
    expect(report.missing[0]).toMatch(/^job /);
  });

  test("is refused for a history somebody altered", async () => {
    const { data } = await makeBackup();
    alterHistory(data);
    await expect(
      writeBackup({ dataDirectory: data, target: join(makeTestFolder(), "backup"), now, program: "1" }),
    ).rejects.toMatchObject({
      exitCode: 65,
      message: expect.stringContaining("change 1") as string,
    });
  });
});

describe("a restore is refused, names what is wrong and touches nothing", () => {
  test.for([
    [
      "a file with other bytes",
      65,
      "files/",
      (backup: string, key: string) => writeFileSync(join(backup, "files", key), "a finished exporT"),
    ],
    ["a file cut short", 65, "files/", (backup: string, key: string) => truncateSync(join(backup, "files", key), 3)],
    [
      "a database cut short",
      65,
      "consortia.sqlite",
      (backup: string) => truncateSync(join(backup, "consortia.sqlite"), 8192),
    ],
    ["a manifest cut short", 65, "manifest.json", (backup: string) => truncateSync(join(backup, "manifest.json"), 40)],
    [
      "a manifest of another schema",
      78,
      "version 999",
      (backup: string) => editManifest(backup, (manifest) => ({ ...manifest, schema: 999 })),
    ],
    [
      "a manifest of other contents",
      65,
      "manifest",
      (backup: string) => editManifest(backup, (manifest) => ({ ...manifest, counts: { users: 7 } })),
    ],
    [
      "a path that leads out",
      65,
      "outside",
      (backup: string) =>
        editManifest(backup, (manifest) => ({
          ...manifest,
          files: [{ path: "../../x", bytes: 1, sha256: "0".repeat(64) }],
        })),
    ],
  ] as const)("for %s", async ([, exitCode, text, damage]) => {
    const { data, target, key } = await makeBackup();
    damage(target, key);
    const before = rowsOf(data);
    await expect(restoreBackup({ source: target, dataDirectory: data, replace: true, now })).rejects.toMatchObject({
      exitCode,
      message: expect.stringContaining(text) as string,
    });
    expect(rowsOf(data)).toEqual(before);
    expect(readdirSync(data).filter((name) => /^(replaced|restoring)/.test(name))).toEqual([]);
  });

  test("for a data directory that holds something, unless it may be moved aside", async () => {
    const { data, target } = await makeBackup();
    await expect(restoreBackup({ source: target, dataDirectory: data, replace: false, now })).rejects.toMatchObject({
      exitCode: 78,
    });
    const { movedTo } = await restoreBackup({ source: target, dataDirectory: data, replace: true, now });
    expect(statSync(join(movedTo ?? "", "consortia.sqlite")).size).toBeGreaterThan(0);
  });

  test("while a server has the database", async () => {
    const { data, target } = await makeBackup();
    const db = await openDatabase({ file: join(data, "consortia.sqlite"), clock: () => now, ids: nextId });
    await expect(restoreBackup({ source: target, dataDirectory: data, replace: true, now })).rejects.toMatchObject({
      exitCode: 75,
    });
    await db.close();
  });
});

function editManifest(backup: string, edit: (manifest: Record<string, unknown>) => Record<string, unknown>): void {
  const file = join(backup, "manifest.json");
  writeFileSync(file, JSON.stringify(edit(JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>)));
}

/** Every row of every table, read below the program. */
function rowsOf(data: string): Record<string, unknown[]> {
  const connection = new Sqlite(join(data, "consortia.sqlite"));
  try {
    const names = connection
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      .pluck()
      .all() as string[];
    return Object.fromEntries(names.map((name) => [name, connection.prepare(`SELECT * FROM "${name}"`).all()]));
  } finally {
    connection.close();
  }
}

/** What somebody with the file in hand could do: the triggers that refuse it go first. */
function alterHistory(data: string): void {
  const connection = new Sqlite(join(data, "consortia.sqlite"));
  const triggers = connection
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'changes'")
    .pluck()
    .all() as string[];
  for (const name of triggers) connection.exec(`DROP TRIGGER "${name}"`);
  connection.exec("UPDATE changes SET action = 'removed' WHERE seq = 1");
  connection.close();
}
