import { createHash } from "node:crypto";

import { and, eq, isNull } from "drizzle-orm";

import { invalid } from "#shared/fault.ts";
import type { OpenCalendarInput } from "#shared/features/calendar/calendar.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { Database, Tx } from "#server/db/database.ts";
import { calendarFeeds } from "#server/db/schema/index.ts";
import { loadMembership } from "#server/features/members/membership.ts";

const USED_EVERY_MS = 60 * 60_000;

/** SHA-256 of a token, as it is stored. */
export function hashOfCalendarToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Opens this person's calendar of a project at a new secret address; an earlier one ends. Faults: NOT_FOUND, BAD_REQUEST when it was given before. */
export async function openCalendar(tx: Tx, person: Person, input: OpenCalendarInput): Promise<{ id: string }> {
  const { projectId, organisationId } = await loadMembership(tx, person, input.projectId);
  const ended = await endFeeds(tx, person, projectId);
  const id = tx.id();
  const made = await tx
    .insert(calendarFeeds)
    .values({
      id,
      projectId,
      userId: person.userId,
      organisationId,
      tokenHash: hashOfCalendarToken(input.token),
      lastUsedAt: null,
      revokedAt: null,
      createdAt: tx.now,
    })
    .onConflictDoNothing()
    .returning({ id: calendarFeeds.id });
  if (made.length === 0) throw invalid("token", "NOT_VALID");
  // For the audit alone: who looks at a plan from where is nobody else's business.
  await tx.record({
    entity: "calendar-feed",
    entityId: id,
    action: "created",
    projectId: null,
    organisationId,
    before: ended === 0 ? null : { ended },
    after: { projectId },
  });
  return { id };
}

/** Ends this person's secret address of a project, if there is one. Faults: NOT_FOUND. */
export async function revokeCalendar(tx: Tx, person: Person, input: { projectId: string }): Promise<{ id: string }> {
  const { projectId, organisationId } = await loadMembership(tx, person, input.projectId);
  const ended = await endFeeds(tx, person, projectId);
  await tx.record({
    entity: "calendar-feed",
    entityId: projectId,
    action: "revoked",
    projectId: null,
    organisationId,
    before: { projectId, ended },
    after: null,
  });
  return { id: projectId };
}

async function endFeeds(tx: Tx, person: Person, projectId: string): Promise<number> {
  const ended = await tx
    .update(calendarFeeds)
    .set({ revokedAt: tx.now })
    .where(
      and(
        eq(calendarFeeds.projectId, projectId),
        eq(calendarFeeds.userId, person.userId),
        isNull(calendarFeeds.revokedAt),
      ),
    )
    .returning({ id: calendarFeeds.id });
  return ended.length;
}

/** The address behind a token that still opens something; null for every other. Notes the use, at most once an hour. */
export async function useCalendarToken(
  db: Database,
  token: string,
  now: number,
): Promise<{ userId: string; organisationId: string | null; projectId: string } | null> {
  const [feed] = await db.read
    .select()
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.tokenHash, hashOfCalendarToken(token)), isNull(calendarFeeds.revokedAt)));
  if (!feed) return null;
  if (feed.lastUsedAt === null || now - feed.lastUsedAt >= USED_EVERY_MS)
    await db.housekeep((tx) => tx.update(calendarFeeds).set({ lastUsedAt: now }).where(eq(calendarFeeds.id, feed.id)));
  return feed;
}
