import type { Database } from "#server/db/database.ts";
import { gapReminders } from "#server/db/schema/index.ts";

import { builtAt } from "./build.ts";

type GapReminder = typeof gapReminders.$inferSelect;

/** A reminder of a gap on the day of `at`, by the person given. */
export async function buildGapReminder(
  db: Database,
  reminder: Pick<GapReminder, "projectId" | "gapKey" | "byUserId" | "organisationId"> & Partial<GapReminder>,
): Promise<GapReminder> {
  const at = reminder.at ?? builtAt;
  const row: GapReminder = { forOn: new Date(at).toISOString().slice(0, 10), ...reminder, at };
  await db.housekeep(async (tx) => {
    await tx.insert(gapReminders).values(row);
  });
  return row;
}
