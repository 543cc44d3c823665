import type { AddPersonInput } from "#shared/features/accounts/person.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { Database } from "#server/db/database.ts";

import { countAttempts } from "./attempt-service.ts";
import { demandPeopleRight } from "./seat-service.ts";

/** Counts a mail to a new colleague before it is caused, for those who may cause one. Faults: NOT_FOUND, FORBIDDEN, TOO_MANY_REQUESTS. */
export async function countInvitation(db: Database, person: Person, input: AddPersonInput): Promise<void> {
  await demandPeopleRight(db.read, person, input.organisationId);
  await countAttempts(db, [
    { kind: "mail-recipient", subject: input.email },
    { kind: "mail-sender", subject: person.userId },
  ]);
}
