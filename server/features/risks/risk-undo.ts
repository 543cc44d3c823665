import { eq } from "drizzle-orm";

import { changesOnly, type UndoRule } from "#server/changes/undo-rule.ts";
import { rowStore } from "#server/db/row-store.ts";
import { participants, periods, riskReports, risks, streams } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { mayPlanRisks, mayReportRisk } from "#shared/features/risks/risk-policy.ts";

/** Risks: planned by planners; what is done against one is its owner's to say, too. Owners and streams that are gone are forgotten. */
export const riskUndo: UndoRule = {
  store: rowStore(risks),
  carriers: ["projectId"],
  isBinned: true,
  numbers: (db, projectId) =>
    db.select({ id: risks.id, number: risks.number }).from(risks).where(eq(risks.projectId, projectId)),
  async demand(tx, { from, to, step }, { person }) {
    const membership = await loadMembership(tx, person, step.projectId ?? "");
    const ownerParticipantId = (to?.["ownerParticipantId"] ?? null) as string | null;
    const isMitigation = from !== null && to !== null && changesOnly(from, to, ["mitigation"]);
    demand(isMitigation ? mayReportRisk(membership, { ownerParticipantId }) : mayPlanRisks(membership));
  },
  async fit(tx, { goal, step }, { restoring }) {
    const projectId = step.projectId ?? "";
    const own = await tx.select({ id: streams.id }).from(streams).where(eq(streams.projectId, projectId));
    const members = await tx
      .select({ id: participants.id })
      .from(participants)
      .where(eq(participants.projectId, projectId));
    const known = new Set([...own, ...members].map(({ id }) => id).concat(...restoring));
    const wanted = goal["streamIds"] as string[];
    const owner = goal["ownerParticipantId"];
    return {
      ...(wanted.every((id) => known.has(id)) ? {} : { streamIds: wanted.filter((id) => known.has(id)) }),
      ...(typeof owner === "string" && !known.has(owner) ? { ownerParticipantId: null } : {}),
    };
  },
};

/** How a risk stood in a period: said by planners and its owner while the period is open. */
export const riskReportUndo: UndoRule = {
  store: rowStore(riskReports),
  carriers: ["riskId"],
  async demand(tx, { from, to, step }, { person }) {
    const membership = await loadMembership(tx, person, step.projectId ?? "");
    const [risk] = await tx
      .select({ ownerParticipantId: risks.ownerParticipantId })
      .from(risks)
      .where(eq(risks.id, String((to ?? from)?.["riskId"])));
    demand(mayReportRisk(membership, risk ?? { ownerParticipantId: null }));
  },
  async obstacle(tx, { now, goal }, { restoring }) {
    const periodId = String((goal ?? now)?.["periodId"]);
    const [period] = await tx.select({ lockedAt: periods.lockedAt }).from(periods).where(eq(periods.id, periodId));
    if (!period && !restoring.has(periodId)) return "gone";
    const comesWithIt = goal !== null && restoring.has(String(goal["riskId"]));
    return period && period.lockedAt !== null && !comesWithIt ? "locked" : null;
  },
};
