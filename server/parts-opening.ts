import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";

import { openDatabase } from "#server/db/open.ts";
import { migrateDatabase } from "#server/db/migrate.ts";
import { createFolderStore } from "#server/files/file-store.ts";
import { createLog } from "#server/log.ts";
import { openMailer } from "#server/mail/mailer-opening.ts";
import type { Parts } from "#server/parts.ts";
import { loadSecret } from "#server/secret.ts";
import type { Settings } from "#server/settings.ts";
import { uuidv7 } from "#shared/ids.ts";

type OpeningOptions = { readonly?: boolean; migrate?: boolean };

export type OpenedParts = Parts & { close(): Promise<void> };

/** Where the embedded database lies. */
export function databaseFile(settings: Settings): string {
  return path.join(settings.dataDirectory, "consortia.sqlite");
}

/** Address or file of the database the settings choose. */
export function databaseChoice(settings: Settings): { url?: string; file?: string } {
  return settings.databaseUrl === null ? { file: databaseFile(settings) } : { url: settings.databaseUrl };
}

/**
 * Opens everything the program works with; by default the database is made and brought up to date first. Throws
 * StartupError as `openDatabase` does. `close` gives all of it back.
 */
export async function openParts(
  settings: Settings,
  { readonly = false, migrate = !readonly }: OpeningOptions = {},
): Promise<OpenedParts> {
  mkdirSync(settings.dataDirectory, { recursive: true, mode: 0o700 });
  const secret = loadSecret(settings.secret, settings.dataDirectory);
  const log = createLog(settings.logLevel);
  const clock = settings.fixedClock === null ? Date.now : () => settings.fixedClock ?? 0;
  const ids = () => uuidv7(clock(), randomBytes(10));
  const choice = databaseChoice(settings);
  if (migrate) {
    const { applied, backup } = await migrateDatabase({ ...choice, clock });
    if (applied.length > 0) log.info({ applied, backup }, "database brought up to date");
  }
  const db = await openDatabase({
    ...choice,
    clock,
    ids,
    readonly,
    report: (error) => log.error({ err: error }, "database trouble outside of a call"),
  });
  const mailer = openMailer(settings);
  const files = createFolderStore(path.join(settings.dataDirectory, "files"));
  return {
    db,
    clock,
    ids,
    mailer,
    files,
    log,
    settings: { ...settings, secret },
    async close() {
      await db.close();
      await mailer.close();
    },
  };
}
