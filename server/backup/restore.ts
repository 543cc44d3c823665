import { existsSync, readdirSync } from "node:fs";
import { cp, mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";

import { StartupError } from "#server/db/errors.ts";
import { lockFile } from "#server/db/lock.ts";
import { knownMigrations } from "#server/db/migrations.ts";
import { forgetCredentials } from "#server/db/sqlite-credentials.ts";
import { inspectSqlite } from "#server/db/sqlite-inspection.ts";

import { databaseName, describeFile, filesName, type Manifest, readManifest, syncPath } from "./backup-manifest.ts";

export type RestoreInput = {
  /** The backup folder. */
  source: string;
  dataDirectory: string;
  /** Moves present data aside instead of refusing. */
  replace: boolean;
  /** Milliseconds UTC. */
  now: number;
};

/** `movedTo`: where the data of before lies now, or null when there was none; `ended`: sessions and links that went. */
export type RestoreReport = { manifest: Manifest; movedTo: string | null; ended: number };

/**
 * Brings back a backup (security.md, R-D12): everything is verified before anything is touched, present data is moved aside and
 * never deleted, nobody stays signed in. Throws StartupError 65 naming what is damaged, 75 while a server runs, 78 for
 * a backup of a newer program or a data directory in use.
 */
export async function restoreBackup({ source, dataDirectory, replace, now }: RestoreInput): Promise<RestoreReport> {
  const manifest = readManifest(source);
  await verifyBackup(source, manifest);
  const present = [databaseName, `${databaseName}-wal`, `${databaseName}-shm`, filesName].filter((name) =>
    existsSync(path.join(dataDirectory, name)),
  );
  if (present.length > 0 && !replace) {
    throw new StartupError(
      78,
      `${dataDirectory} holds data already. Nothing was changed. To move it aside and restore: add --replace`,
    );
  }
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const lock = lockFile(path.join(dataDirectory, databaseName), () => now);
  try {
    const mark = new Date(now).toISOString().replaceAll(/[:.]/g, "-");
    const staged = path.join(dataDirectory, `restoring-${mark}`);
    const ended = await stage(source, staged, manifest);
    const movedTo = present.length > 0 ? path.join(dataDirectory, `replaced-${mark}`) : null;
    if (movedTo) await moveAll(dataDirectory, movedTo, present);
    await moveAll(staged, dataDirectory, readdirSync(staged));
    await rm(staged, { recursive: true });
    await syncPath(dataDirectory);
    return { manifest, movedTo, ended };
  } finally {
    lock.release();
  }
}

/** Throws StartupError unless every file is there with its size and hash, and the database is sound and holds what it should. */
async function verifyBackup(source: string, manifest: Manifest): Promise<void> {
  const known = knownMigrations("sqlite").at(-1)?.number ?? -1;
  if (manifest.schema > known) {
    throw new StartupError(
      78,
      `The backup is of version ${manifest.schema}, this program knows up to ${known}; nothing was changed.`,
    );
  }
  for (const wanted of [manifest.database, ...manifest.files]) {
    const file = insideOf(source, wanted.path);
    if (!existsSync(file))
      throw new StartupError(65, `The backup is not complete: ${wanted.path} is missing. Nothing was changed.`);
    const found = await describeFile(source, wanted.path);
    if (found.bytes !== wanted.bytes)
      throw new StartupError(
        65,
        `The backup is damaged: ${wanted.path} has ${found.bytes} bytes instead of ${wanted.bytes}. Nothing was changed.`,
      );
    if (found.sha256 !== wanted.sha256)
      throw new StartupError(
        65,
        `The backup is damaged: ${wanted.path} is not what was saved (SHA-256 differs). Nothing was changed.`,
      );
  }
  const found = inspectSqlite(path.join(source, databaseName));
  if (found.problems.length > 0)
    throw new StartupError(
      65,
      `The database in the backup is damaged: ${found.problems.join("; ")}. Nothing was changed.`,
    );
  const same =
    JSON.stringify([found.schema, found.counts, found.audit]) ===
    JSON.stringify([manifest.schema, manifest.counts, manifest.audit]);
  if (!same)
    throw new StartupError(
      65,
      "The backup's manifest tells of other contents than the database holds. Nothing was changed.",
    );
}

/** A manifest is a file anybody may have written: its paths stay inside the backup. */
function insideOf(source: string, relative: string): string {
  const file = path.resolve(source, relative);
  if (!file.startsWith(path.resolve(source) + path.sep))
    throw new StartupError(65, `The manifest names a file outside of the backup: ${relative}. Nothing was changed.`);
  return file;
}

async function stage(source: string, staged: string, manifest: Manifest): Promise<number> {
  await mkdir(staged, { mode: 0o700 });
  try {
    for (const { path: relative } of [manifest.database, ...manifest.files]) {
      const target = path.join(staged, relative);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      await cp(path.join(source, relative), target);
      await syncPath(target);
      await syncPath(path.dirname(target));
    }
    return forgetCredentials(path.join(staged, databaseName));
  } catch (error) {
    await rm(staged, { recursive: true, force: true });
    throw error;
  }
}

async function moveAll(from: string, to: string, names: string[]): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of names) await rename(path.join(from, name), path.join(to, name));
  await syncPath(to);
}
