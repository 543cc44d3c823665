import type { TestProject } from "vitest/node";

import { migrateDatabase } from "#server/db/migrate.ts";

import { createPostgresDatabase, dropPostgresDatabase, startPostgres } from "./postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server that tests make their databases on. */
    postgresServer: string;
    /** A migrated, empty database to copy. */
    postgresTemplate: string;
  }
}

/** Starts the server (or takes the one of TEST_DATABASE_URL) and migrates the database that every test copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const template = `consortia_template_${process.pid}`;
  const url = await createPostgresDatabase(server.url, template);
  await migrateDatabase({ url, clock: Date.now });
  project.provide("postgresServer", server.url);
  project.provide("postgresTemplate", template);
  return async () => {
    await dropPostgresDatabase(server.url, template);
    await server.stop();
  };
}
