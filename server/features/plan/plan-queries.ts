import { eq, sql } from "drizzle-orm";

import { mayPlanDeliverables, maySubmitDeliverable } from "#shared/features/deliverables/deliverable-policy.ts";
import { isInConsortium, type Person } from "#shared/features/members/standing.ts";
import { mayKnowParticipant } from "#shared/features/participants/participant-policy.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";
import { mayPlanTasks, mayReportOnTask } from "#shared/features/tasks/task-policy.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";
import {
  deliverables,
  milestones,
  organisations,
  participants,
  projects,
  streams,
  taskLinks,
  tasks,
} from "#server/db/schema/index.ts";

const project = prepared("plan_project", (db) =>
  db
    .select({ acronym: projects.acronym, startOn: projects.startOn, durationMonths: projects.durationMonths })
    .from(projects)
    .where(eq(projects.id, sql.placeholder("projectId"))),
);

const streamsOf = prepared("plan_streams", (db) =>
  db
    .select({
      id: streams.id,
      version: streams.version,
      number: streams.number,
      code: streams.code,
      title: streams.title,
      kind: streams.kind,
      state: streams.state,
      colour: streams.colour,
      pattern: streams.pattern,
      leadParticipantId: streams.leadParticipantId,
      startMonth: streams.startMonth,
      endMonth: streams.endMonth,
    })
    .from(streams)
    .where(eq(streams.projectId, sql.placeholder("projectId")))
    .orderBy(streams.number),
);

const tasksOf = prepared("plan_tasks", (db) =>
  db
    .select({
      id: tasks.id,
      version: tasks.version,
      streamId: tasks.streamId,
      number: tasks.number,
      streamNumber: streams.number,
      title: tasks.title,
      leadParticipantId: tasks.leadParticipantId,
      participantIds: tasks.participantIds,
      startMonth: tasks.startMonth,
      endMonth: tasks.endMonth,
      pinned: tasks.pinned,
      progressBp: tasks.progressBp,
      state: tasks.state,
    })
    .from(tasks)
    .innerJoin(streams, eq(streams.id, tasks.streamId))
    .where(eq(tasks.projectId, sql.placeholder("projectId")))
    .orderBy(streams.number, tasks.number),
);

const linksOf = prepared("plan_links", (db) =>
  db
    .select({
      id: taskLinks.id,
      version: taskLinks.version,
      predecessorId: taskLinks.predecessorId,
      successorId: taskLinks.successorId,
      lagMonths: taskLinks.lagMonths,
    })
    .from(taskLinks)
    .where(eq(taskLinks.projectId, sql.placeholder("projectId")))
    .orderBy(taskLinks.id),
);

const deliverablesOf = prepared("plan_deliverables", (db) =>
  db
    .select({
      id: deliverables.id,
      version: deliverables.version,
      streamId: deliverables.streamId,
      taskId: deliverables.taskId,
      number: deliverables.number,
      streamNumber: streams.number,
      title: deliverables.title,
      leadParticipantId: deliverables.leadParticipantId,
      type: deliverables.type,
      dissemination: deliverables.dissemination,
      dueMonth: deliverables.dueMonth,
      state: deliverables.state,
      submittedOn: deliverables.submittedOn,
      lateReason: deliverables.lateReason,
    })
    .from(deliverables)
    .innerJoin(streams, eq(streams.id, deliverables.streamId))
    .where(eq(deliverables.projectId, sql.placeholder("projectId")))
    .orderBy(streams.number, deliverables.number),
);

const milestonesOf = prepared("plan_milestones", (db) =>
  db
    .select({
      id: milestones.id,
      version: milestones.version,
      number: milestones.number,
      title: milestones.title,
      streamIds: milestones.streamIds,
      dueMonth: milestones.dueMonth,
      reachedOn: milestones.reachedOn,
      lateReason: milestones.lateReason,
    })
    .from(milestones)
    .where(eq(milestones.projectId, sql.placeholder("projectId")))
    .orderBy(milestones.number),
);

const participantsOf = prepared("plan_participants", (db) =>
  db
    .select({
      id: participants.id,
      number: participants.number,
      organisationId: participants.organisationId,
      state: participants.state,
      name: sql<string>`coalesce(${organisations.shortName}, ${organisations.name})`,
    })
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(eq(participants.projectId, sql.placeholder("projectId")))
    .orderBy(participants.number),
);

/**
 * The whole work plan of a project, from which Gantt, table, prints and exports are drawn. Readers outside the consortium
 * see members that take part and no reasons of lateness. Faults: NOT_FOUND.
 */
export async function showPlan(db: ReadDb, person: Person, projectId: string): Promise<ProjectPlan> {
  return await planFor(db, await loadMembership(db, person, projectId));
}

/** The work plan as this member may see it. */
export async function planFor(db: ReadDb, membership: Membership): Promise<ProjectPlan> {
  const { projectId } = membership;
  const of = { projectId };
  const [facts] = await project(db, of);
  const rows = (await participantsOf(db, of)).filter((row) => mayKnowParticipant(membership, row));
  const known = new Set(rows.map(({ id }) => id));
  const knownLead = (id: string | null) => (id !== null && known.has(id) ? id : null);
  const sharesReasons = isInConsortium(membership);
  const mayPlan = mayPlanTasks(membership);
  return {
    projectId,
    acronym: facts?.acronym ?? "",
    startOn: facts?.startOn ?? null,
    durationMonths: facts?.durationMonths ?? null,
    streams: (await streamsOf(db, of)).map((row) => ({ ...row, leadParticipantId: knownLead(row.leadParticipantId) })),
    tasks: (await tasksOf(db, of)).map(({ streamNumber, ...row }) => ({
      ...row,
      code: `${streamNumber}.${row.number}`,
      leadParticipantId: knownLead(row.leadParticipantId),
      participantIds: row.participantIds.filter((id) => known.has(id)),
      mayRevise: mayPlan,
      mayReport: mayReportOnTask(membership, row),
    })),
    links: await linksOf(db, of),
    deliverables: (await deliverablesOf(db, of)).map(({ streamNumber, ...row }) => ({
      ...row,
      code: `D${streamNumber}.${row.number}`,
      leadParticipantId: knownLead(row.leadParticipantId),
      lateReason: sharesReasons ? row.lateReason : "",
      mayRevise: mayPlanDeliverables(membership),
      maySubmit: maySubmitDeliverable(membership, row),
    })),
    milestones: (await milestonesOf(db, of)).map((row) => ({
      ...row,
      lateReason: sharesReasons ? row.lateReason : "",
    })),
    participants: rows.map(({ state: _state, ...row }) => row),
    may: { plan: mayPlan },
  };
}
