import { and, eq, inArray, or, sql } from "drizzle-orm";

import type { Person } from "#shared/features/members/standing.ts";
import type {
  MemberPage,
  OrganisationPartInput,
  OrganisationProjectPage,
} from "#shared/features/organisations/organisation-views.ts";

import type { ReadDb } from "#server/db/database.ts";
import { ascending, countOf, descending } from "#server/db/order.ts";
import { prepared } from "#server/db/prepare.ts";
import { memberships, organisations, participants, projects } from "#server/db/schema/index.ts";
import { preparedVisibleProjectsCondition, visibilityValues } from "#server/features/members/visible-projects.ts";

import { loadMembershipSides, loadOrganisation } from "./organisation-facts-queries.ts";
import { optionColumns } from "./organisation-option-queries.ts";
import { membershipView } from "./organisation-queries.ts";

const membersOf = prepared("organisation_members", (db) =>
  db
    .select({
      id: memberships.id,
      version: memberships.version,
      sinceOn: memberships.sinceOn,
      untilOn: memberships.untilOn,
      organisation: optionColumns,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.parentId, sql.placeholder("id")))
    .orderBy(
      sql`case when ${memberships.untilOn} is null or ${memberships.untilOn} >= ${sql.placeholder("today")} then 0 else 1 end`,
      ascending(organisations.sortName),
      memberships.id,
    )
    .limit(sql.placeholder("limit"))
    .offset(sql.placeholder("offset")),
);

const memberCount = prepared("organisation_member_count", (db) =>
  db
    .select({ count: countOf() })
    .from(memberships)
    .where(eq(memberships.parentId, sql.placeholder("id"))),
);

/** One page of the direct members of a cluster or association. Faults: NOT_FOUND. */
export async function listMembers(db: ReadDb, person: Person, input: OrganisationPartInput): Promise<MemberPage> {
  const { organisationId: id, page = 1, pageSize = 50 } = input;
  const parent = await loadOrganisation(db, id);
  const values = { id, today: person.today, limit: pageSize, offset: (page - 1) * pageSize };
  const [rows, [counted]] = await Promise.all([membersOf(db, values), memberCount(db, { id })]);
  const sideOf = await loadMembershipSides(db, person, [parent, ...rows.map((row) => row.organisation)]);
  return {
    rows: rows.map((row) => membershipView(person, row, sideOf(row.organisation.id), sideOf(id))),
    total: counted?.count ?? 0,
  };
}

// Who has been invited is known to the organisation itself and inside the consortium, not to readers of a profile.
const takesPart = and(
  eq(participants.organisationId, sql.placeholder("id")),
  inArray(participants.state, ["accepted", sql.placeholder("alsoState")]),
);
const ofOrganisation = and(
  preparedVisibleProjectsCondition,
  or(
    eq(projects.clusterId, sql.placeholder("id")),
    sql`${projects.id} in (select ${participants.projectId} from ${participants} where ${takesPart})`,
  ),
);

const projectsOf = prepared("organisation_projects", (db) =>
  db
    .select({
      id: projects.id,
      acronym: projects.acronym,
      title: projects.title,
      status: projects.status,
      clusterId: projects.clusterId,
    })
    .from(projects)
    .where(ofOrganisation)
    .orderBy(descending(projects.startOn), ascending(projects.sortName), projects.id)
    .limit(sql.placeholder("limit"))
    .offset(sql.placeholder("offset")),
);

const projectCount = prepared("organisation_project_count", (db) =>
  db.select({ count: countOf() }).from(projects).where(ofOrganisation),
);

const rolesOf = prepared("organisation_roles", (db) =>
  db
    .select({ projectId: participants.projectId, role: participants.role, state: participants.state })
    .from(participants)
    .where(takesPart)
    .orderBy(participants.number),
);

/** One page of the projects that an organisation takes part in, or is the cluster of, and that the person may know of. Faults: NOT_FOUND. */
export async function listOrganisationProjects(
  db: ReadDb,
  person: Person,
  input: OrganisationPartInput,
): Promise<OrganisationProjectPage> {
  const { organisationId: id, page = 1, pageSize = 20 } = input;
  await loadOrganisation(db, id);
  const alsoState = person.seat?.organisationId === id ? "invited" : "accepted";
  const values = { ...visibilityValues(person), id, alsoState };
  const [rows, [counted], roles] = await Promise.all([
    projectsOf(db, { ...values, limit: pageSize, offset: (page - 1) * pageSize }),
    projectCount(db, values),
    rolesOf(db, { id, alsoState }),
  ]);
  const byProject = Map.groupBy(roles, (role) => role.projectId);
  return {
    rows: rows.map(({ clusterId, ...project }) => ({
      ...project,
      isCluster: clusterId === id,
      roles: (byProject.get(project.id) ?? []).map(({ role, state }) => ({ role, state })),
    })),
    total: counted?.count ?? 0,
  };
}
