import { isNotNull } from "drizzle-orm";

import type { ReadDb } from "#server/db/database.ts";
import { jobs } from "#server/db/schema/index.ts";

export type StoredFile = { key: string; bytes: number | null; owner: string };

/** Every stored file a row refers to; `owner` names the row for a person who repairs. */
export async function storedFiles(db: ReadDb): Promise<StoredFile[]> {
  const rows = await db
    .select({ id: jobs.id, key: jobs.fileKey, bytes: jobs.fileBytes })
    .from(jobs)
    .where(isNotNull(jobs.fileKey));
  return rows.flatMap(({ id, key, bytes }) => (key === null ? [] : [{ key, bytes, owner: `job ${id}` }]));
}
