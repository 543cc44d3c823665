import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

import type Sqlite from "better-sqlite3";

import { lockFile } from "./lock.ts";
import type { MigrateOptions, MigrationReport } from "./migrate.ts";
import {
  type AppliedMigration,
  knownMigrations,
  type Migration,
  migrationTable,
  pendingMigrations,
} from "./migrations.ts";
import { assertSound, openSqliteReader, openSqliteWriter } from "./sqlite.ts";
import { copySqlite } from "./sqlite-copy.ts";

/** What was applied to an open file, in order; nothing for an empty one. */
export function appliedToSqlite(connection: Sqlite.Database): AppliedMigration[] {
  const exists = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migrations'").get();
  if (!exists) return [];
  return connection
    .prepare("SELECT number, name, checksum FROM schema_migrations ORDER BY number")
    .all() as AppliedMigration[];
}

/** Brings a SQLite file up to date under its lock, after a verified backup when it holds anything. */
export async function migrateSqlite(file: string, options: MigrateOptions): Promise<MigrationReport> {
  mkdirSync(dirname(file), { recursive: true });
  const lock = lockFile(file, options.clock);
  try {
    const pending = pendingIn(file, options.known ?? knownMigrations("sqlite"));
    if (options.check) return await checkOnCopy(file, pending, options);
    return await apply(file, pending, options);
  } finally {
    lock.release();
  }
}

// Looked at without writing: a file of a newer program is left as it is, to the byte.
function pendingIn(file: string, known: readonly Migration[]): Migration[] {
  if (!existsSync(file)) return [...known];
  const reader = openSqliteReader(file);
  try {
    assertSound(file, reader);
    return pendingMigrations(appliedToSqlite(reader), known);
  } finally {
    reader.close();
  }
}

async function apply(file: string, pending: Migration[], { clock }: MigrateOptions): Promise<MigrationReport> {
  const writer = openSqliteWriter(file);
  try {
    const [first] = pending;
    const backup = first && first.number > 0 ? join(dirname(file), "backups", `before-${first.number}.sqlite`) : null;
    if (backup) await copySqlite(writer, backup);
    writer.pragma("foreign_keys = OFF");
    writer.exec(migrationTable);
    for (const migration of pending) applyOne(writer, migration, clock());
    writer.pragma("foreign_keys = ON");
    return { applied: pending.map((each) => each.name), version: appliedToSqlite(writer).at(-1)?.number ?? -1, backup };
  } finally {
    writer.close();
  }
}

// With foreign keys on, rebuilding a table would delete the rows that refer to it.
function applyOne(writer: Sqlite.Database, migration: Migration, at: number): void {
  writer.exec("BEGIN IMMEDIATE");
  try {
    writer.exec(migration.text);
    const orphans = writer.pragma("foreign_key_check") as { table: string }[];
    if (orphans.length > 0)
      throw new Error(
        `migration ${migration.number} leaves ${orphans.length} rows without the row they refer to, the first in ${orphans[0]?.table}`,
      );
    writer
      .prepare("INSERT INTO schema_migrations VALUES (?, ?, ?, ?)")
      .run(migration.number, migration.name, migration.checksum, at);
    writer.exec("COMMIT");
  } catch (error) {
    if (writer.inTransaction) writer.exec("ROLLBACK");
    throw error;
  }
}

async function checkOnCopy(file: string, pending: Migration[], options: MigrateOptions): Promise<MigrationReport> {
  const copy = `${file}.check-${process.pid}`;
  try {
    if (existsSync(file)) {
      const reader = openSqliteReader(file);
      await copySqlite(reader, copy).finally(() => reader.close());
    }
    const report = await apply(copy, pending, { ...options, check: false });
    if (report.backup) rmSync(report.backup);
    return { ...report, backup: null };
  } finally {
    for (const end of ["", "-wal", "-shm"]) rmSync(`${copy}${end}`, { force: true });
  }
}
