import { existsSync } from "node:fs";
import { cp, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { verifyChain } from "#server/db/change-chain.ts";
import { StartupError } from "#server/db/errors.ts";
import { openDatabase } from "#server/db/open.ts";
import { copyDatabaseFile, inspectSqlite } from "#server/db/sqlite-inspection.ts";
import { storedFiles } from "#server/files/file-queries.ts";

import {
  databaseName,
  describeFile,
  filesName,
  type Manifest,
  type ManifestEntry,
  manifestName,
  syncPath,
} from "./backup-manifest.ts";

export type BackupInput = {
  dataDirectory: string;
  /** The folder to make; it must not exist. */
  target: string;
  /** Milliseconds UTC. */
  now: number;
  program: string;
};

/** `missing`: files a row refers to that were not there to be copied. */
export type BackupReport = { target: string; bytes: number; files: number; changes: number; missing: string[] };

/**
 * Writes a verified copy of the database and every stored file (security.md, R-D11), also while a server runs: under a
 * temporary name, flushed, read again, and only then renamed. Throws StartupError 65 for damaged data, 78 for a target that exists.
 */
export async function writeBackup({ dataDirectory, target, now, program }: BackupInput): Promise<BackupReport> {
  if (existsSync(target)) throw new StartupError(78, `${target} exists already; a backup never overwrites anything.`);
  const unfinished = `${target}.part`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  try {
    // The database first: a file is written before its row, so every row in the copy finds its file.
    await copyDatabaseFile(path.join(dataDirectory, databaseName), path.join(unfinished, databaseName));
    const files = await copyFiles(path.join(dataDirectory, filesName), unfinished);
    const missing = await verifyCopy(unfinished, files);
    const manifest = await manifestOf(unfinished, files, now, program);
    await writeFile(path.join(unfinished, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await syncPath(path.join(unfinished, manifestName));
    await syncPath(unfinished);
    await rename(unfinished, target);
    await syncPath(path.dirname(target));
    const bytes = manifest.database.bytes + files.reduce((sum, file) => sum + file.bytes, 0);
    return { target, bytes, files: files.length, changes: manifest.audit.seq, missing };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** Copies the stored files and describes the copies; unfinished uploads stay behind. */
async function copyFiles(source: string, folder: string): Promise<ManifestEntry[]> {
  if (!existsSync(source)) return [];
  const names = (await readdir(source, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".part"))
    .map((entry) => path.relative(source, path.join(entry.parentPath, entry.name)))
    .toSorted();
  const entries: ManifestEntry[] = [];
  for (const name of names) {
    const target = path.join(folder, filesName, name);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    // What expired since the folder was read is gone for good reason.
    const copied = await cp(path.join(source, name), target).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return false;
        throw error;
      },
    );
    if (!copied) continue;
    await syncPath(target);
    await syncPath(path.dirname(target));
    entries.push(await describeFile(folder, path.join(filesName, name)));
  }
  return entries;
}

/** Opens the copy as the program would and walks its whole history; returns files that rows miss. */
async function verifyCopy(folder: string, files: ManifestEntry[]): Promise<string[]> {
  const db = await openDatabase({
    file: path.join(folder, databaseName),
    readonly: true,
    clock: () => 0,
    ids: () => "",
  });
  try {
    const chain = await verifyChain(db.read);
    if (chain.brokenAtSeq !== null)
      throw new StartupError(
        65,
        `The history is altered at change ${chain.brokenAtSeq}; look at it with: npm run consortia -- doctor`,
      );
    const present = new Set(files.map((file) => path.posix.basename(file.path)));
    return (await storedFiles(db.read)).filter((file) => !present.has(file.key)).map((file) => file.owner);
  } finally {
    await db.close();
  }
}

async function manifestOf(folder: string, files: ManifestEntry[], now: number, program: string): Promise<Manifest> {
  const { schema, counts, audit, problems } = inspectSqlite(path.join(folder, databaseName));
  if (problems.length > 0)
    throw new StartupError(65, `The database is damaged: ${problems.join("; ")}. No backup was written.`);
  const database = await describeFile(folder, databaseName);
  return {
    format: "consortia-backup",
    formatVersion: 1,
    program,
    createdAt: new Date(now).toISOString(),
    schema,
    counts,
    audit,
    database,
    files,
  };
}
