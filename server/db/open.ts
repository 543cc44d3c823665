import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";

import { type Database, type DatabaseOptions, systemActor } from "./database.ts";
import { dialect } from "./dialect.ts";
import { StartupError } from "./errors.ts";
import type { Engine } from "./lane.ts";
import { lockFile } from "./lock.ts";
import { type AppliedMigration, knownMigrations, pendingMigrations } from "./migrations.ts";
import { openPostgres } from "./postgres.ts";
import { listenForChanges } from "./postgres-listener.ts";
import { appliedToPostgres, withPostgresClient } from "./postgres-migrations.ts";
import { runSnapshot } from "./snapshots.ts";
import { assertSound, openSqlite, openSqliteReader } from "./sqlite.ts";
import { appliedToSqlite } from "./sqlite-migrations.ts";
import { createTransactor } from "./transactor.ts";
import { readFacade } from "./tx.ts";
import { createWakeups } from "./wakeups.ts";

type Opened = { engine: Engine; end: () => Promise<void> };
type Wake = (seq: number | null) => void;
type Report = (error: unknown) => void;

/**
 * Opens a migrated database. Throws StartupError: 75 when another process has the file, 65 when it is damaged, 78 when
 * its schema is not the one this program knows or the settings for safe writing do not hold.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const report: Report =
    options.report ?? ((error) => process.emitWarning(error instanceof Error ? error : String(error)));
  const wakeups = createWakeups(report);
  const wake: Wake = (seq) => wakeups.wake(seq);
  const { engine, end } = options.url ? await openUrl(options.url, options, wake, report) : openFile(options);
  const transactor = createTransactor({ lane: engine.writer, options, wake, report });
  return {
    dialect,
    read: readFacade(engine.read),
    transact: (actor, work) => transactor.run("transaction", actor, work),
    housekeep: (work) => transactor.run("housekeeping", systemActor, work),
    snapshot: (work) => runSnapshot(engine, work),
    wakeups,
    condition: () => transactor.condition(),
    async close() {
      await transactor.drain();
      await end();
    },
  };
}

function openFile({ file, readonly = false, clock }: DatabaseOptions): Opened {
  assertDialect("sqlite");
  if (!file || !existsSync(file))
    throw new StartupError(78, `There is no database at ${file}. Create it: npm run consortia -- migrate`);
  const lock = readonly ? null : lockFile(file, clock);
  try {
    checkFile(file);
    const engine = openSqlite(file, readonly);
    return {
      engine,
      async end() {
        await engine.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function checkFile(file: string): void {
  const reader = openSqliteReader(file);
  try {
    assertSound(file, reader);
    assertUpToDate(appliedToSqlite(reader));
  } finally {
    reader.close();
  }
}

async function openUrl(url: string, options: DatabaseOptions, wake: Wake, report: Report): Promise<Opened> {
  assertDialect("postgres");
  await withPostgresClient(url, async (client) => assertUpToDate(await appliedToPostgres(client)));
  let closing = false;
  // A connection that is being ended may still be told that it was cut off; nobody needs to know.
  const reportUnlessClosing: Report = (error) => closing || report(error);
  const postgres = { url, instance: randomUUID(), readonly: options.readonly ?? false, report: reportUnlessClosing };
  const listener = await listenForChanges(postgres, wake);
  const engine = openPostgres(postgres);
  return {
    engine,
    async end() {
      closing = true;
      await listener.close();
      await engine.close();
    },
  };
}

// The schema was built for one of the two when the program was loaded.
function assertDialect(wanted: typeof dialect): void {
  if (dialect !== wanted)
    throw new StartupError(78, `The program was started for ${dialect} by DATABASE_URL and cannot open ${wanted}.`);
}

function assertUpToDate(applied: readonly AppliedMigration[]): void {
  const missing = pendingMigrations(applied, knownMigrations(dialect)).length;
  if (missing > 0)
    throw new StartupError(
      78,
      `The database lacks ${missing} migrations. Bring it up to date: npm run consortia -- migrate`,
    );
}
