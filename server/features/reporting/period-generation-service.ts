import { and, eq, isNull, notExists } from "drizzle-orm";

import { type PeriodPlan, regeneratePeriods } from "#shared/features/reporting/period-rules.ts";

import type { Tx } from "#server/db/database.ts";
import { periods, updates } from "#server/db/schema/index.ts";

type Period = typeof periods.$inferSelect;

/**
 * Cuts a project into reporting periods again after its start, duration or period length changed. Locked periods and
 * those with reports stay as they are; of the others, those that come out the same keep their rows. Without a start
 * or duration (`plan` null) only what is kept remains.
 */
export async function regenerateProjectPeriods(tx: Tx, projectId: string, plan: PeriodPlan | null): Promise<void> {
  const all = await tx.select().from(periods).where(eq(periods.projectId, projectId));
  const reports = tx.select({ id: updates.id }).from(updates).where(eq(updates.periodId, periods.id));
  const empty = await tx
    .select({ id: periods.id })
    .from(periods)
    .where(and(eq(periods.projectId, projectId), isNull(periods.lockedAt), notExists(reports)));
  const emptyIds = new Set(empty.map((row) => row.id));
  const kept = all.filter((row) => !emptyIds.has(row.id));
  const wanted = regeneratePeriods(kept, plan ?? { startOn: "", durationMonths: 0, periodMonths: 1 });
  const reused = new Map(all.filter((row) => emptyIds.has(row.id)).map((row) => [rangeOf(row), row]));
  const goal = wanted.map((row) => ({ ...row, id: row.id ?? reused.get(rangeOf(row))?.id ?? null }));
  const goalIds = new Set(goal.map((row) => row.id));
  for (const row of all.filter((each) => !goalIds.has(each.id))) {
    await tx.delete(periods).where(eq(periods.id, row.id));
    await record(tx, "removed", row, null);
  }
  await renumber(tx, all, goal);
  for (const { id, ...range } of goal) {
    if (id !== null) continue;
    const row: Period = {
      ...range,
      id: tx.id(),
      projectId,
      lockedAt: null,
      openedAt: null,
      version: 1,
      createdAt: tx.now,
      updatedAt: tx.now,
    };
    await tx.insert(periods).values(row);
    await record(tx, "created", null, row);
  }
}

function rangeOf(period: { startMonth: number; endMonth: number }): string {
  return `${period.startMonth}-${period.endMonth}`;
}

// Numbers are unique at every moment, so rows that move step aside first.
async function renumber(
  tx: Tx,
  all: Period[],
  goal: { id: string | null; number: number; dueOn: string }[],
): Promise<void> {
  const byId = new Map(all.map((row) => [row.id, row]));
  const moved = goal.flatMap(({ id, number, dueOn }) => {
    const before = id === null ? undefined : byId.get(id);
    return before && (before.number !== number || before.dueOn !== dueOn) ? [{ before, number, dueOn }] : [];
  });
  for (const { before } of moved)
    await tx.update(periods).set({ number: -before.number }).where(eq(periods.id, before.id));
  for (const { before, number, dueOn } of moved) {
    const changed = { number, dueOn, version: before.version + 1, updatedAt: tx.now };
    await tx.update(periods).set(changed).where(eq(periods.id, before.id));
    await record(tx, "updated", before, { ...before, ...changed });
  }
}

async function record(tx: Tx, action: string, before: Period | null, after: Period | null): Promise<void> {
  const row = after ?? before;
  if (!row) return;
  await tx.record({ entity: "period", entityId: row.id, action, projectId: row.projectId, before, after });
}
