import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { dialect } from "#server/db/dialect.ts";
import { migrateDatabase } from "#server/db/migrate.ts";
import { knownMigrations, type Migration, pendingMigrations } from "#server/db/migrations.ts";
import * as schema from "#server/db/schema/index.ts";
import { makeTestPlace, openTestPlace } from "#tests/support/database.ts";
import { runRawSql } from "#tests/support/raw-sql.ts";

const clock = () => 1000;
const known = knownMigrations(dialect);
const newest = known.length - 1;
const further = (text: string): Migration => ({ number: newest + 1, name: "further", text, checksum: text });

let place: Awaited<ReturnType<typeof makeTestPlace>>;

beforeEach(async () => {
  place = await makeTestPlace();
});
afterEach(() => place.remove());

const fileBytes = () => (place.file ? readFileSync(place.file) : null);
const applied = () => runRawSql(place, "SELECT number, name FROM schema_migrations ORDER BY number");

describe("the migrations of the program", () => {
  test("are numbered without a gap and are the same in number and name for both databases", () => {
    expect(known.map((each) => each.number)).toEqual(known.map((_, index) => index));
    const [sqlite, postgres] = [knownMigrations("sqlite"), knownMigrations("postgres")];
    expect(sqlite.map((each) => each.name)).toEqual(postgres.map((each) => each.name));
  });

  test("make every table and column of the schema: if not, run npm run migrations:generate", async () => {
    const db = await openTestPlace(place);
    for (const table of Object.values(schema) as unknown[]) {
      if (!is(table, SQLiteTable) && !is(table, PgTable)) continue;
      const name = getTableName(table);
      const columns = Object.values(getTableColumns(table)).map((column) => column.name);
      const query =
        dialect === "postgres"
          ? `SELECT column_name AS name FROM information_schema.columns WHERE table_name = '${name}'`
          : `PRAGMA table_info("${name}")`;
      expect([name, (await runRawSql(place, query)).map((row) => String(row["name"])).toSorted()]).toEqual([
        name,
        columns.toSorted(),
      ]);
    }
    await db.close();
  });

  test("are found beside the sources and applied once", async () => {
    expect(await applied()).toEqual(known.map(({ number, name }) => ({ number, name })));
    expect(await migrateDatabase({ ...place, clock })).toEqual({ applied: [], version: newest, backup: null });
  });
});

describe("refused with exit code 78 and nothing changed", () => {
  test("a database of a newer program", async () => {
    await runRawSql(place, "INSERT INTO schema_migrations VALUES (99, 'future', 'x', 0)");
    const bytes = fileBytes();
    const text = `database is of version 99, this program knows up to ${newest}; nothing was changed`;
    await expect(migrateDatabase({ ...place, clock })).rejects.toMatchObject({ exitCode: 78, message: text });
    await expect(openTestPlace(place)).rejects.toMatchObject({ exitCode: 78, message: text });
    expect(fileBytes()).toEqual(bytes);
  });

  test("a migration that was changed after it had been applied", async () => {
    await runRawSql(place, "UPDATE schema_migrations SET checksum = 'other' WHERE number = 0");
    const refusal = { exitCode: 78, message: expect.stringContaining("migration 0 (start) was changed") as string };
    await expect(migrateDatabase({ ...place, clock })).rejects.toMatchObject(refusal);
    await expect(openTestPlace(place)).rejects.toMatchObject(refusal);
  });

  test("opening a database that lacks migrations", async () => {
    await runRawSql(place, `DELETE FROM schema_migrations WHERE number = ${newest}`);
    await expect(openTestPlace(place)).rejects.toMatchObject({
      exitCode: 78,
      message: expect.stringContaining("lacks 1") as string,
    });
  });

  test("is decided from what was applied alone", () => {
    expect(pendingMigrations([], known)).toEqual(known);
    expect(pendingMigrations(known, known)).toEqual([]);
    expect(() =>
      pendingMigrations(
        known.map((each) => ({ ...each, checksum: "x" })),
        known,
      ),
    ).toThrow("was changed");
  });
});

describe("a further migration", () => {
  const text = "CREATE TABLE further (id text); INSERT INTO further VALUES ('x')";

  test("is applied", async () => {
    const report = await migrateDatabase({ ...place, clock, known: [...known, further(text)] });
    expect(report).toMatchObject({ applied: ["further"], version: newest + 1 });
    expect(await runRawSql(place, "SELECT id FROM further")).toEqual([{ id: "x" }]);
  });

  test.skipIf(dialect !== "sqlite")("is preceded by a verified backup of a file that holds something", async () => {
    const { backup } = await migrateDatabase({ ...place, clock, known: [...known, further(text)] });
    const file = join(dirname(place.file ?? ""), "backups", `before-${newest + 1}.sqlite`);
    expect(backup).toBe(file);
    expect(await runRawSql({ file }, "SELECT count(*) AS count FROM schema_migrations")).toEqual([
      { count: known.length },
    ]);
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  test("that fails leaves nothing behind", async () => {
    const failing = migrateDatabase({
      ...place,
      clock,
      known: [...known, further(`${text}; INSERT INTO missing VALUES (1)`)],
    });
    await expect(failing).rejects.toThrow("missing");
    expect(await applied()).toHaveLength(known.length);
    await expect(runRawSql(place, "SELECT id FROM further")).rejects.toThrow("further");
  });

  test("can be tried without changing anything", async () => {
    const report = await migrateDatabase({ ...place, clock, check: true, known: [...known, further(text)] });
    expect(report).toEqual({ applied: ["further"], version: newest + 1, backup: null });
    expect(await applied()).toHaveLength(known.length);
    await expect(runRawSql(place, "SELECT id FROM further")).rejects.toThrow("further");
  });
});
