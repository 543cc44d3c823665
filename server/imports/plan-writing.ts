import { and, eq } from "drizzle-orm";

import type { EntityName } from "#shared/features/changes/change-words.ts";
import { noTerms } from "#shared/features/contributions/contribution-rules.ts";
import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { contributions, deliverables, milestones, offers, streams, tasks } from "#server/db/schema/index.ts";

import type { Pace } from "./pace.ts";
import type { EffortDecision } from "./plan-decisions.ts";
import type { PlanDecisions } from "./plan-import.ts";
import type { DeliverableRow, LineRow, MilestoneRow, StreamRow, TaskRow } from "./plan-known.ts";
import { chunksOf } from "./plan.ts";

type PlanTable = typeof streams | typeof tasks | typeof deliverables | typeof milestones;
type Row = { id: string; version: number; updatedAt: number };
type Decided<R> = { id: string; before: R | null; patch: Partial<R>; fate: string };

const chunk = 100;

/** Writes what was decided about a plan, streams first, and records each change. Gives the number of records. */
export async function writePlan(tx: Tx, plan: PlanDecisions, pace: Pace): Promise<number> {
  const { projectId } = plan;
  const fresh = () => ({ ...freshRow(tx), projectId });
  const of = { tx, pace, projectId };
  let written = await write<StreamRow>(of, plan.streams, {
    table: streams,
    entity: "stream",
    base: () => ({ ...fresh(), ...bareStream }),
  });
  written += await write<TaskRow>(of, plan.tasks, {
    table: tasks,
    entity: "task",
    base: () => ({ ...fresh(), ...bareTask }),
  });
  written += await write<DeliverableRow>(of, plan.deliverables, {
    table: deliverables,
    entity: "deliverable",
    base: () => ({ ...fresh(), ...bareDeliverable }),
  });
  written += await write<MilestoneRow>(of, plan.milestones, {
    table: milestones,
    entity: "milestone",
    base: () => ({ ...fresh(), ...bareMilestone }),
  });
  return written + (await writeEfforts(of, plan.efforts));
}

const bareStream = {
  number: 0,
  code: "",
  title: "",
  kind: "technology",
  description: "",
  leadParticipantId: null,
  startMonth: null,
  endMonth: null,
  trlStart: null,
  trlNow: null,
  trlTarget: null,
  colour: "teal",
  pattern: "solid",
  state: "planned",
} as const;

const bareTask = {
  streamId: "",
  number: 0,
  title: "",
  description: "",
  leadParticipantId: null,
  participantIds: [],
  startMonth: null,
  endMonth: null,
  pinned: false,
  progressBp: 0,
  state: "planned" as const,
};

const bareDeliverable = {
  streamId: "",
  taskId: null,
  number: 0,
  title: "",
  description: "",
  leadParticipantId: null,
  type: "OTHER",
  // What nobody said may be read is not put before the public.
  dissemination: "SEN",
  dueMonth: null,
  state: "pending",
  submittedOn: null,
  lateReason: "",
  reviewNote: "",
  link: null,
} as const;

const bareMilestone = {
  number: 0,
  title: "",
  streamIds: [],
  dueMonth: 1,
  verification: "",
  reachedOn: null,
  lateReason: "",
};

type Of = { tx: Tx; pace: Pace; projectId: string };

async function write<R extends Row>(
  { tx, pace, projectId }: Of,
  decisions: readonly Decided<R>[],
  { table, entity, base }: { table: PlanTable; entity: EntityName; base: () => R },
): Promise<number> {
  let written = 0;
  for (const { before, patch, fate } of decisions) {
    if (!before || fate === "same") continue;
    const changed = { ...patch, version: before.version + 1, updatedAt: tx.now };
    await tx
      .update(table)
      .set(changed)
      .where(and(eq(table.id, before.id), eq(table.version, before.version)));
    await tx.record({
      entity,
      entityId: before.id,
      action: "updated",
      projectId,
      before,
      after: { ...before, ...changed },
    });
    written += 1;
    await pace.step();
  }
  const created = decisions
    .filter(({ before }) => before === null)
    .map(({ id, patch }): R => ({ ...base(), ...patch, id }));
  for (const rows of chunksOf(created, chunk)) {
    await tx.insert(table).values(rows as never);
    for (const after of rows) {
      await tx.record({ entity, entityId: after.id, action: "created", projectId, before: null, after });
      await pace.step();
    }
  }
  return written + created.length;
}

/**
 * Effort of an imported plan is agreed effort: the plan is the agreement. It carries no value and no basis, and its first
 * offer stands as the coordinator's.
 */
async function writeEfforts({ tx, pace, projectId }: Of, decisions: readonly EffortDecision[]): Promise<number> {
  const written = decisions.filter(({ fate }) => fate !== "same");
  for (const rows of chunksOf(written, chunk)) {
    const lines = rows.map((each) => ({ ...each, after: lineOf(tx, projectId, each) }));
    const created = lines.filter(({ before }) => before === null).map(({ after }) => after);
    if (created.length > 0) {
      await tx.insert(contributions).values(created);
      await tx.insert(offers).values(created.map((line) => firstOffer(tx, line)));
    }
    for (const { before, after, member } of lines) {
      if (before) {
        const { id, version } = before;
        await tx
          .update(contributions)
          .set(after)
          .where(and(eq(contributions.id, id), eq(contributions.version, version)));
      }
      const action = before ? "updated" : "created";
      const { organisationId } = member;
      await tx.record({ entity: "contribution", entityId: after.id, action, projectId, organisationId, before, after });
      await pace.step();
    }
  }
  return written.length;
}

function lineOf(tx: Tx, projectId: string, { id, before, patch, member, streamId, parsed }: EffortDecision): LineRow {
  if (before) return { ...before, ...patch, version: before.version + 1, updatedAt: tx.now };
  return {
    ...freshRow(tx),
    id,
    projectId,
    participantId: member.id,
    streamId,
    kind: "effort",
    title: parsed.stream,
    ...noTerms,
    effortPmHundredths: parsed.hundredths,
    costCategory: null,
    confidentiality: "consortium",
    state: "agreed",
    agreedAt: tx.now,
    agreedById: tx.actor.userId,
  };
}

function firstOffer(tx: Tx, line: LineRow): typeof offers.$inferInsert {
  const { id: contributionId, effortPmHundredths } = line;
  const by = { byUserId: tx.actor.userId, byOrganisationId: tx.actor.actingForId, at: tx.now };
  return { id: tx.id(), contributionId, number: 1, side: "coordinator", effortPmHundredths, ...by };
}
