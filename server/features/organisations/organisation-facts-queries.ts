import { and, eq, gte, inArray, isNull, or, sql } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { MembershipSide, OrganisationFacts } from "#shared/features/organisations/organisation-policy.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { memberships, organisations, seats } from "#server/db/schema/index.ts";

export type OrganisationRecord = typeof organisations.$inferSelect;

const organisationById = prepared("organisation_by_id", (db) =>
  db
    .select()
    .from(organisations)
    .where(eq(organisations.id, sql.placeholder("id"))),
);

const firstSeat = prepared("organisation_first_seat", (db) =>
  db
    .select({ id: seats.id })
    .from(seats)
    .where(eq(seats.organisationId, sql.placeholder("id")))
    .limit(1),
);

const currentParents = prepared("organisation_current_parents", (db) =>
  db
    .select({ id: memberships.parentId })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, sql.placeholder("id")),
        or(isNull(memberships.untilOn), gte(memberships.untilOn, sql.placeholder("today"))),
      ),
    ),
);

const ownSeats = prepared("organisation_own_seats", (db) =>
  db
    .select({ id: seats.organisationId })
    .from(seats)
    .where(and(eq(seats.userId, sql.placeholder("userId")), inArray(seats.role, ["manager", "editor"]))),
);

/** The whole row of an organisation. Faults: NOT_FOUND. */
export async function loadOrganisation(db: ReadDb, id: string): Promise<OrganisationRecord> {
  const [row] = await organisationById(db, { id });
  if (!row) throw notFound();
  return row;
}

/** What the organisation policies decide from; `today` decides which memberships still count. */
export async function loadOrganisationFacts(db: ReadDb, id: string, today: string): Promise<OrganisationFacts> {
  const seat = await firstSeat(db, { id });
  const parents = await currentParents(db, { id, today });
  return { id, hasSeats: seat.length > 0, currentParentIds: parents.map((parent) => parent.id) };
}

/** What the membership policies decide from, for each of the given organisations: answers by id, NOT_FOUND for others. */
export async function loadMembershipSides(
  db: ReadDb,
  person: Person,
  sides: readonly Pick<OrganisationRecord, "id" | "kind">[],
): Promise<(id: string) => MembershipSide> {
  const ids = [...new Set(sides.map((side) => side.id))];
  const seated =
    ids.length === 0
      ? []
      : await db.selectDistinct({ id: seats.organisationId }).from(seats).where(inArray(seats.organisationId, ids));
  const own = await ownSeats(db, { userId: person.userId });
  const [withSeats, ours] = [new Set(seated.map((row) => row.id)), new Set(own.map((row) => row.id))];
  const known = new Map(
    sides.map(({ id, kind }) => [id, { id, kind, hasSeats: withSeats.has(id), isOurs: ours.has(id) }]),
  );
  return (id) => {
    const side = known.get(id);
    if (!side) throw notFound();
    return side;
  };
}
