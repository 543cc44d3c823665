import { existsSync } from "node:fs";
import path from "node:path";

import { openDatabase } from "#server/db/open.ts";
import { databaseChoice } from "#server/parts-opening.ts";
import type { Settings } from "#server/settings.ts";

import {
  checkClock,
  checkFile,
  checkFiles,
  checkHistory,
  checkSettings,
  checkSpace,
  type Finding,
} from "./doctor-checks.ts";

export type DoctorReport = { sound: boolean; findings: Finding[] };

/** Looks at everything that can be wrong with an installation (security.md, R-D14) and changes nothing. `now` in ms UTC. */
export async function examine(settings: Settings, now: number): Promise<DoctorReport> {
  const { url, file } = databaseChoice(settings);
  const findings: Finding[] = [
    { name: "versions", state: "ok", text: `Node ${process.versions.node}` },
    ...(await checkSettings(settings)),
    await checkSpace(settings),
    ...(file === undefined ? [] : [checkFile(file)]),
    ...(file === undefined || existsSync(file) ? await examineContents(settings, now, { url, file }) : []),
  ];
  return { sound: findings.every((finding) => finding.state !== "bad"), findings };
}

/** What can only be read through the schema; a database that cannot be opened is a finding of its own. */
async function examineContents(
  settings: Settings,
  now: number,
  choice: { url?: string | undefined; file?: string | undefined },
): Promise<Finding[]> {
  try {
    const db = await openDatabase({ ...choice, readonly: true, clock: () => now, ids: () => "" });
    try {
      return [
        { name: "schema", state: "ok", text: "as this program knows it" },
        await checkHistory(db.read),
        await checkClock(db.read, now),
        await checkFiles(db.read, path.join(settings.dataDirectory, "files")),
      ];
    } finally {
      await db.close();
    }
  } catch (error) {
    return [{ name: "schema", state: "bad", text: (error as Error).message }];
  }
}
