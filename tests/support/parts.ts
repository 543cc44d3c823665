import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { pino } from "pino";

import type { Database } from "#server/db/database.ts";
import { createFolderStore } from "#server/files/file-store.ts";
import { openMailer } from "#server/mail/mailer-opening.ts";
import type { Parts } from "#server/parts.ts";
import { readSettings } from "#server/settings.ts";

import { nextId } from "./build.ts";

export type TestPartsOptions = {
  clock?: () => number;
  /** As the environment would give them, e.g. `{ CALLS_PER_MINUTE: "10" }`. */
  environment?: Record<string, string>;
};

export type TestParts = Parts & { remove(): Promise<void> };

/** The parts of the program over a test database: real files and a real outbox in a folder of their own, a silent log. */
export function makeTestParts(db: Database, { clock = Date.now, environment = {} }: TestPartsOptions = {}): TestParts {
  const folder = mkdtempSync(join(tmpdir(), "consortia-test-"));
  const settings = readSettings(
    { SECRET: "a secret of tests, long enough to be one", DATA_DIR: folder, LOG_LEVEL: "silent", ...environment },
    folder,
  );
  const mailer = openMailer(settings);
  return {
    db,
    clock,
    ids: nextId,
    mailer,
    files: createFolderStore(join(folder, "files")),
    settings,
    log: pino({ level: settings.logLevel }),
    async remove() {
      await mailer.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
