import { and, eq, gte, isNull, or, sql } from "drizzle-orm";

import { forbidden, notFound } from "#shared/fault.ts";
import type { Person, Relation, Standing } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { memberships, participants, projects } from "#server/db/schema/index.ts";

declare const proof: unique symbol;

/** Proof that a person may read a project. Only this file makes one; queries and services ask for it. */
export type Membership = Standing & {
  readonly [proof]: true;
  readonly person: Person;
  readonly currency: string;
  readonly clusterId: string | null;
};

const projectById = prepared("membership_project", (db) =>
  db
    .select({
      id: projects.id,
      status: projects.status,
      visibility: projects.visibility,
      clusterId: projects.clusterId,
      currency: projects.currency,
    })
    .from(projects)
    .where(eq(projects.id, sql.placeholder("projectId"))),
);

const ownParticipants = prepared("membership_participants", (db) =>
  db
    .select({ id: participants.id, role: participants.role, state: participants.state })
    .from(participants)
    .where(
      and(
        eq(participants.projectId, sql.placeholder("projectId")),
        eq(participants.organisationId, sql.placeholder("organisationId")),
      ),
    ),
);

const belongsTo = prepared("membership_umbrella", (db) =>
  db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, sql.placeholder("organisationId")),
        eq(memberships.parentId, sql.placeholder("parentId")),
        or(isNull(memberships.untilOn), gte(memberships.untilOn, sql.placeholder("today"))),
      ),
    ),
);

/**
 * Loads where `person` stands towards a project. Faults: NOT_FOUND for an unknown project and, with the
 * same bytes, for one the person may not know of.
 */
export async function loadMembership(db: ReadDb, person: Person, projectId: string): Promise<Membership> {
  // Who looks at one project through a member's eyes sees none of its others.
  if (person.viewing && person.viewing.projectId !== projectId) throw notFound();
  const [project] = await projectById(db, { projectId });
  if (!project) throw notFound();
  const organisationId = person.seat?.organisationId ?? null;
  const rows = organisationId === null ? [] : await ownParticipants(db, { projectId, organisationId });
  const own = rows.filter((row) => row.state === "invited" || row.state === "accepted");
  const actsForCluster = organisationId !== null && organisationId === project.clusterId;
  const relation = relationOf(own, actsForCluster);
  if (relation === "reader" && !(await isOpenTo(db, person, project))) throw notFound();
  return {
    person,
    projectId,
    projectStatus: project.status,
    organisationId,
    seatRole: person.seat?.role ?? null,
    relation,
    actsForCluster,
    participantIds: own.map((row) => row.id),
    viewedBy: person.viewing?.by,
    currency: project.currency,
    clusterId: project.clusterId,
  } satisfies Omit<Membership, typeof proof> as unknown as Membership;
}

/** Throws FORBIDDEN unless `allowed`: the person sees the project but may not do this in it. */
export function demand(allowed: boolean, appCode?: string): void {
  if (!allowed) throw forbidden(appCode);
}

/** The relation that follows from the own participant rows (invited or accepted) and from acting for the project's cluster. */
export function relationOf(own: readonly { role: string; state: string }[], actsForCluster: boolean): Relation {
  if (own.some((row) => row.role === "coordinator" && row.state === "accepted")) return "coordinator";
  if (own.some((row) => row.state === "accepted")) return "participant";
  if (actsForCluster) return "cluster";
  return own.length > 0 ? "invited" : "reader";
}

async function isOpenTo(
  db: ReadDb,
  person: Person,
  project: { visibility: string; clusterId: string | null },
): Promise<boolean> {
  if (project.visibility === "public") return true;
  if (project.visibility !== "cluster" || !project.clusterId || !person.seat) return false;
  const { today } = person;
  const organisationId = person.seat.organisationId;
  // Members of the cluster read it, and so do the associations the cluster itself belongs to.
  const asMember = await belongsTo(db, { organisationId, parentId: project.clusterId, today });
  if (asMember.length > 0) return true;
  const asUmbrella = await belongsTo(db, { organisationId: project.clusterId, parentId: organisationId, today });
  return asUmbrella.length > 0;
}
