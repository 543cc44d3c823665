import { type Placeholder, type SQL, sql } from "drizzle-orm";

import type { Person } from "#shared/features/members/standing.ts";

import { memberships, participants, projects } from "#server/db/schema/index.ts";

type Bound = string | Placeholder;

/**
 * The projects a person may know of, as a condition on `projects`; the same rule as `loadMembership`, for lists.
 * True or false for every row, never null, so that it may stand under `not` as well.
 */
export function visibleProjectsCondition(person: Person): SQL {
  if (person.viewing) return sql`(${projects.id} = ${person.viewing.projectId})`;
  if (!person.seat) return sql`(${projects.visibility} = 'public')`;
  return visibleTo(person.seat.organisationId, person.today);
}

/**
 * The same condition for prepared statements: placeholders `readerId` (acting organisation) and `today`.
 * Fill them with `visibilityValues(person)`.
 */
export const preparedVisibleProjectsCondition: SQL = visibleTo(sql.placeholder("readerId"), sql.placeholder("today"));

/** Values for `preparedVisibleProjectsCondition`; without a seat the empty id matches no organisation. */
export function visibilityValues(person: Person): { readerId: string; today: string } {
  return { readerId: person.seat?.organisationId ?? "", today: person.today };
}

// The inner selects do not depend on the row, so the database answers each of them once however many projects there are.
function visibleTo(organisationId: Bound, today: Bound): SQL {
  const current = sql`(${memberships.untilOn} is null or ${memberships.untilOn} >= ${today})`;
  const own = sql`select ${participants.projectId} from ${participants} where ${participants.organisationId} = ${organisationId} and ${participants.state} in ('invited', 'accepted')`;
  const clusters = sql`select ${memberships.parentId} from ${memberships} where ${memberships.organisationId} = ${organisationId} and ${current}`;
  const below = sql`select ${memberships.organisationId} from ${memberships} where ${memberships.parentId} = ${organisationId} and ${current}`;
  const clusterIsOurs = sql`(${projects.clusterId} is not null and (${projects.clusterId} = ${organisationId}
    or (${projects.visibility} = 'cluster' and (${projects.clusterId} in (${clusters}) or ${projects.clusterId} in (${below})))))`;
  return sql`(${projects.visibility} = 'public' or ${clusterIsOurs} or ${projects.id} in (${own}))`;
}
