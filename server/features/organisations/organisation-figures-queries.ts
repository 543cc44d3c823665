import { and, eq, exists, inArray, type SQL, sql } from "drizzle-orm";

import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { countOf } from "#server/db/order.ts";
import { memberships, participants, projects } from "#server/db/schema/index.ts";
import { visibleProjectsCondition } from "#server/features/members/visible-projects.ts";

/**
 * Rows { organisationId, count }: visible projects that organisations take part in, each once however many roles; of
 * all organisations, or of `ids`.
 */
export function takingRows(db: ReadDb, person: Person, ids?: readonly string[]) {
  const visible = visibleProjectsCondition(person);
  const projectsIn = (condition: SQL | undefined) => db.select({ id: projects.id }).from(projects).where(condition);
  // For all organisations the database should begin with the projects, for a few with their participations.
  const isVisible = ids
    ? exists(projectsIn(and(eq(projects.id, participants.projectId), visible)))
    : inArray(participants.projectId, projectsIn(visible));
  return db
    .select({
      organisationId: participants.organisationId,
      count: sql<number>`count(distinct ${participants.projectId})`.mapWith(Number).as("taking"),
    })
    .from(participants)
    .where(and(eq(participants.state, "accepted"), ids && inArray(participants.organisationId, [...ids]), isVisible))
    .groupBy(participants.organisationId);
}

/** Rows { organisationId, count }: visible projects of clusters that do not take part themselves; of all, or of `ids`. */
export function owningRows(db: ReadDb, person: Person, ids?: readonly string[]) {
  const alsoTakesPart = sql`exists (select 1 from ${participants} where ${participants.projectId} = ${projects.id}
    and ${participants.organisationId} = ${projects.clusterId} and ${participants.state} = 'accepted')`;
  return db
    .select({ organisationId: projects.clusterId, count: countOf().as("owning") })
    .from(projects)
    .where(
      and(
        ids ? inArray(projects.clusterId, [...ids]) : sql`${projects.clusterId} is not null`,
        visibleProjectsCondition(person),
        sql`not ${alsoTakesPart}`,
      ),
    )
    .groupBy(projects.clusterId);
}

/** Number of projects that the person may know of, by organisation; those without any are absent. */
export async function projectCounts(db: ReadDb, person: Person, ids: readonly string[]): Promise<Map<string, number>> {
  const [taking, owning] = await Promise.all([takingRows(db, person, ids), owningRows(db, person, ids)]);
  const counts = new Map<string, number>();
  for (const { organisationId, count } of [...taking, ...owning]) {
    if (organisationId !== null) counts.set(organisationId, (counts.get(organisationId) ?? 0) + count);
  }
  return counts;
}

/** Memberships that count on the person's day, in `parentId` when given. */
export function currentMembership(person: Person, parentId: string | undefined): SQL | undefined {
  return and(
    parentId ? eq(memberships.parentId, parentId) : undefined,
    sql`(${memberships.untilOn} is null or ${memberships.untilOn} >= ${person.today})`,
  );
}

/** Rows { organisationId, sinceOn }: first day of the oldest membership of today, in `parentId` when given. */
export function memberSinceRows(db: ReadDb, person: Person, parentId: string | undefined, ids?: readonly string[]) {
  return db
    .select({
      organisationId: memberships.organisationId,
      sinceOn: sql<string | null>`min(${memberships.sinceOn})`.as("since"),
    })
    .from(memberships)
    .where(and(currentMembership(person, parentId), ids && inArray(memberships.organisationId, [...ids])))
    .groupBy(memberships.organisationId);
}
