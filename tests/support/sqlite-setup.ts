import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TestProject } from "vitest/node";

import { migrateDatabase } from "#server/db/migrate.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A folder for this run's databases, removed at its end. */
    databaseFolder: string;
    /** A migrated, empty SQLite file to copy. */
    sqliteTemplate: string;
  }
}

/** Migrates one file for the whole run; every test copies it. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "consortia-tests-"));
  const template = join(folder, "template.sqlite");
  await migrateDatabase({ file: template, clock: Date.now });
  project.provide("databaseFolder", folder);
  project.provide("sqliteTemplate", template);
  return () => rmSync(folder, { recursive: true, force: true });
}
