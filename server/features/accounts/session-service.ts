import { and, eq, isNull, lt, ne, or } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";

import type { Database, HousekeepingTx } from "#server/db/database.ts";
import { seats, sessions, users } from "#server/db/schema/index.ts";

import type { Session } from "./session-queries.ts";

/** How exactly the last use of a session is known, in ms: a write for every request would be one too many. */
const noteEveryMs = 5 * 60_000;

/** Notes that a session was used at `now`, at most once in five minutes. */
export async function noteSessionSeen(db: Database, sessionId: string, lastSeenAt: number, now: number): Promise<void> {
  if (now - lastSeenAt < noteEveryMs || db.condition() !== "writable") return;
  await db.housekeep((tx) =>
    tx
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(
        and(
          eq(sessions.id, sessionId),
          or(isNull(sessions.lastSeenAt), lt(sessions.lastSeenAt, now - noteEveryMs + 1)),
        ),
      ),
  );
}

/** Lets the session, and those that follow, act for an organisation from now on. Fault NOT_FOUND without a seat there. */
export async function actForOrganisation(tx: HousekeepingTx, session: Session, organisationId: string): Promise<void> {
  const [seat] = await tx
    .select({ id: seats.id })
    .from(seats)
    .where(and(eq(seats.userId, session.userId), eq(seats.organisationId, organisationId)));
  if (!seat) throw notFound();
  await tx.update(sessions).set({ actingForId: organisationId }).where(eq(sessions.id, session.id));
  await tx.update(users).set({ lastActingForId: organisationId }).where(eq(users.id, session.userId));
}

/** Lets a new session begin where its person acted last; whether the seat still stands is looked up at each request. */
export async function resumeActingFor(tx: HousekeepingTx, userId: string, token: string): Promise<void> {
  const [person] = await tx.select({ lastActingForId: users.lastActingForId }).from(users).where(eq(users.id, userId));
  if (!person || person.lastActingForId === null) return;
  await tx.update(sessions).set({ actingForId: person.lastActingForId }).where(eq(sessions.token, token));
}

/** Ends one session of the person. Fault NOT_FOUND for an unknown one and for another person's. */
export async function endSession(tx: HousekeepingTx, userId: string, sessionId: string): Promise<void> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)))
    .returning({ id: sessions.id });
  if (ended.length === 0) throw notFound();
}

/** Ends every session of a person but `exceptId`; without it every one. */
export async function endSessionsOf(tx: HousekeepingTx, userId: string, exceptId?: string): Promise<void> {
  const others = exceptId === undefined ? undefined : ne(sessions.id, exceptId);
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), others));
}
