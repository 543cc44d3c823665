import { eq } from "drizzle-orm";

import { changesAny, type UndoRule } from "#server/changes/undo-rule.ts";
import { rowStore } from "#server/db/row-store.ts";
import { periods, updates } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { mayLockPeriods, mayPlanPeriods } from "#shared/features/reporting/period-policy.ts";

/** Reporting periods: their due days, how the project is cut into them, and whether they are closed. */
export const periodUndo: UndoRule = {
  store: rowStore(periods),
  carriers: ["projectId"],
  numbers: (db, projectId) =>
    db.select({ id: periods.id, number: periods.number }).from(periods).where(eq(periods.projectId, projectId)),
  async demand(tx, { from, to, step }, { person }) {
    const membership = await loadMembership(tx, person, step.projectId ?? "");
    demand(from && to && changesAny(from, to, ["lockedAt"]) ? mayLockPeriods(membership) : mayPlanPeriods(membership));
  },
  async obstacle(tx, { step, goal }) {
    if (goal) return null;
    const reports = await tx
      .select({ id: updates.id })
      .from(updates)
      .where(eq(updates.periodId, step.entityId))
      .limit(1);
    return reports.length > 0 ? "in-use" : null;
  },
};
