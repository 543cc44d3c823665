import { constants, existsSync, statSync } from "node:fs";
import { access, readdir } from "node:fs/promises";
import path from "node:path";

import { desc } from "drizzle-orm";

import { verifyChain } from "#server/db/change-chain.ts";
import type { ReadDb } from "#server/db/database.ts";
import { changes } from "#server/db/schema/index.ts";
import { inspectSqlite } from "#server/db/sqlite-inspection.ts";
import { storedFiles } from "#server/files/file-queries.ts";
import { freeBytes } from "#server/http/health.ts";
import type { Settings } from "#server/settings.ts";

export type Finding = { name: string; state: "ok" | "warning" | "bad"; text: string };

const good = (name: string, text: string): Finding => ({ name, state: "ok", text });
const warning = (name: string, text: string): Finding => ({ name, state: "warning", text });
const bad = (name: string, text: string): Finding => ({ name, state: "bad", text });

/** The data directory: there, writable, its secret readable by its owner alone. */
export async function checkSettings(settings: Settings): Promise<Finding[]> {
  const folder = settings.dataDirectory;
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  const findings = [
    writable ? good("data directory", folder) : bad("data directory", `${folder} is missing or cannot be written`),
  ];
  const secret = path.join(folder, "secret");
  if (settings.secret === null && existsSync(secret) && process.platform !== "win32") {
    const open = (statSync(secret).mode & 0o077) !== 0;
    findings.push(
      open
        ? bad("secret", `${secret} can be read by other users of this computer: chmod 600 ${secret}`)
        : good("secret", "readable by its owner alone"),
    );
  }
  return findings;
}

/** Free space on the disk of the data directory. */
export async function checkSpace(settings: Settings): Promise<Finding> {
  const free = await freeBytes(settings.dataDirectory);
  if (free === null) return warning("free space", "cannot be told");
  const text = `${Math.floor(free / 1_000_000)} MB free`;
  return free < 500 * 1024 * 1024
    ? warning("free space", `${text}; below 500 MB saving may soon fail`)
    : good("free space", text);
}

/** Every page of the SQLite file and every reference between its rows. */
export function checkFile(file: string): Finding {
  if (!existsSync(file)) return bad("database file", `${file} does not exist; npm start makes it`);
  try {
    const { problems } = inspectSqlite(file);
    return problems.length === 0
      ? good("database file", "integrity and references are sound")
      : bad("database file", problems.join("; "));
  } catch (error) {
    return bad("database file", `${file} cannot be read: ${(error as Error).message}`);
  }
}

/** The chain of hashes over the history: names the first change that was altered, removed or slipped in. */
export async function checkHistory(db: ReadDb): Promise<Finding> {
  const { count, brokenAtSeq } = await verifyChain(db);
  if (brokenAtSeq === null) return good("history", `${count} changes, unbroken`);
  return bad("history", `altered at change ${brokenAtSeq}: the row does not fit its hash or the one before it`);
}

/** The clock, judged by the last change: nothing can have been saved in the future. */
export async function checkClock(db: ReadDb, now: number): Promise<Finding> {
  const [last] = await db.select({ at: changes.at }).from(changes).orderBy(desc(changes.seq)).limit(1);
  const ahead = last ? last.at - now : 0;
  if (ahead > 300_000)
    return warning(
      "clock",
      `the last change is ${Math.round(ahead / 60_000)} minutes in the future; this computer's clock went back`,
    );
  return good("clock", new Date(now).toISOString());
}

/** Stored files against the rows that refer to them, both ways. */
export async function checkFiles(db: ReadDb, folder: string): Promise<Finding> {
  const wanted = await storedFiles(db);
  const present = existsSync(folder)
    ? (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    : [];
  const sizes = new Map(present.map((entry) => [entry.name, statSync(path.join(entry.parentPath, entry.name)).size]));
  const damaged = wanted.flatMap(({ key, bytes, owner }) => {
    const size = sizes.get(key);
    if (size === undefined) return [`the file of ${owner} is missing`];
    return bytes !== null && size !== bytes ? [`the file of ${owner} has ${size} bytes instead of ${bytes}`] : [];
  });
  if (damaged.length > 0) return bad("files", damaged.slice(0, 20).join("; "));
  const keys = new Set(wanted.map((file) => file.key));
  const orphans = present.filter((entry) => !keys.has(entry.name)).length;
  return orphans > 0
    ? warning("files", `${wanted.length} sound; ${orphans} belong to nothing any more`)
    : good("files", `${wanted.length} sound`);
}
