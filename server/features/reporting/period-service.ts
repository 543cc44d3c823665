import { and, asc, eq, inArray, notExists, sql } from "drizzle-orm";

import { Fault, notFound, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayLockPeriods, mayPlanPeriods } from "#shared/features/reporting/period-policy.ts";
import { regeneratePeriods } from "#shared/features/reporting/period-rules.ts";
import type { GeneratedPeriods, LockPeriodInput, RevisePeriodInput } from "#shared/features/reporting/period.ts";
import type { Written } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { periods, projects, updates } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";

type PeriodDbRow = typeof periods.$inferSelect;

/** Moves the day reports of a period are due. Faults: NOT_FOUND, FORBIDDEN, STALE. */
export async function revisePeriod(tx: Tx, person: Person, input: RevisePeriodInput): Promise<Written> {
  const period = await selectPeriod(tx, input.id);
  const membership = await loadMembership(tx, person, period.projectId);
  demand(mayPlanPeriods(membership));
  return changePeriod(tx, period, input.version, "updated", { dueOn: input.patch.dueOn });
}

/** Closes a period, so that it takes nothing any more, or opens it again. Faults: NOT_FOUND, FORBIDDEN, STALE. */
export async function lockPeriod(tx: Tx, person: Person, input: LockPeriodInput): Promise<Written> {
  const period = await selectPeriod(tx, input.id);
  const membership = await loadMembership(tx, person, period.projectId);
  demand(mayLockPeriods(membership));
  return changePeriod(tx, period, input.version, input.locked ? "locked" : "unlocked", {
    lockedAt: input.locked ? tx.now : null,
  });
}

/**
 * Cuts the project into reporting periods by its start, duration and period length. Locked periods and those with
 * reports stay as they are; the others are replaced. Faults: NOT_FOUND, FORBIDDEN, PLAN_MISSING without start or duration.
 */
export async function generateProjectPeriods(
  tx: Tx,
  person: Person,
  input: { projectId: string },
): Promise<GeneratedPeriods> {
  const membership = await loadMembership(tx, person, input.projectId);
  demand(mayPlanPeriods(membership));
  const [project] = await tx.select().from(projects).where(eq(projects.id, input.projectId));
  if (!project?.startOn || !project.durationMonths) throw new Fault("CONFLICT", "PLAN_MISSING");
  const removed = await removeFreePeriods(tx, input.projectId);
  const kept = await tx
    .select()
    .from(periods)
    .where(eq(periods.projectId, input.projectId))
    .orderBy(asc(periods.number));
  const { startOn, durationMonths, periodMonths } = project;
  const planned = regeneratePeriods(kept, { startOn, durationMonths, periodMonths });
  await renumber(tx, kept, planned);
  const fresh = planned.filter(({ id }) => id === null);
  for (const { number, startMonth, endMonth, dueOn } of fresh) {
    const row: PeriodDbRow = {
      id: tx.id(),
      projectId: input.projectId,
      number,
      startMonth,
      endMonth,
      dueOn,
      lockedAt: null,
      openedAt: null,
      version: 1,
      createdAt: tx.now,
      updatedAt: tx.now,
    };
    await tx.insert(periods).values(row);
    await recordPeriod(tx, "created", null, row);
  }
  if (fresh.length === 0 && removed.length === 0) throw new Fault("CONFLICT", "NOTHING_DONE");
  return { created: fresh.length, removed: removed.length, kept: kept.length };
}

async function removeFreePeriods(tx: Tx, projectId: string): Promise<PeriodDbRow[]> {
  const reports = tx
    .select({ one: sql`1` })
    .from(updates)
    .where(eq(updates.periodId, periods.id));
  const removed = await tx
    .delete(periods)
    .where(and(eq(periods.projectId, projectId), sql`${periods.lockedAt} is null`, notExists(reports)))
    .returning();
  for (const row of removed) await recordPeriod(tx, "removed", row, null);
  return removed;
}

// Numbers are unique, so that kept periods first step aside and then take their new number.
async function renumber(
  tx: Tx,
  kept: readonly PeriodDbRow[],
  planned: readonly { id: string | null; number: number }[],
): Promise<void> {
  const moved = kept.flatMap((row) => {
    const number = planned.find(({ id }) => id === row.id)?.number ?? row.number;
    return number === row.number ? [] : [{ row, number }];
  });
  if (moved.length === 0) return;
  await tx
    .update(periods)
    .set({ number: sql`-${periods.number}` })
    .where(
      inArray(
        periods.id,
        moved.map(({ row }) => row.id),
      ),
    );
  for (const { row, number } of moved) {
    const after = { ...row, number, version: row.version + 1, updatedAt: tx.now };
    await tx.update(periods).set(after).where(eq(periods.id, row.id));
    await recordPeriod(tx, "updated", row, after);
  }
}

async function selectPeriod(tx: Tx, id: string): Promise<PeriodDbRow> {
  const [period] = await tx.select().from(periods).where(eq(periods.id, id));
  if (!period) throw notFound();
  return period;
}

async function changePeriod(
  tx: Tx,
  before: PeriodDbRow,
  version: number,
  action: string,
  fields: Partial<PeriodDbRow>,
): Promise<Written> {
  const [after] = await tx
    .update(periods)
    .set({ ...fields, version: version + 1, updatedAt: tx.now })
    .where(and(eq(periods.id, before.id), eq(periods.version, version)))
    .returning();
  if (!after) throw stale({ id: before.id, version: before.version, dueOn: before.dueOn, lockedAt: before.lockedAt });
  await recordPeriod(tx, action, before, after);
  return { id: after.id, version: after.version };
}

/** Records a change of a period for everybody in the consortium. */
export async function recordPeriod(
  tx: Tx,
  action: string,
  before: PeriodDbRow | null,
  after: PeriodDbRow | null,
): Promise<void> {
  const row = after ?? before;
  if (row) await tx.record({ entity: "period", entityId: row.id, action, projectId: row.projectId, before, after });
}
