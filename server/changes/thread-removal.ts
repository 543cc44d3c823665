import type { SQL } from "drizzle-orm";

import type { Tx } from "#server/db/database.ts";
import { comments } from "#server/db/schema/index.ts";

/**
 * Takes the comments of a record away before it goes itself. Each is kept whole in the history, where the pages never
 * show its text, so that it comes back with its record.
 */
export async function removeThread(tx: Tx, projectId: string, which: SQL): Promise<void> {
  for (const before of await tx.delete(comments).where(which).returning())
    await tx.record({ entity: "comment", entityId: before.id, action: "removed", projectId, before, after: null });
}
