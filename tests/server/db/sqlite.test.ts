import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { beforeEach, describe, expect, test } from "vitest";

import { systemActor } from "#server/db/database.ts";
import { dialect } from "#server/db/dialect.ts";
import { lockFile } from "#server/db/lock.ts";
import { migrateDatabase } from "#server/db/migrate.ts";
import { knownMigrations } from "#server/db/migrations.ts";
import { changes } from "#server/db/schema/index.ts";
import { openSqliteReader, openSqliteWriter } from "#server/db/sqlite.ts";
import { makeTestPlace, openTestPlace } from "#tests/support/database.ts";
import { runRawSql } from "#tests/support/raw-sql.ts";

const clock = () => Date.UTC(2026, 10, 23, 12);

describe.skipIf(dialect !== "sqlite")("on SQLite", () => {
  let file: string;

  beforeEach(async () => {
    file = (await makeTestPlace()).file ?? "";
  });

  describe("durability", () => {
    test("synchronous is FULL after a write, though this build would fall back to NORMAL in WAL", () => {
      const writer = openSqliteWriter(file);
      expect(writer.pragma("compile_options", { simple: false })).toContainEqual({
        compile_options: "DEFAULT_WAL_SYNCHRONOUS=1",
      });
      writer.exec("INSERT INTO settings VALUES ('a', '1')");
      expect(writer.pragma("synchronous", { simple: true })).toBe(2);
      expect(writer.pragma("journal_mode", { simple: true })).toBe("wal");
      expect(writer.pragma("foreign_keys", { simple: true })).toBe(1);
      expect(writer.pragma("busy_timeout", { simple: true })).toBe(5000);
      writer.close();
    });

    test("reading connections cannot write", () => {
      const reader = openSqliteReader(file);
      expect(() => reader.exec("INSERT INTO settings VALUES ('a', '1')")).toThrow("readonly");
      reader.close();
    });

    test("the log is written back when the database is closed", async () => {
      const db = await openTestPlace({ file });
      await db.transact(systemActor, (tx) =>
        tx.record({ entity: "project", entityId: "p", action: "edit", before: null, after: { a: 1 } }),
      );
      await db.close();
      const alone = `${file}.alone`;
      copyFileSync(file, alone);
      expect(await runRawSql({ file: alone }, "SELECT count(*) AS count FROM changes")).toEqual([{ count: 1 }]);
    });
  });

  describe("one process per file", () => {
    test("a second opening is refused with exit code 75, naming the process and the time; the first goes on", async () => {
      const db = await openTestPlace({ file }, { clock });
      const refusal = {
        exitCode: 75,
        message: expect.stringMatching(
          `already in use by pid ${process.pid} .*since 2026-11-23T12:00:00.000Z`,
        ) as string,
      };
      await expect(openTestPlace({ file })).rejects.toMatchObject(refusal);
      await expect(migrateDatabase({ file, clock })).rejects.toMatchObject(refusal);
      await db.transact(systemActor, (tx) =>
        tx.record({ entity: "project", entityId: "p", action: "edit", before: null, after: { a: 1 } }),
      );
      const onlooker = await openTestPlace({ file }, { readonly: true });
      expect(await onlooker.read.$count(changes)).toBe(1);
      await expect(onlooker.transact(systemActor, async () => 1)).rejects.toMatchObject({ appCode: "READ_ONLY" });
      expect(onlooker.condition()).toBe("readonly");
      await onlooker.close();
      await db.close();
      await (await openTestPlace({ file })).close();
    });

    test("the lock of a process that was killed holds nobody up", async () => {
      const script = `const { lockFile } = await import(${JSON.stringify(new URL("../../../server/db/lock.ts", import.meta.url).href)});
        lockFile(${JSON.stringify(file)}, Date.now); console.log("locked"); setInterval(() => {}, 1000);`;
      const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      await once(child.stdout, "data");
      expect(() => lockFile(file, clock)).toThrow(`pid ${child.pid}`);
      child.kill("SIGKILL");
      await once(child, "exit");
      const db = await openTestPlace({ file });
      await db.close();
    });

    test("a lock file that is no lock file is replaced", async () => {
      writeFileSync(
        `${file}.lock`,
        "1234\n2026-01-01 and so on, long enough to be looked at as a database header".repeat(20),
      );
      const db = await openTestPlace({ file });
      expect(() => lockFile(file, clock)).toThrow("in use");
      await db.close();
    });
  });

  describe("a damaged file is refused with exit code 65 and left as it is", () => {
    test.each([
      ["overwritten", (path: string) => writeFileSync(path, "nothing like a database".repeat(500))],
      ["cut off", (path: string) => truncateSync(path, 40_960)],
    ])("%s", async (_, damage) => {
      damage(file);
      const bytes = readFileSync(file);
      await expect(openTestPlace({ file })).rejects.toMatchObject({
        exitCode: 65,
        message: expect.stringContaining("restore") as string,
      });
      await expect(migrateDatabase({ file, clock })).rejects.toMatchObject({ exitCode: 65 });
      expect(readFileSync(file)).toEqual(bytes);
    });
  });

  test("a missing file and the other database's address are refused with exit code 78", async () => {
    await expect(openTestPlace({ file: join(file, "../missing.sqlite") })).rejects.toMatchObject({ exitCode: 78 });
    await expect(openTestPlace({ url: "postgres://localhost/x" })).rejects.toMatchObject({ exitCode: 78 });
  });

  describe("rebuilding a table in a migration", () => {
    const known = knownMigrations("sqlite");
    const migrate = (text: string) =>
      migrateDatabase({
        file,
        clock,
        known: [...known, { number: known.length, name: "rebuild", text, checksum: text }],
      });

    beforeEach(async () => {
      await runRawSql(
        { file },
        `CREATE TABLE parents (id text PRIMARY KEY);
        CREATE TABLE children (id text PRIMARY KEY, parent text REFERENCES parents(id) ON DELETE CASCADE);
        INSERT INTO parents VALUES ('p'); INSERT INTO children VALUES ('c', 'p')`,
      );
    });

    test("keeps the rows that refer to it", async () => {
      await migrate(
        "CREATE TABLE fresh (id text PRIMARY KEY); INSERT INTO fresh SELECT id FROM parents; DROP TABLE parents; ALTER TABLE fresh RENAME TO parents",
      );
      expect(await runRawSql({ file }, "SELECT id FROM children")).toEqual([{ id: "c" }]);
    });

    test("is taken back when a row would be left without the one it refers to", async () => {
      await expect(migrate("DELETE FROM parents")).rejects.toThrow("leaves 1 rows");
      expect(await runRawSql({ file }, "SELECT id FROM parents")).toEqual([{ id: "p" }]);
    });
  });
});
