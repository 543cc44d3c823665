import { and, desc, eq, gt, sql } from "drizzle-orm";

import { dayOf } from "#shared/dates.ts";
import type { SessionRow } from "#shared/features/accounts/account.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { Language } from "#shared/languages.ts";

import type { ReadDb } from "#server/db/database.ts";
import { ascending } from "#server/db/order.ts";
import { prepared } from "#server/db/prepare.ts";
import { organisations, seats, sessions, users } from "#server/db/schema/index.ts";

import { sessionIdleMs, sessionLifeMs, sessionTokenOf } from "./session-cookie.ts";

/** A signed-in session as the hot path knows it: one prepared look-up, no account library. */
export type Session = {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language | null;
  readonly isAdministrator: boolean;
  readonly createdAt: number;
};

/** `lastSeenAt` is when the session was last noted as used; see `noteSessionSeen`. */
export type FoundSession = { session: Session; person: Person; lastSeenAt: number };

// The seat the session acts from, else the first one by the organisation's name.
const sessionByToken = prepared("session_by_token", (db) =>
  db
    .select({
      id: sessions.id,
      userId: sessions.userId,
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
      lastSeenAt: sessions.lastSeenAt,
      name: users.name,
      email: users.email,
      language: users.language,
      isAdministrator: users.isAdministrator,
      organisationId: organisations.id,
      kind: organisations.kind,
      role: seats.role,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(seats, eq(seats.userId, users.id))
    .leftJoin(organisations, eq(organisations.id, seats.organisationId))
    .where(eq(sessions.token, sql.placeholder("token")))
    .orderBy(
      sql`case when ${seats.organisationId} = ${sessions.actingForId} then 0 else 1 end`,
      ascending(organisations.sortName),
      ascending(organisations.id),
    )
    .limit(1),
);

/**
 * The session a Cookie header proves, with the person and the seat it acts from; null when the cookie is missing,
 * altered or foreign, or the session has ended: seven days after signing in, or twelve hours after its last use.
 * `now` in ms UTC.
 */
export async function findSession(
  db: ReadDb,
  cookieHeader: string | undefined,
  secret: string,
  now: number,
  cookieName: string,
): Promise<FoundSession | null> {
  const token = sessionTokenOf(cookieHeader, cookieName, secret);
  if (token === null) return null;
  const [row] = await sessionByToken(db, { token });
  if (!row) return null;
  const createdAt = row.createdAt.getTime();
  const lastSeenAt = row.lastSeenAt ?? createdAt;
  if (now >= Math.min(row.expiresAt.getTime(), createdAt + sessionLifeMs, lastSeenAt + sessionIdleMs)) return null;
  const { id, userId, name, email, language, isAdministrator, organisationId, kind, role } = row;
  const seat = organisationId && kind && role ? { organisationId, kind, role } : null;
  return {
    session: { id, userId, name, email, language, isAdministrator, createdAt },
    person: { userId, isAdministrator, today: dayOf(now), seat },
    lastSeenAt,
  };
}

/** The open sessions of a person at `now`, the latest used first; tokens stay here. */
export async function listSessions(db: ReadDb, session: Session, now: number): Promise<SessionRow[]> {
  const rows = await db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, session.userId), gt(sessions.expiresAt, new Date(now))))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt));
  return rows
    .map((row) => ({
      id: row.id,
      createdAt: row.createdAt.getTime(),
      lastSeenAt: row.lastSeenAt ?? row.createdAt.getTime(),
      userAgent: row.userAgent ?? "",
      isCurrent: row.id === session.id,
    }))
    .filter((row) => now < row.lastSeenAt + sessionIdleMs);
}
