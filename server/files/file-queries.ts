import { isNotNull } from "drizzle-orm";

import type { ReadDb } from "#server/db/database.ts";
import { attachments, jobs } from "#server/db/schema/index.ts";

export type StoredFile = { key: string; bytes: number | null; owner: string };

/** Every stored file a row refers to; `owner` names the row for a person who repairs. */
export async function storedFiles(db: ReadDb): Promise<StoredFile[]> {
  const rows = await db
    .select({ id: jobs.id, key: jobs.fileKey, bytes: jobs.fileBytes })
    .from(jobs)
    .where(isNotNull(jobs.fileKey));
  const evidence = await db
    .select({ id: attachments.id, key: attachments.fileKey, bytes: attachments.bytes })
    .from(attachments);
  return [
    ...rows.flatMap(({ id, key, bytes }) => (key === null ? [] : [{ key, bytes, owner: `job ${id}` }])),
    ...evidence.map(({ id, key, bytes }) => ({ key, bytes, owner: `attachment ${id}` })),
  ];
}
