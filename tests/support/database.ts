import { randomBytes } from "node:crypto";
import { copyFileSync } from "node:fs";
import { join } from "node:path";

import { inject, onTestFinished } from "vitest";

import type { Database, DatabaseOptions } from "#server/db/database.ts";
import { dialect } from "#server/db/dialect.ts";
import { openDatabase } from "#server/db/open.ts";
import { uuidv7 } from "#shared/ids.ts";

import { createPostgresDatabase, dropPostgresDatabase } from "./postgres.ts";

export type TestPlace = { url?: string; file?: string };

/** A copy of the migrated template, not opened: a file, or a database on the test server. */
export async function makeTestPlace(): Promise<TestPlace & { remove(): Promise<void> }> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  if (dialect === "postgres") {
    const server = inject("postgresServer");
    const url = await createPostgresDatabase(server, name, inject("postgresTemplate"));
    return { url, remove: () => dropPostgresDatabase(server, name) };
  }
  const file = join(inject("databaseFolder"), `${name}.sqlite`);
  copyFileSync(inject("sqliteTemplate"), file);
  // The folder goes at the end of the run.
  return { file, remove: async () => undefined };
}

/** Opens a database made by `makeTestPlace` with the clock and identifiers of tests. */
export function openTestPlace(place: TestPlace, options: Partial<DatabaseOptions> = {}): Promise<Database> {
  return openDatabase({ url: place.url, file: place.file, clock: Date.now, ids: newTestId, ...options });
}

/**
 * A migrated, empty database of the running dialect for one test. Closed when the test ends; called in `beforeAll`,
 * it has to be closed by `afterAll`.
 */
export async function openTestDatabase(options: Partial<DatabaseOptions> = {}): Promise<Database> {
  const place = await makeTestPlace();
  const database = await openTestPlace(place, options);
  let closed: Promise<void> | null = null;
  const close = () => (closed ??= database.close().then(() => place.remove()));
  whenTestEnds(close);
  return { ...database, close };
}

function newTestId(): string {
  return uuidv7(Date.now(), randomBytes(10));
}

function whenTestEnds(close: () => Promise<void>): void {
  try {
    onTestFinished(close);
  } catch {
    // Outside a test, in beforeAll: the caller closes.
  }
}
