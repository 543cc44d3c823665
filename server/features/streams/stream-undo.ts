import { and, eq, ne } from "drizzle-orm";

import { changesOnly, type UndoRule } from "#server/changes/undo-rule.ts";
import { rowStore } from "#server/db/row-store.ts";
import { contributions, participants, streams } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { mayPlanStreams, mayReportOnStream, mayReviseStream } from "#shared/features/streams/stream-policy.ts";

/** Streams: planned by planners, reported on by their lead; what was put into one keeps it. */
export const streamUndo: UndoRule = {
  store: rowStore(streams),
  carriers: ["projectId"],
  isBinned: true,
  numbers: (db, projectId) =>
    db.select({ id: streams.id, number: streams.number }).from(streams).where(eq(streams.projectId, projectId)),
  async demand(tx, { from, to, step }, { person }) {
    const membership = await loadMembership(tx, person, step.projectId ?? "");
    if (!from || !to) return demand(mayPlanStreams(membership));
    const leadParticipantId = (to["leadParticipantId"] ?? null) as string | null;
    const isReport = changesOnly(from, to, ["trlNow", "state", "description"]);
    demand(isReport ? mayReportOnStream(membership, { leadParticipantId }) : mayReviseStream(membership));
  },
  async obstacle(tx, { step, now, goal }) {
    const [startMonth, endMonth] = [goal?.["startMonth"], goal?.["endMonth"]];
    if (typeof startMonth === "number" && typeof endMonth === "number" && startMonth > endMonth) return "changed";
    if (!now || goal) return null;
    const lines = await tx
      .select({ id: contributions.id })
      .from(contributions)
      .where(eq(contributions.streamId, step.entityId))
      .limit(1);
    return lines.length > 0 ? "in-use" : null;
  },
  async fit(tx, { step, goal }, { restoring }) {
    const fitting: Record<string, unknown> = {};
    const lead = goal["leadParticipantId"];
    if (typeof lead === "string" && !restoring.has(lead)) {
      const [found] = await tx.select({ id: participants.id }).from(participants).where(eq(participants.id, lead));
      if (!found) fitting["leadParticipantId"] = null;
    }
    const others = await tx
      .select({ code: streams.code })
      .from(streams)
      .where(and(eq(streams.projectId, String(goal["projectId"])), ne(streams.id, step.entityId)));
    const taken = new Set(others.map(({ code }) => code));
    const wish = String(goal["code"]);
    let code = wish;
    for (let count = 2; taken.has(code); count += 1) code = `${wish}-${count}`;
    return code === wish ? fitting : { ...fitting, code };
  },
};
