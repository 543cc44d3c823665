import { and, eq, inArray, type SQL, sql } from "drizzle-orm";

import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { countOf } from "#server/db/order.ts";
import { memberships, participants, projects } from "#server/db/schema/index.ts";
import { visibleProjectsCondition } from "#server/features/members/visible-projects.ts";

// A project counts once however many roles; where the organisation is also its cluster, `owningRows` counts it.
const notOwnCluster = sql`(${projects.clusterId} is null or ${projects.clusterId} <> ${participants.organisationId})`;

/** Rows { organisationId, count }: visible projects that organisations take part in; of all organisations, or of `ids`. */
export function takingRows(db: ReadDb, person: Person, ids?: readonly string[]) {
  return db
    .select({
      organisationId: participants.organisationId,
      count: sql<number>`count(distinct ${participants.projectId})`.mapWith(Number).as("taking"),
    })
    .from(participants)
    .innerJoin(projects, eq(projects.id, participants.projectId))
    .where(
      and(
        eq(participants.state, "accepted"),
        ids && inArray(participants.organisationId, [...ids]),
        visibleProjectsCondition(person),
        notOwnCluster,
      ),
    )
    .groupBy(participants.organisationId);
}

/** Rows { organisationId, count }: visible projects that belong to clusters; of all clusters, or of `ids`. */
export function owningRows(db: ReadDb, person: Person, ids?: readonly string[]) {
  return db
    .select({ organisationId: projects.clusterId, count: countOf().as("owning") })
    .from(projects)
    .where(
      and(
        ids ? inArray(projects.clusterId, [...ids]) : sql`${projects.clusterId} is not null`,
        visibleProjectsCondition(person),
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
