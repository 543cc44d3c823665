import pg from "pg";

import type { MigrateOptions, MigrationReport } from "./migrate.ts";
import {
  type AppliedMigration,
  knownMigrations,
  type Migration,
  migrationTable,
  pendingMigrations,
} from "./migrations.ts";

const migrationLock = 4_863_202;

/** What was applied to a PostgreSQL database, in order; nothing for an empty one. */
export async function appliedToPostgres(client: pg.Client): Promise<AppliedMigration[]> {
  const exists = await client.query("SELECT to_regclass('schema_migrations') AS found");
  if ((exists.rows[0] as { found: unknown }).found === null) return [];
  return (await client.query("SELECT number, name, checksum FROM schema_migrations ORDER BY number"))
    .rows as AppliedMigration[];
}

/** Opens a single connection, lends it, and closes it. */
export async function withPostgresClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 4000 });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Brings a PostgreSQL database up to date; servers that start at the same time wait for each other. */
export function migratePostgres(url: string, options: MigrateOptions): Promise<MigrationReport> {
  return withPostgresClient(url, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    const pending = pendingMigrations(await appliedToPostgres(client), options.known ?? knownMigrations("postgres"));
    // Checking does it all in one transaction and takes it back.
    if (options.check) await client.query("BEGIN");
    await client.query(migrationTable);
    for (const migration of pending) await applyOne(client, migration, options);
    const version = (await appliedToPostgres(client)).at(-1)?.number ?? -1;
    if (options.check) await client.query("ROLLBACK");
    return { applied: pending.map((each) => each.name), version, backup: null };
  });
}

async function applyOne(client: pg.Client, migration: Migration, { clock, check }: MigrateOptions): Promise<void> {
  const [begin, commit, rollback] = check
    ? ["SAVEPOINT one", "RELEASE SAVEPOINT one", "ROLLBACK"]
    : ["BEGIN", "COMMIT", "ROLLBACK"];
  await client.query(begin);
  try {
    await client.query(migration.text);
    const row = [migration.number, migration.name, migration.checksum, clock()];
    await client.query("INSERT INTO schema_migrations VALUES ($1, $2, $3, $4)", row);
    await client.query(commit);
  } catch (error) {
    await client.query(rollback);
    throw error;
  }
}
