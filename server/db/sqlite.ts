import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";

import type { Builder } from "./database.ts";
import { driverError, StartupError } from "./errors.ts";
import { createQueue, type Engine, type Lane } from "./lane.ts";
import { assertInsideSpan, type Span } from "./scope.ts";
import { guardStatements } from "./sqlite-statements.ts";

const oldestVersion = [3, 51, 3];

/** Opens the one connection that writes. Throws StartupError 78 when the library is too old or a setting does not hold. */
export function openSqliteWriter(file: string): Sqlite.Database {
  const connection = new Sqlite(file, { timeout: 5000 });
  try {
    assertVersion(connection.prepare("select sqlite_version()").pluck().get() as string);
    connection.pragma("journal_mode = WAL");
    // After WAL: this build falls back to NORMAL there, and a power cut would lose acknowledged writes.
    connection.pragma("synchronous = FULL");
    connection.pragma("foreign_keys = ON");
    const found = ["journal_mode", "synchronous", "foreign_keys", "busy_timeout"].map((name) =>
      connection.pragma(name, { simple: true }),
    );
    if (found.join() !== "wal,2,1,5000")
      throw new StartupError(78, `SQLite did not take the settings for safe writing: ${found.join()}`);
    return connection;
  } catch (error) {
    connection.close();
    throw corruption(file, error);
  }
}

/** Throws StartupError 65 when the file is damaged. */
export function assertSound(file: string, connection: Sqlite.Database): void {
  let finding: unknown;
  try {
    finding = connection.pragma("quick_check(1)", { simple: true });
  } catch (error) {
    throw corruption(file, error);
  }
  if (finding !== "ok") throw corruption(file, Object.assign(new Error(String(finding)), { code: "SQLITE_CORRUPT" }));
}

function corruption(file: string, error: unknown): unknown {
  const code = driverError(error)?.code ?? "";
  if (!code.startsWith("SQLITE_CORRUPT") && code !== "SQLITE_NOTADB") return error;
  return new StartupError(
    65,
    `The database ${file} is damaged (${(error as Error).message}). Nothing was changed. Restore the last backup: npm run consortia -- restore <backup> --replace`,
    { cause: error },
  );
}

function assertVersion(version: string): void {
  const parts = version.split(".").map(Number);
  const difference = oldestVersion.map((oldest, index) => (parts[index] ?? 0) - oldest).find((each) => each !== 0) ?? 0;
  if (difference < 0)
    throw new StartupError(78, `SQLite ${oldestVersion.join(".")} or later is needed, this is ${version}`);
}

/** A connection on an existing file that cannot write. Throws StartupError 65 when the file is no database. */
export function openSqliteReader(file: string): Sqlite.Database {
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    connection.pragma("cache_size = -65536");
    return connection;
  } catch (error) {
    connection.close();
    throw corruption(file, error);
  }
}

function builderOn(connection: Sqlite.Database, check: () => Span | null): Builder {
  return drizzle({ client: guardStatements(connection, check), logger: false }) as unknown as Builder;
}

function laneOn(connection: Sqlite.Database, begin: string): Lane {
  let held: Span | null = null;
  const check = (): Span => {
    assertInsideSpan(held);
    return held;
  };
  return {
    db: builderOn(connection, check),
    async begin(span) {
      connection.exec(begin);
      held = span;
    },
    async commit() {
      connection.exec("COMMIT");
    },
    async rollback() {
      // A full disk may have ended the transaction already.
      if (connection.inTransaction) connection.exec("ROLLBACK");
    },
  };
}

/** The embedded database: one writing, one reading and one snapshot connection on the same file. */
export function openSqlite(file: string, readonly: boolean): Engine {
  const writer = readonly ? null : openSqliteWriter(file);
  const reader = openSqliteReader(file);
  const viewer = openSqliteReader(file);
  const snapshotQueue = createQueue();
  // The first read fixes the view; a bare BEGIN would leave it open until then.
  const snapshots = laneOn(viewer, "BEGIN; SELECT count(*) FROM sqlite_schema");
  return {
    read: builderOn(reader, () => null),
    writer: writer && laneOn(writer, "BEGIN IMMEDIATE"),
    withSnapshotLane: (use) => snapshotQueue(() => use(snapshots)),
    async close() {
      await snapshotQueue(async () => undefined);
      viewer.close();
      reader.close();
      writer?.close();
    },
  };
}
