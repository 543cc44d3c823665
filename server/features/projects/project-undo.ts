import { and, eq, isNotNull } from "drizzle-orm";

import { changesAny, type UndoContext, type UndoMove, type UndoRule } from "#server/changes/undo-rule.ts";
import type { ReadDb, Tx } from "#server/db/database.ts";
import { rowStore, type StoredRow } from "#server/db/row-store.ts";
import {
  contributions,
  decisions,
  invitations,
  milestones,
  organisations,
  participants,
  periods,
  projects,
  streams,
} from "#server/db/schema/index.ts";
import { demand, loadMembership, relationOf } from "#server/features/members/membership.ts";
import { forbidden } from "#shared/fault.ts";
import { mayChangePlan } from "#shared/features/members/plan-policy.ts";
import { mayPlanProject, type Person, type Standing } from "#shared/features/members/standing.ts";
import { projectSearchTexts } from "#shared/features/projects/project-name-rules.ts";
import {
  mayChangeStatus,
  mayCreateProject,
  mayRemoveProject,
  mayReviseProject,
} from "#shared/features/projects/project-policy.ts";
import type { ProjectStatus } from "#shared/features/projects/project-words.ts";
import { missingForStatus } from "#shared/features/projects/project-status-rules.ts";

type Project = typeof projects.$inferSelect;

const periodFields = ["startOn", "durationMonths", "periodMonths"];
const planFields = [...periodFields, "currency", "ruleBook"];

/** Projects: their facts, their status, and a whole project that was only just begun or removed. */
export const projectUndo: UndoRule = {
  store: rowStore(projects),
  isBinned: true,
  derive: (row) => projectSearchTexts(row as unknown as Project),
  async demand(tx, { from, to, step }, context) {
    const { person } = context;
    if (!to) return demand(mayRemoveProject(await standingAt(tx, step.entityId, from, context)));
    if (!from) {
      demand(mayCreateProject(person));
      return demand(mayPlanProject(await standingAt(tx, step.entityId, to, context)));
    }
    const membership = await loadMembership(tx, person, step.entityId);
    if (changesAny(from, to, ["status"]))
      return demand(mayChangeStatus({ ...membership, projectStatus: statusOf(from) }, statusOf(to)));
    demand(mayReviseProject(membership));
    if (changesAny(from, to, planFields)) demand(mayChangePlan(membership));
  },
  async obstacle(tx, move, context) {
    const { now, goal } = move;
    if (!goal) return (await holdsMore(tx, move.step.entityId, context)) ? "in-use" : null;
    if (!now) return (await isClusterGone(tx, goal)) ? "gone" : null;
    const project = goal as unknown as Project;
    if (missingForStatus(project.status, project).length > 0) return "changed";
    if (changesAny(now, goal, ["currency"]) && (await isValued(tx, move.step.entityId))) return "in-use";
    return changesAny(now, goal, periodFields) && !(await periodsFollow(tx, move, context)) ? "in-use" : null;
  },
};

const statusOf = (row: StoredRow): ProjectStatus => row["status"] as ProjectStatus;

/** Where the person stands; for a project that is not there, by the members that left with it. */
async function standingAt(tx: ReadDb, id: string, row: StoredRow | null, context: UndoContext): Promise<Standing> {
  const [present] = await tx.select({ id: projects.id }).from(projects).where(eq(projects.id, id));
  if (present) return loadMembership(tx, context.person, id);
  const members = context.moves
    .filter(({ step }) => step.entity === "participant" && step.projectId === id)
    .flatMap(({ goal }) => (goal ? [goal] : []));
  return formerStanding(context.person, row, members);
}

/** Where a person stood towards a project that is gone, by its row and those of its members. Faults: FORBIDDEN without a row. */
export function formerStanding(person: Person, row: StoredRow | null, members: readonly StoredRow[]): Standing {
  if (!row) throw forbidden();
  const organisationId = person.seat?.organisationId ?? null;
  const own = members
    .filter((member) => member["organisationId"] === organisationId)
    .map(({ id, role, state }) => ({ id, role: String(role), state: String(state) }))
    .filter(({ state }) => state === "invited" || state === "accepted");
  const actsForCluster = organisationId !== null && row["clusterId"] === organisationId;
  return {
    projectId: row.id,
    projectStatus: (row as unknown as Project).status,
    organisationId,
    seatRole: person.seat?.role ?? null,
    relation: relationOf(own, actsForCluster),
    actsForCluster,
    participantIds: own.map(({ id }) => id),
  };
}

/** Whether anything lies in the project that does not go with it. */
async function holdsMore(tx: Tx, projectId: string, { removing }: UndoContext): Promise<boolean> {
  for (const table of [participants, streams, milestones, periods, contributions, decisions, invitations]) {
    const rows = await tx.select({ id: table.id }).from(table).where(eq(table.projectId, projectId));
    if (rows.some(({ id }) => !removing.has(id))) return true;
  }
  return false;
}

async function isClusterGone(tx: Tx, goal: StoredRow): Promise<boolean> {
  const clusterId = goal["clusterId"];
  if (typeof clusterId !== "string") return false;
  const rows = await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, clusterId));
  return rows.length === 0;
}

async function isValued(tx: Tx, projectId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: contributions.id })
    .from(contributions)
    .where(and(eq(contributions.projectId, projectId), isNotNull(contributions.valueCents)))
    .limit(1);
  return rows.length > 0;
}

/** The dates of a project and its periods belong together: all periods the act cut have to follow. */
async function periodsFollow(tx: Tx, { step }: UndoMove, { moves }: UndoContext): Promise<boolean> {
  const following = new Set(moves.filter((move) => move.step.entity === "period").map((move) => move.step.entityId));
  const present = await tx.select().from(periods).where(eq(periods.projectId, step.entityId));
  const cutThen = present.filter((row) => row.createdAt === step.at);
  return cutThen.every(({ id }) => following.has(id));
}
