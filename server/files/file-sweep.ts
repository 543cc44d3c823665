import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";

import type { ReadDb } from "#server/db/database.ts";

import { storedFiles } from "./file-queries.ts";

const spareMs = 24 * 3_600_000;

/**
 * Removes stored files no row refers to, once they are a day old: bytes come before their row, so younger ones may
 * still get it. Gives the number removed; `now` in ms UTC of this computer, which also dates the files.
 */
export async function sweepFiles(db: ReadDb, folder: string, now: number): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const wanted = new Set((await storedFiles(db)).map((file) => file.key));
  let removed = 0;
  for (const entry of entries) {
    if (!entry.isFile() || wanted.has(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const found = await stat(file).catch(() => null);
    if (found === null || now - found.mtimeMs < spareMs) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}
