import { eq, inArray } from "drizzle-orm";

import { changesOnly, type UndoRule } from "#server/changes/undo-rule.ts";
import type { Tx } from "#server/db/database.ts";
import { rowStore } from "#server/db/row-store.ts";
import { participants, taskLinks, tasks } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { cycleOf } from "#shared/features/plan/schedule-rules.ts";
import { mayPlanTasks, mayReportOnTask } from "#shared/features/tasks/task-policy.ts";

/** Tasks: planned by planners, reported on by their lead; people that are gone are forgotten. */
export const taskUndo: UndoRule = {
  store: rowStore(tasks),
  carriers: ["projectId", "streamId"],
  isBinned: true,
  numberedWithin: "streamId",
  numbers: (db, streamId) =>
    db.select({ id: tasks.id, number: tasks.number }).from(tasks).where(eq(tasks.streamId, streamId)),
  async demand(tx, { from, to, step }, { person }) {
    const membership = await loadMembership(tx, person, step.projectId ?? "");
    if (!from || !to) return demand(mayPlanTasks(membership));
    const isReport = changesOnly(from, to, ["progressBp", "state", "description"]);
    const leadParticipantId = (to["leadParticipantId"] ?? null) as string | null;
    demand(isReport ? mayReportOnTask(membership, { leadParticipantId }) : mayPlanTasks(membership));
  },
  obstacle: async (_tx, { goal }) => {
    const [startMonth, endMonth] = [goal?.["startMonth"], goal?.["endMonth"]];
    return typeof startMonth === "number" && typeof endMonth === "number" && startMonth > endMonth ? "changed" : null;
  },
  async fit(tx, { goal }, { restoring }) {
    const lead = (goal["leadParticipantId"] ?? null) as string | null;
    const wanted = goal["participantIds"] as string[];
    const known = new Set([...(await presentOf(tx, lead === null ? wanted : [lead, ...wanted])), ...restoring]);
    return {
      ...(lead !== null && !known.has(lead) ? { leadParticipantId: null } : {}),
      ...(wanted.every((id) => known.has(id)) ? {} : { participantIds: wanted.filter((id) => known.has(id)) }),
    };
  },
};

/** Links: they come and go with their tasks, and never close a circle. */
export const taskLinkUndo: UndoRule = {
  store: rowStore(taskLinks),
  carriers: ["projectId", "predecessorId", "successorId"],
  async demand(tx, { step }, { person }) {
    demand(mayPlanTasks(await loadMembership(tx, person, step.projectId ?? "")));
  },
  async obstacle(tx, { step, now, goal }, { restoring, moves }) {
    if (now || !goal) return null;
    const link = { predecessorId: String(goal["predecessorId"]), successorId: String(goal["successorId"]) };
    const ends = await tx
      .select({ id: tasks.id })
      .from(tasks)
      .where(inArray(tasks.id, [link.predecessorId, link.successorId]));
    const present = new Set([...ends.map(({ id }) => id), ...restoring]);
    if (!present.has(link.predecessorId) || !present.has(link.successorId)) return "gone";
    const others = await tx
      .select()
      .from(taskLinks)
      .where(eq(taskLinks.projectId, step.projectId ?? ""));
    const staying = others.filter(({ id }) => !moves.some((move) => move.goal === null && move.step.entityId === id));
    const returning = moves.flatMap(({ step: { entity, entityId }, goal: back, now: there }) =>
      entity === "task-link" && back && !there && entityId !== step.entityId
        ? [{ predecessorId: String(back["predecessorId"]), successorId: String(back["successorId"]) }]
        : [],
    );
    const isTaken = staying.some(
      (other) => other.predecessorId === link.predecessorId && other.successorId === link.successorId,
    );
    return isTaken || cycleOf([...staying, ...returning, link]) ? "taken" : null;
  },
};

async function presentOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: participants.id })
    .from(participants)
    .where(inArray(participants.id, [...ids]));
  return rows.map(({ id }) => id);
}
