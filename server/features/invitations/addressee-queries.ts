import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";

import { Fault, invalid } from "#shared/fault.ts";
import { mayInvite } from "#shared/features/invitations/invitation-policy.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { Language } from "#shared/languages.ts";

import type { ReadDb } from "#server/db/database.ts";
import { seats, users } from "#server/db/schema/index.ts";
import { isStaffed } from "#server/features/accounts/seat-queries.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { loadOrganisation } from "#server/features/organisations/organisation-facts-queries.ts";

type Answerer = { userId: string; email: string; language: Language | null };

/** To whom letters go; an empty `email` stands for the managers of an organisation that has people of its own. */
export type Addressees = {
  isStaffed: boolean;
  email: string;
  letters: readonly { to: string; language: Language }[];
};

/** What whoever is about to invite has to know of an organisation. Faults: NOT_FOUND, FORBIDDEN. */
export async function showTarget(
  db: ReadDb,
  person: Person,
  { projectId, organisationId }: { projectId: string; organisationId: string },
): Promise<{ isStaffed: boolean }> {
  demand(mayInvite(await loadMembership(db, person, projectId)));
  await loadOrganisation(db, organisationId);
  return { isStaffed: await isStaffed(db, organisationId) };
}

const mostLetters = 10;

/**
 * Who answers for an organisation that has people of its own: its managers who have come in, and its editors where it has no
 * such manager; the longest there first. Empty where nobody of that kind has come in.
 */
export async function answerersOf(db: ReadDb, organisationId: string): Promise<Answerer[]> {
  const rows = await db
    .select({ userId: users.id, email: users.email, language: users.language, role: seats.role })
    .from(seats)
    .innerJoin(users, eq(users.id, seats.userId))
    .where(
      and(
        eq(seats.organisationId, organisationId),
        inArray(seats.role, ["manager", "editor"]),
        isNotNull(users.passwordChangedAt),
      ),
    )
    .orderBy(asc(seats.createdAt), asc(seats.id));
  const managers = rows.filter((row) => row.role === "manager");
  return (managers.length > 0 ? managers : rows).map(({ userId, email, language }) => ({ userId, email, language }));
}

/**
 * Where the letter for an organisation goes. Nobody is brought into an organisation that has people of its own: there it goes
 * to those who answer for it, whose addresses the inviter does not learn, or to the one among them who was named. Faults:
 * NOT_FOUND; BAD_REQUEST `email` REQUIRED; CONFLICT ORGANISATION_STAFFED for any other address.
 */
export async function addresseesOf(
  db: ReadDb,
  organisationId: string,
  email: string | null,
  language: Language,
): Promise<Addressees> {
  const { name } = await loadOrganisation(db, organisationId);
  if (!(await isStaffed(db, organisationId))) {
    if (email === null) throw invalid("email", "REQUIRED");
    return { isStaffed: false, email, letters: [{ to: email, language }] };
  }
  const answerers = await answerersOf(db, organisationId);
  const named = email === null ? answerers : answerers.filter((each) => each.email === email);
  if (named.length === 0)
    throw new Fault("CONFLICT", "ORGANISATION_STAFFED", {
      message: `${name} already has people here; the invitation goes to its managers. Leave the address empty.`,
      fields: [{ path: "email", appCode: "ORGANISATION_STAFFED" }],
      params: { name },
    });
  const letters = named.slice(0, mostLetters).map((each) => ({ to: each.email, language: each.language ?? language }));
  return { isStaffed: true, email: email ?? "", letters };
}
