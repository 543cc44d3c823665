import type { Database } from "#server/db/database.ts";
import { mailPreferences, seats, users } from "#server/db/schema/index.ts";
import { dayOf } from "#shared/dates.ts";
import { usualMailPreferences } from "#shared/features/accounts/mail-preferences.ts";
import type { SeatRole } from "#shared/features/members/seat-words.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { OrganisationKind } from "#shared/features/organisations/organisation-words.ts";

import { builtAt, fresh, nextId, nextNumber } from "./build.ts";

type Seated = { id: string; kind: OrganisationKind };

/** A person with an account without password and, when an organisation is given, a seat there; returned as services see it. */
export async function buildPerson(
  db: Database,
  organisation?: Seated,
  role: SeatRole = "manager",
  administrator = false,
): Promise<Person> {
  const id = nextId();
  const number = nextNumber();
  const at = new Date(builtAt);
  await db.housekeep(async (tx) => {
    await tx.insert(users).values({
      id,
      name: `Person ${number}`,
      email: `person-${number}@example.test`,
      emailVerified: true,
      image: null,
      createdAt: at,
      updatedAt: at,
      language: null,
      isAdministrator: administrator,
    });
    if (organisation) await tx.insert(seats).values({ ...fresh(), userId: id, organisationId: organisation.id, role });
  });
  const seat = organisation ? { organisationId: organisation.id, kind: organisation.kind, role } : null;
  return { userId: id, isAdministrator: administrator, today: dayOf(builtAt), seat };
}

/** What a person wants to be told by mail: as usual, unless said otherwise. */
export async function buildMailPreferences(
  db: Database,
  { userId }: Pick<Person, "userId">,
  overrides: Partial<typeof mailPreferences.$inferInsert> = {},
): Promise<void> {
  const { id: _id, ...revision } = fresh();
  await db.housekeep(async (tx) => {
    await tx.insert(mailPreferences).values({ ...usualMailPreferences, ...revision, userId, ...overrides });
  });
}
