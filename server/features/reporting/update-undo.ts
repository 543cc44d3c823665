import { and, desc, eq, lt } from "drizzle-orm";

import type { UndoContext, UndoMove, UndoRule } from "#server/changes/undo-rule.ts";
import type { Tx } from "#server/db/database.ts";
import { rowStore, type StoredRow } from "#server/db/row-store.ts";
import { changes, periods, updates } from "#server/db/schema/index.ts";
import { demand } from "#server/features/members/membership.ts";
import { mayReviewUpdate, mayWriteUpdate } from "#shared/features/reporting/update-policy.ts";
import { CONSENT_KEPT_MS } from "#shared/features/changes/undo-words.ts";

import { openUpdate, type UpdateDbRow } from "./update-changes.ts";

/**
 * Reports: handing in is taken back by the member until somebody reviewed it, an acceptance by its reviewer within the
 * hour while the period is open. Drafts that were saved are no acts, and a report that was returned is answered.
 */
export const updateUndo: UndoRule = {
  store: rowStore(updates),
  final: ["saved", "returned"],
  isWhole: true,
  fields: ["state", "submittedAt", "submittedById", "reviewedAt", "reviewedById"],
  async demand(tx, { from, to, step }, { person }) {
    const { membership } = await openUpdate(tx, person, step.entityId);
    const [before, after] = [from as UpdateDbRow | null, to as UpdateDbRow | null];
    if (!before || !after) return demand(false);
    // Whether the period is open now is asked below, where an answer says more than a refusal.
    const report = { ...before, periodLocked: false };
    const isReview = after.state === "accepted";
    demand(isReview ? mayReviewUpdate(membership, report) : mayWriteUpdate(membership, report));
    if (isReview) demand(after.reviewedById === person.userId);
  },
  async obstacle(tx, move, context) {
    const { now, goal } = move as { now: UpdateDbRow | null; goal: UpdateDbRow | null };
    if (!now || !goal) return "gone";
    // What was handed in then need not be what stands in the draft now; it is handed in anew instead.
    if (context.isRedo && goal.state === "submitted" && now.state !== "accepted") return "changed";
    if (await isLocked(tx, now.periodId, context)) return "locked";
    const isAccepted = now.state === "accepted" || goal.state === "accepted";
    const reviewedAt = now.state === "accepted" ? now.reviewedAt : goal.reviewedAt;
    return isAccepted && (reviewedAt ?? 0) <= tx.now - CONSENT_KEPT_MS ? "too-late" : null;
  },
  // The record of handing in calls what came before a draft; a report that had been returned is one again.
  async fit(tx, { now, goal }) {
    if (goal["state"] !== "draft") return {};
    if (now?.["reviewedAt"] == null) return { submittedById: null };
    return { state: "returned", ...(await lastHandedIn(tx, goal, Number(now["submittedAt"]))) };
  },
  async confidentialTo(_tx, { step, goal }) {
    const isOpen = goal?.["state"] === "submitted" || goal?.["state"] === "accepted";
    return isOpen ? step.confidentialTo : step.organisationId;
  },
};

async function isLocked(tx: Tx, periodId: string, { moves }: UndoContext): Promise<boolean> {
  const isOpened = (move: UndoMove) => move.step.entityId === periodId && move.goal?.["lockedAt"] == null;
  if (moves.some(isOpened)) return false;
  const [period] = await tx.select({ lockedAt: periods.lockedAt }).from(periods).where(eq(periods.id, periodId));
  return period?.lockedAt != null;
}

async function lastHandedIn(tx: Tx, { id }: StoredRow, before: number): Promise<Record<string, unknown>> {
  const [found] = await tx
    .select({ at: changes.at, actorId: changes.actorId })
    .from(changes)
    .where(
      and(
        eq(changes.entityId, id),
        eq(changes.entity, "update"),
        eq(changes.action, "submitted"),
        lt(changes.at, before),
      ),
    )
    .orderBy(desc(changes.seq))
    .limit(1);
  return found ? { submittedAt: found.at, submittedById: found.actorId } : {};
}
