import { eq } from "drizzle-orm";

import type { Consortia } from "#shared/features/imports/consortium.ts";
import type {
  ParsedDeliverable,
  ParsedMilestone,
  ParsedPlan,
  ParsedStream,
  ParsedTask,
} from "#shared/features/imports/plan-parts.ts";
import type { ReadDb } from "#server/db/database.ts";
import { participants } from "#server/db/schema/index.ts";

import { mayWrite } from "./consortium-plan.ts";
import type { ImportScope } from "./import-scope.ts";
import type { ProjectRow } from "./known-rows.ts";
import type { Pace } from "./pace.ts";
import {
  decideEfforts,
  decideMilestones,
  decideNumbered,
  decideStreams,
  type EffortDecision,
  leadOf,
  lookUp,
  type PlanDecision,
  type Sighted,
  sightOf,
} from "./plan-decisions.ts";
import {
  type DeliverableRow,
  type KnownPlan,
  loadPlan,
  type Member,
  type MilestoneRow,
  nothingKnown,
  projectOfPlan,
  type StreamRow,
  type TaskRow,
} from "./plan-known.ts";
import type { ProblemList } from "./problem-list.ts";

/** What becomes of every part of a plan. */
export type PlanDecisions = {
  projectId: string;
  acronym: string;
  known: KnownPlan;
  streams: PlanDecision<ParsedStream, StreamRow>[];
  tasks: PlanDecision<ParsedTask, TaskRow>[];
  deliverables: PlanDecision<ParsedDeliverable, DeliverableRow>[];
  milestones: PlanDecision<ParsedMilestone, MilestoneRow>[];
  efforts: EffortDecision[];
};

type Around = { scope: ImportScope; consortia: Consortia; problems: ProblemList; ids: () => string; pace: Pace };

/**
 * Compares plans with what is there. A project that the same files make counts as empty with their participants; one
 * that is neither here nor in the files is told and passed over.
 */
export async function decidePlans(db: ReadDb, plans: readonly ParsedPlan[], around: Around): Promise<PlanDecisions[]> {
  const decided: PlanDecisions[] = [];
  for (const plan of plans) {
    const found = await knownPlanOf(db, plan, around);
    if (found) decided.push(await decidePlan(plan, found, around));
  }
  return decided;
}

type Found = Pick<PlanDecisions, "projectId" | "acronym" | "known">;

async function knownPlanOf(
  db: ReadDb,
  { project, place }: ParsedPlan,
  { scope, consortia, problems, ids }: Around,
): Promise<Found | null> {
  const found = await projectOfPlan(db, project);
  const row = found && (await mayPlan(db, scope, found)) ? found : null;
  const asked = "id" in project ? project.id : project.externalId;
  if (row) {
    const { id: projectId, acronym } = row;
    const known = await loadPlan(db, projectId);
    const isHere = new Set(known.members.map((each) => each.externalId));
    known.members.push(
      ...comingMembers(row.externalId ?? "", consortia, ids).filter((each) => !isHere.has(each.externalId)),
    );
    return { projectId, acronym, known };
  }
  if ("id" in project) {
    problems.error(place, "PROJECT_OF_OTHERS", { kind: "project" });
    return null;
  }
  if (!consortia.projects.some((each) => each.externalId === asked)) {
    const value = `${project.acronym} ${project.externalId}`.trim();
    problems.warn(place, "PROJECT_PASSED_OVER", { value, kind: "project" });
    return null;
  }
  const members = comingMembers(asked, consortia, ids);
  return { projectId: ids(), acronym: project.acronym, known: nothingKnown(members) };
}

/** The cluster of a project, its coordinator and administrators plan it. */
export async function mayPlan(db: ReadDb, scope: ImportScope, project: ProjectRow): Promise<boolean> {
  const rows = await db.select().from(participants).where(eq(participants.projectId, project.id));
  return mayWrite(project, scope, { participants: rows });
}

/** Participants that the same import is about to bring. */
function comingMembers(projectId: string, consortia: Consortia, ids: () => string): Member[] {
  const names = new Map(consortia.organisations.map((each) => [each.externalId, each]));
  return consortia.participations.flatMap((each): Member[] => {
    const organisation = names.get(each.organisationId);
    if (each.projectId !== projectId || !organisation) return [];
    const { externalId, name, shortName = null } = organisation;
    return [{ id: ids(), organisationId: externalId, number: each.sourceNumber, externalId, name, shortName }];
  });
}

async function decidePlan(plan: ParsedPlan, found: Found, { problems, ids, pace }: Around): Promise<PlanDecisions> {
  const { known } = found;
  const sight = sightOf(known, problems, ids, pace);
  const streams = decideStreams(sight, plan.streams);
  const tasks = await decideNumbered<ParsedTask, TaskRow>(sight, plan.tasks, {
    rows: known.tasks,
    kind: "task",
    statedOf: (each) => statedOfTask(sight, each),
  });
  const deliverables = await decideNumbered<ParsedDeliverable, DeliverableRow>(sight, plan.deliverables, {
    rows: known.deliverables,
    kind: "deliverable",
    statedOf: (each) => statedOfDeliverable(sight, each),
  });
  const milestones = decideMilestones(sight, plan.milestones);
  return { ...found, streams, tasks, deliverables, milestones, efforts: await decideEfforts(sight, plan.efforts) };
}

function statedOfTask(sight: Sighted, each: ParsedTask): Partial<TaskRow> | object {
  const { place, description, startMonth, endMonth, progressBp, state } = each;
  const at = { place, kind: "task" as const };
  const asked = { code: "UNKNOWN_PARTICIPANT" as const, ...at, problems: sight.problems };
  const participantIds = each.partners?.flatMap((name) => lookUp(sight.members, name, asked)?.id ?? []);
  return { description, startMonth, endMonth, progressBp, state, participantIds, ...leadOf(sight, each.lead, at) };
}

function statedOfDeliverable(sight: Sighted, each: ParsedDeliverable): object {
  const { place, description, type, dissemination, dueMonth, state, link } = each;
  const lead = leadOf(sight, each.lead, { place, kind: "deliverable" });
  return { description, type, dissemination, dueMonth, state, link, ...lead };
}
