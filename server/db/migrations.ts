import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { Dialect } from "./dialect.ts";
import { StartupError } from "./errors.ts";

export type Migration = { number: number; name: string; text: string; checksum: string };
export type AppliedMigration = { number: number; name: string; checksum: string };

/** Where applied migrations are written down, by both databases. */
export const migrationTable = `CREATE TABLE IF NOT EXISTS schema_migrations (
  number integer PRIMARY KEY NOT NULL, name text NOT NULL, checksum text NOT NULL, applied_at bigint NOT NULL)`;

/** The migrations that this program brings, in order: `<project>/migrations/<dialect>/0000_name.sql`. */
export function knownMigrations(dialect: Dialect): Migration[] {
  const folder = join(migrationsFolder(import.meta.dirname), dialect);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .toSorted();
  return files.map((file) => {
    // The same bytes whatever git made of the line ends.
    const text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n");
    return {
      number: Number(file.slice(0, 4)),
      name: file.slice(5, -4),
      text,
      checksum: createHash("sha256").update(text).digest("hex"),
    };
  });
}

// From the sources it lies two folders up, from a bundle in dist/server too; searched, so that both may move.
function migrationsFolder(from: string): string {
  const candidate = join(from, "migrations");
  if (existsSync(join(candidate, "sqlite"))) return candidate;
  const parent = dirname(from);
  if (parent === from) throw new StartupError(78, "The folder migrations/ is missing beside the program.");
  return migrationsFolder(parent);
}

/**
 * The migrations still to be applied. Throws StartupError 78 when the database knows more than this program, or when
 * one that was applied reads differently now.
 */
export function pendingMigrations(applied: readonly AppliedMigration[], known: readonly Migration[]): Migration[] {
  const version = applied.at(-1)?.number ?? -1;
  const newest = known.at(-1)?.number ?? -1;
  if (version > newest) {
    throw new StartupError(
      78,
      `database is of version ${version}, this program knows up to ${newest}; nothing was changed`,
    );
  }
  for (const each of applied) {
    const same = known.find((migration) => migration.number === each.number);
    if (same?.checksum === each.checksum) continue;
    throw new StartupError(
      78,
      `migration ${each.number} (${each.name}) was changed after it had been applied; nothing was changed`,
    );
  }
  return known.filter((migration) => migration.number > version);
}
