import { and, eq, isNull, sql } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import type { ItemResults } from "#shared/features/contributions/contribution.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { LockManyPeriodsInput } from "#shared/features/reporting/period.ts";

import type { Tx } from "#server/db/database.ts";
import { periods } from "#server/db/schema/index.ts";
import { eachItem } from "#server/features/contributions/offer-service.ts";

import { isAllAccepted } from "./expected-queries.ts";
import { lockPeriod, recordPeriod } from "./period-service.ts";
import { loadRequestSettings } from "./request-settings-queries.ts";

/** Closes a period once every report it expects is accepted, if the project wants it so; called after each acceptance. */
export async function lockWhenAccepted(tx: Tx, periodId: string): Promise<void> {
  const [before] = await tx.select().from(periods).where(eq(periods.id, periodId));
  if (!before || before.lockedAt !== null) return;
  if (!(await loadRequestSettings(tx, before.projectId)).locksWhenAccepted) return;
  if (!(await isAllAccepted(tx, before))) return;
  const [after] = await tx
    .update(periods)
    .set({ lockedAt: tx.now, version: sql`${periods.version} + 1`, updatedAt: tx.now })
    .where(and(eq(periods.id, periodId), isNull(periods.lockedAt)))
    .returning();
  if (after) await recordPeriod(tx, "locked", before, after);
}

/** Closes or opens many periods of a project, each judged by itself. Faults: NOTHING_DONE with the results when all were refused. */
export async function lockManyPeriods(tx: Tx, person: Person, input: LockManyPeriodsInput): Promise<ItemResults> {
  const { projectId, locked } = input;
  return eachItem(input.periods, async ({ id, version }) => {
    const [period] = await tx.select({ projectId: periods.projectId }).from(periods).where(eq(periods.id, id));
    if (period?.projectId !== projectId) throw notFound();
    await lockPeriod(tx, person, { id, version, locked });
  });
}
