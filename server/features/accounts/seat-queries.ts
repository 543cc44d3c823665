import { and, eq, isNotNull } from "drizzle-orm";

import { mayManagePeople, type StaffFacts } from "#shared/features/accounts/person-policy.ts";
import type { People } from "#shared/features/accounts/person.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { SeatRole } from "#shared/features/members/seat-words.ts";
import { notFound } from "#shared/fault.ts";

import type { ReadDb } from "#server/db/database.ts";
import { ascending } from "#server/db/order.ts";
import { organisations, seats, users } from "#server/db/schema/index.ts";
import { loadOrganisation, loadOrganisationFacts } from "#server/features/organisations/organisation-facts-queries.ts";

/** What the people policy decides from. Fault NOT_FOUND for an unknown organisation. */
export async function loadStaffFacts(db: ReadDb, person: Person, organisationId: string): Promise<StaffFacts> {
  await loadOrganisation(db, organisationId);
  const { currentParentIds } = await loadOrganisationFacts(db, organisationId, person.today);
  return { organisationId, isStaffed: await isStaffed(db, organisationId), currentParentIds };
}

/** Whether somebody of the organisation has come in and chosen a password: from then on it looks after its people itself. */
export async function isStaffed(db: ReadDb, organisationId: string): Promise<boolean> {
  const staffed = await db
    .select({ id: seats.id })
    .from(seats)
    .innerJoin(users, eq(users.id, seats.userId))
    .where(and(eq(seats.organisationId, organisationId), isNotNull(users.passwordChangedAt)))
    .limit(1);
  return staffed.length > 0;
}

/** A person as he would stand acting for an organisation on the day `today`; null without a seat there. */
export async function findActingPerson(
  db: ReadDb,
  userId: string,
  organisationId: string,
  today: string,
): Promise<Person | null> {
  const [row] = await db
    .select({ isAdministrator: users.isAdministrator, kind: organisations.kind, role: seats.role })
    .from(seats)
    .innerJoin(users, eq(users.id, seats.userId))
    .innerJoin(organisations, eq(organisations.id, seats.organisationId))
    .where(and(eq(seats.userId, userId), eq(seats.organisationId, organisationId)));
  if (!row) return null;
  return {
    userId,
    isAdministrator: row.isAdministrator,
    today,
    seat: { organisationId, kind: row.kind, role: row.role },
  };
}

/** The people of an organisation by name, for whoever looks after them; for everybody else no rows, and `may.manage` false. */
export async function listPeople(db: ReadDb, person: Person, organisationId: string): Promise<People> {
  const manage = mayManagePeople(person, await loadStaffFacts(db, person, organisationId));
  if (!manage) return { rows: [], may: { manage } };
  const rows = await db
    .select({
      seatId: seats.id,
      version: seats.version,
      role: seats.role,
      userId: users.id,
      name: users.name,
      email: users.email,
      passwordChangedAt: users.passwordChangedAt,
    })
    .from(seats)
    .innerJoin(users, eq(users.id, seats.userId))
    .where(eq(seats.organisationId, organisationId))
    .orderBy(ascending(users.name), ascending(users.id));
  return {
    rows: rows.map(({ userId, passwordChangedAt, ...row }) => ({
      ...row,
      isPending: passwordChangedAt === null,
      isSelf: userId === person.userId,
    })),
    may: { manage },
  };
}

export type SeatRecord = { id: string; version: number; role: SeatRole; userId: string; organisationId: string };

/** A seat. Fault NOT_FOUND. */
export async function loadSeat(db: ReadDb, id: string): Promise<SeatRecord> {
  const [row] = await db
    .select({
      id: seats.id,
      version: seats.version,
      role: seats.role,
      userId: seats.userId,
      organisationId: seats.organisationId,
    })
    .from(seats)
    .where(eq(seats.id, id));
  if (!row) throw notFound();
  return row;
}
