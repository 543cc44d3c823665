import { and, eq, inArray, max } from "drizzle-orm";

import { monthEndOn } from "#shared/dates.ts";
import { invalid, notFound, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayPlanMilestones } from "#shared/features/milestones/milestone-policy.ts";
import type {
  CreateMilestoneInput,
  ReachMilestoneInput,
  ReviseMilestoneInput,
} from "#shared/features/milestones/milestone.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { milestones, projects, streams } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";

import { milestonesOfProject } from "./milestone-queries.ts";

type Milestone = typeof milestones.$inferSelect;

/** Adds a milestone with the next number. Faults: INPUT when a stream is not of this project. */
export async function createMilestone(tx: Tx, person: Person, input: CreateMilestoneInput): Promise<Written> {
  const membership = await loadMembership(tx, person, input.projectId);
  demand(mayPlanMilestones(membership));
  await demandOwnStreams(tx, input.projectId, input.streamIds);
  const [last] = await tx
    .select({ number: max(milestones.number) })
    .from(milestones)
    .where(eq(milestones.projectId, input.projectId));
  const row: Milestone = {
    ...input,
    id: tx.id(),
    number: (last?.number ?? 0) + 1,
    reachedOn: null,
    lateReason: "",
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
  await tx.insert(milestones).values(row);
  await record(tx, "created", null, row);
  return { id: row.id, version: 1 };
}

/** Changes single fields. Faults: STALE with the present row. */
export async function reviseMilestone(tx: Tx, person: Person, input: ReviseMilestoneInput): Promise<Written> {
  const before = await loadForPlanning(tx, person, input.id);
  if (input.patch.streamIds) await demandOwnStreams(tx, before.projectId, input.patch.streamIds);
  return await write(tx, person, before, input.version, input.patch, "updated");
}

/**
 * Says on which day it was reached, or that it was not after all. Faults: STALE with the present row, INPUT (a day to come;
 * LATE_REASON when its due month was over by then and nobody said why).
 */
export async function reachMilestone(tx: Tx, person: Person, input: ReachMilestoneInput): Promise<Written> {
  const before = await loadForPlanning(tx, person, input.id);
  if (input.reachedOn !== null && input.reachedOn > person.today) throw invalid("reachedOn", "IN_FUTURE");
  const { reachedOn, lateReason = before.lateReason } = input;
  const isStale = before.version !== input.version;
  if (!isStale && reachedOn !== null && lateReason.trim() === "" && (await isAfterDue(tx, before, reachedOn)))
    throw invalid("lateReason", "LATE_REASON");
  const action = reachedOn === null ? "updated" : "reached";
  return await write(tx, person, before, input.version, { reachedOn, lateReason }, action);
}

/** Removes a milestone; numbers of the others stay, they may stand in agreements. Faults: STALE. */
export async function removeMilestone(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const before = await loadForPlanning(tx, person, input.id);
  const removed = await tx
    .delete(milestones)
    .where(and(eq(milestones.id, input.id), eq(milestones.version, input.version)))
    .returning({ id: milestones.id });
  if (removed.length === 0) throw stale(await present(tx, person, before));
  await record(tx, "removed", before, null);
  return { id: input.id, version: input.version };
}

async function loadForPlanning(tx: Tx, person: Person, id: string): Promise<Milestone> {
  const [found] = await tx.select().from(milestones).where(eq(milestones.id, id));
  if (!found) throw notFound();
  const membership = await loadMembership(tx, person, found.projectId);
  demand(mayPlanMilestones(membership));
  return found;
}

async function write(
  tx: Tx,
  person: Person,
  before: Milestone,
  version: number,
  patch: Partial<Milestone>,
  action: string,
): Promise<Written> {
  const [after] = await tx
    .update(milestones)
    .set({ ...patch, version: version + 1, updatedAt: tx.now })
    .where(and(eq(milestones.id, before.id), eq(milestones.version, version)))
    .returning();
  if (!after) throw stale(await present(tx, person, before));
  await record(tx, action, before, after);
  return { id: after.id, version: after.version };
}

async function isAfterDue(tx: Tx, { projectId, dueMonth }: Milestone, day: string): Promise<boolean> {
  const [project] = await tx.select({ startOn: projects.startOn }).from(projects).where(eq(projects.id, projectId));
  return project?.startOn != null && monthEndOn(project.startOn, dueMonth) < day;
}

async function present(tx: Tx, person: Person, before: Milestone) {
  const rows = await milestonesOfProject(tx, before.projectId, person.today, true);
  return rows.find((row) => row.id === before.id) ?? null;
}

async function demandOwnStreams(tx: Tx, projectId: string, streamIds: string[]): Promise<void> {
  const wanted = new Set(streamIds);
  if (wanted.size !== streamIds.length) throw invalid("streamIds", "REPEATED");
  if (wanted.size === 0) return;
  const own = await tx
    .select({ id: streams.id })
    .from(streams)
    .where(and(eq(streams.projectId, projectId), inArray(streams.id, streamIds)));
  if (own.length !== wanted.size) throw invalid("streamIds", "NOT_FOUND");
}

async function record(tx: Tx, action: string, before: Milestone | null, after: Milestone | null): Promise<void> {
  const row = after ?? before;
  if (!row) return;
  await tx.record({ entity: "milestone", entityId: row.id, action, projectId: row.projectId, before, after });
}
