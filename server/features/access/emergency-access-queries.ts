import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";

import { mayManagePeople } from "#shared/features/accounts/person-policy.ts";
import type { AccessChoices, AccessList, AccessRow } from "#shared/features/access/access.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { emergencyAccesses, organisations, participants, projects, users } from "#server/db/schema/index.ts";
import { loadStaffFacts } from "#server/features/accounts/seat-queries.ts";
import { demand } from "#server/features/members/membership.ts";

const mostRows = 200;

/** Every emergency access of the installation, the latest first, for administrators. Faults: FORBIDDEN. */
export async function listAccesses(db: ReadDb, person: Person, now: number): Promise<AccessList> {
  demand(person.isAdministrator);
  return { rows: await accessesWhere(db, person, now, undefined) };
}

/** Who looked at the parts of an organisation, the latest first, for its managers; null for everybody else. */
export async function listAccessesOf(
  db: ReadDb,
  person: Person,
  organisationId: string,
  now: number,
): Promise<{ rows: AccessRow[] | null }> {
  const facts = await loadStaffFacts(db, person, organisationId);
  const isOurs = person.seat?.organisationId === organisationId;
  if (!isOurs || !mayManagePeople(person, facts)) return { rows: null };
  return { rows: await accessesWhere(db, person, now, eq(emergencyAccesses.organisationId, organisationId)) };
}

/**
 * The projects an organisation takes part in, by acronym, for an administrator who has to open one; where it was only
 * asked is told to nobody new. Faults: FORBIDDEN.
 */
export async function listAccessChoices(db: ReadDb, person: Person, organisationId: string): Promise<AccessChoices> {
  demand(person.isAdministrator);
  return await db
    .selectDistinct({ projectId: projects.id, acronym: projects.acronym })
    .from(participants)
    .innerJoin(projects, eq(projects.id, participants.projectId))
    .where(and(eq(participants.organisationId, organisationId), eq(participants.state, "accepted")))
    .orderBy(asc(projects.acronym), asc(projects.id));
}

async function accessesWhere(db: ReadDb, person: Person, now: number, where: SQL | undefined): Promise<AccessRow[]> {
  const rows = await db
    .select({
      access: emergencyAccesses,
      acronym: projects.acronym,
      organisationName: sql<string>`coalesce(${organisations.shortName}, ${organisations.name})`,
      byName: users.name,
    })
    .from(emergencyAccesses)
    .innerJoin(projects, eq(projects.id, emergencyAccesses.projectId))
    .innerJoin(organisations, eq(organisations.id, emergencyAccesses.organisationId))
    .leftJoin(users, eq(users.id, emergencyAccesses.userId))
    .where(where)
    .orderBy(desc(emergencyAccesses.openedAt), desc(emergencyAccesses.id))
    .limit(mostRows);
  const parts = await participantsOf(
    db,
    rows.map(({ access }) => access),
  );
  return rows.map(({ access: { userId, ...access }, ...names }) => ({
    ...access,
    ...names,
    participantId: parts.get(`${access.projectId} ${access.organisationId}`) ?? null,
    isMine: userId === person.userId,
    isOpen: access.closedAt === null && access.expiresAt > now,
  }));
}

async function participantsOf(
  db: ReadDb,
  accesses: readonly { projectId: string; organisationId: string }[],
): Promise<Map<string, string>> {
  const projectIds = [...new Set(accesses.map(({ projectId }) => projectId))];
  if (projectIds.length === 0) return new Map();
  const rows = await db
    .select({ id: participants.id, projectId: participants.projectId, organisationId: participants.organisationId })
    .from(participants)
    .where(and(inArray(participants.projectId, projectIds), inArray(participants.state, ["invited", "accepted"])))
    .orderBy(desc(participants.number));
  return new Map(rows.map((row) => [`${row.projectId} ${row.organisationId}`, row.id]));
}
