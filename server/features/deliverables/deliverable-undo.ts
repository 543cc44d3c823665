import { eq } from "drizzle-orm";

import { changesOnly, type UndoRule } from "#server/changes/undo-rule.ts";
import { rowStore } from "#server/db/row-store.ts";
import { deliverables, participants, tasks } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { mayPlanDeliverables, maySubmitDeliverable } from "#shared/features/deliverables/deliverable-policy.ts";

const working = ["description", "lateReason", "link", "state", "submittedOn", "reviewNote"];

/** Deliverables: planned, accepted and returned by planners, worked on and handed in by their lead. */
export const deliverableUndo: UndoRule = {
  store: rowStore(deliverables),
  carriers: ["projectId", "streamId"],
  isBinned: true,
  numberedWithin: "streamId",
  numbers: (db, streamId) =>
    db
      .select({ id: deliverables.id, number: deliverables.number })
      .from(deliverables)
      .where(eq(deliverables.streamId, streamId)),
  async demand(tx, { from, to, step }, { person }) {
    const membership = await loadMembership(tx, person, step.projectId ?? "");
    const isReview = step.actions.some((action) => action === "accepted" || action === "returned");
    if (!from || !to || isReview) return demand(mayPlanDeliverables(membership));
    const leadParticipantId = (to["leadParticipantId"] ?? null) as string | null;
    const isWork = changesOnly(from, to, working);
    demand(isWork ? maySubmitDeliverable(membership, { leadParticipantId }) : mayPlanDeliverables(membership));
  },
  async fit(tx, { goal }, { restoring }) {
    const fitting: Record<string, unknown> = {};
    const [lead, taskId] = [goal["leadParticipantId"], goal["taskId"]];
    if (typeof lead === "string" && !restoring.has(lead)) {
      const [found] = await tx.select({ id: participants.id }).from(participants).where(eq(participants.id, lead));
      if (!found) fitting["leadParticipantId"] = null;
    }
    if (typeof taskId === "string" && !restoring.has(taskId)) {
      const [found] = await tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.id, taskId));
      if (!found) fitting["taskId"] = null;
    }
    return fitting;
  },
};
