import { StartupError } from "./errors.ts";
import type { Migration } from "./migrations.ts";
import { migratePostgres } from "./postgres-migrations.ts";
import { migrateSqlite } from "./sqlite-migrations.ts";

export type MigrateOptions = {
  /** Milliseconds UTC. */
  clock: () => number;
  /** Tries it on a copy (SQLite) or takes it back (PostgreSQL) and changes nothing. */
  check?: boolean;
  /** Instead of the migrations the program brings. */
  known?: readonly Migration[];
};

/** `version`: number of the newest migration the database has now (or would have); `backup`: file written before. */
export type MigrationReport = { applied: string[]; version: number; backup: string | null };

/**
 * Applies what is missing, one transaction each, forward only. Throws StartupError 78 for a database of a newer program
 * or a changed migration, 75 when a server has the file open, 65 when it is damaged; nothing is changed then.
 */
export async function migrateDatabase(
  options: MigrateOptions & { url?: string | undefined; file?: string | undefined },
): Promise<MigrationReport> {
  if (options.url) return await migratePostgres(options.url, options);
  if (options.file) return await migrateSqlite(options.file, options);
  throw new StartupError(78, "Neither a database file nor an address of a PostgreSQL server was given.");
}
