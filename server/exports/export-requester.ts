import { and, eq } from "drizzle-orm";

import { dayOf } from "#shared/dates.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { organisations, seats, users } from "#server/db/schema/index.ts";

/**
 * The person behind a job with the rights of `now` (ms UTC), acting from the seat the job was started from; without that
 * seat when it was taken away since, and null when the account is gone.
 */
export async function requesterOf(
  db: ReadDb,
  job: { userId: string; actingForId: string | null },
  now: number,
): Promise<Person | null> {
  const [user] = await db
    .select({ id: users.id, isAdministrator: users.isAdministrator })
    .from(users)
    .where(eq(users.id, job.userId));
  if (!user) return null;
  const [seat] =
    job.actingForId === null
      ? []
      : await db
          .select({ organisationId: seats.organisationId, kind: organisations.kind, role: seats.role })
          .from(seats)
          .innerJoin(organisations, eq(organisations.id, seats.organisationId))
          .where(and(eq(seats.userId, job.userId), eq(seats.organisationId, job.actingForId)));
  return { userId: user.id, isAdministrator: user.isAdministrator, today: dayOf(now), seat: seat ?? null };
}
