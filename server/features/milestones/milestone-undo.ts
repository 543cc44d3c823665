import { eq, inArray } from "drizzle-orm";

import type { UndoRule } from "#server/changes/undo-rule.ts";
import { rowStore } from "#server/db/row-store.ts";
import { milestones, streams } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { mayPlanMilestones } from "#shared/features/milestones/milestone-policy.ts";

/** Milestones: planned, and said to be reached, by planners; streams that are gone are forgotten. */
export const milestoneUndo: UndoRule = {
  store: rowStore(milestones),
  carriers: ["projectId"],
  isBinned: true,
  numbers: (db, projectId) =>
    db
      .select({ id: milestones.id, number: milestones.number })
      .from(milestones)
      .where(eq(milestones.projectId, projectId)),
  async demand(tx, { step }, { person }) {
    demand(mayPlanMilestones(await loadMembership(tx, person, step.projectId ?? "")));
  },
  async fit(tx, { goal }, { restoring }) {
    const wanted = goal["streamIds"] as string[];
    if (wanted.length === 0) return {};
    const rows = await tx.select({ id: streams.id }).from(streams).where(inArray(streams.id, wanted));
    const known = new Set([...rows.map(({ id }) => id), ...restoring]);
    return wanted.every((id) => known.has(id)) ? {} : { streamIds: wanted.filter((id) => known.has(id)) };
  },
};
