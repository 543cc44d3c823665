import { and, eq, inArray } from "drizzle-orm";

import type { ParticipantState } from "#shared/features/participants/participant-words.ts";
import type { SeatRole } from "#shared/features/members/seat-words.ts";
import type { Language } from "#shared/languages.ts";

import type { ReadDb } from "#server/db/database.ts";
import { participants, seats, users } from "#server/db/schema/index.ts";

export type Recipient = {
  userId: string;
  organisationId: string;
  role: SeatRole;
  name: string;
  email: string;
  language: Language | null;
};

const writers: readonly SeatRole[] = ["manager", "editor"];

/** People of organisations by their seats, managers and editors unless told otherwise. */
export async function peopleOf(
  db: ReadDb,
  organisationIds: readonly string[],
  roles: readonly SeatRole[] = writers,
): Promise<Recipient[]> {
  if (organisationIds.length === 0) return [];
  return db
    .select({
      userId: seats.userId,
      organisationId: seats.organisationId,
      role: seats.role,
      name: users.name,
      email: users.email,
      language: users.language,
    })
    .from(seats)
    .innerJoin(users, eq(users.id, seats.userId))
    .where(and(inArray(seats.organisationId, [...organisationIds]), inArray(seats.role, [...roles])))
    .orderBy(seats.id);
}

/** Writing people of a project's coordinator. */
export async function coordinatorsOf(db: ReadDb, projectId: string): Promise<Recipient[]> {
  const rows = await db
    .select({ organisationId: participants.organisationId })
    .from(participants)
    .where(
      and(
        eq(participants.projectId, projectId),
        eq(participants.role, "coordinator"),
        eq(participants.state, "accepted"),
      ),
    );
  return peopleOf(
    db,
    rows.map((row) => row.organisationId),
  );
}

/** Writing people of a project's participants in the given states. */
export async function membersOf(
  db: ReadDb,
  projectId: string,
  states: readonly ParticipantState[] = ["accepted"],
): Promise<Recipient[]> {
  const rows = await db
    .selectDistinct({ organisationId: participants.organisationId })
    .from(participants)
    .where(and(eq(participants.projectId, projectId), inArray(participants.state, [...states])));
  return peopleOf(
    db,
    rows.map((row) => row.organisationId),
  );
}
