import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { inject, onTestFinished } from "vitest";

import { type Database, systemActor } from "#server/db/database.ts";
import { openDatabase } from "#server/db/open.ts";

import { nextId } from "./build.ts";

/** A folder for one test, removed when it ends. */
export function makeTestFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "consortia-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A data directory as a stopped server leaves it, with what `fill` puts in and two changes of history. */
export async function makeInstallation(
  fill: (db: Database, folder: string) => Promise<void> = async () => undefined,
): Promise<string> {
  const folder = join(makeTestFolder(), "data");
  mkdirSync(folder);
  const file = join(folder, "consortia.sqlite");
  copyFileSync(inject("sqliteTemplate"), file);
  const db = await openDatabase({ file, clock: Date.now, ids: nextId });
  await fill(db, folder);
  for (const name of ["First", "Second"]) {
    await db.transact(systemActor, (tx) =>
      tx.record({ entity: "project", entityId: nextId(), action: "created", before: null, after: { title: name } }),
    );
  }
  await db.close();
  return folder;
}
