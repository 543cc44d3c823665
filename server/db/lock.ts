import { rmSync } from "node:fs";
import { hostname } from "node:os";

import Sqlite from "better-sqlite3";

import { driverError, StartupError } from "./errors.ts";

export type FileLock = { release(): void };

/**
 * Takes the lock `<file>.lock`: one process per SQLite file. Throws StartupError 75 with the pid and start time of
 * the process that has it. The lock is the kernel's and ends with its process, however that ends; nothing goes stale.
 */
export function lockFile(file: string, clock: () => number): FileLock {
  const path = `${file}.lock`;
  const connection = openLock(path);
  try {
    connection.exec(
      "BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS holder (pid INTEGER, host TEXT, since INTEGER); DELETE FROM holder",
    );
    connection.prepare("INSERT INTO holder VALUES (?, ?, ?)").run(process.pid, hostname(), clock());
    connection.exec("COMMIT; BEGIN IMMEDIATE");
  } catch (error) {
    if (!driverError(error)?.code.startsWith("SQLITE_BUSY")) {
      connection.close();
      throw error;
    }
    const refusal = inUse(file, connection);
    connection.close();
    throw refusal;
  }
  return {
    release: () => connection.close(),
  };
}

function openLock(path: string): Sqlite.Database {
  const connection = new Sqlite(path, { timeout: 0 });
  // The holder is read while the lock is held, so the journal is kept beside; it need not outlive a power cut.
  try {
    connection.pragma("journal_mode = DELETE");
    connection.pragma("synchronous = OFF");
    return connection;
  } catch (error) {
    connection.close();
    if (driverError(error)?.code !== "SQLITE_NOTADB") throw error;
    rmSync(path);
    return openLock(path);
  }
}

function inUse(file: string, connection: Sqlite.Database): StartupError {
  const holder = readHolder(connection);
  const who = holder
    ? `pid ${holder.pid} on ${holder.host} since ${new Date(holder.since).toISOString()}`
    : "a process that is just starting";
  return new StartupError(75, `${file} is already in use by ${who}. Stop that process first; nothing was changed.`);
}

function readHolder(connection: Sqlite.Database): { pid: number; host: string; since: number } | null {
  try {
    return (
      (connection.prepare("SELECT pid, host, since FROM holder").get() as
        | { pid: number; host: string; since: number }
        | undefined) ?? null
    );
  } catch {
    return null;
  }
}
