import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";

import Sqlite from "better-sqlite3";

import { assertSound } from "./sqlite.ts";

/**
 * Copies an open database to `target` while it is in use (SQLite's online backup), checks the copy by opening it, and
 * only then gives it its name, durably. A damaged copy leaves nothing behind; throws StartupError 65.
 */
export async function copySqlite(source: Sqlite.Database, target: string): Promise<void> {
  mkdirSync(dirname(target), { recursive: true });
  const unfinished = `${target}.part`;
  try {
    await source.backup(unfinished);
    const copy = new Sqlite(unfinished);
    try {
      // One file without a log beside it: that is what people move around.
      copy.pragma("journal_mode = DELETE");
      assertSound(unfinished, copy);
    } finally {
      copy.close();
    }
    sync(unfinished, "r+");
    renameSync(unfinished, target);
    if (process.platform !== "win32") sync(dirname(target), "r");
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function sync(path: string, mode: "r" | "r+"): void {
  const handle = openSync(path, mode);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
