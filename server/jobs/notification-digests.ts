import { and, eq, exists, gt, isNull, lte, sql } from "drizzle-orm";

import { usualMailPreferences } from "#shared/features/accounts/mail-preferences.ts";
import { dayInZone, instantInZone } from "#shared/time-zones.ts";

import { mailPreferences, notifications, users } from "#server/db/schema/index.ts";
import { queueMail } from "#server/mail/mail-queue.ts";
import { unreadBetween } from "#server/mail/notification-bodies.ts";
import type { Parts } from "#server/parts.ts";

const day = 24 * 3_600_000;
/** What is older than this when a first digest leaves is told on the page alone. */
const longestLookBack = 14 * day;

/**
 * Queues the daily digest of everybody whose hour has come in his own zone: on workdays, once a day, when something new
 * is unread. Asked as often as one likes; the mail is composed when it leaves, with the rights of then.
 */
export async function queueDigests(parts: Parts): Promise<number> {
  const now = parts.clock();
  const found = await parts.db.read
    .select({ id: users.id, email: users.email, language: users.language, chosen: mailPreferences })
    .from(users)
    .leftJoin(mailPreferences, eq(mailPreferences.userId, users.id))
    .where(
      exists(
        parts.db.read
          .select({ one: sql`1` })
          .from(notifications)
          .where(
            and(
              eq(notifications.userId, users.id),
              isNull(notifications.readAt),
              isNull(notifications.mailedAt),
              gt(notifications.at, now - longestLookBack),
              lte(notifications.at, now),
            ),
          ),
      ),
    );
  let queued = 0;
  for (const { chosen, ...person } of found) {
    const { wantsDigest, digestHour, timeZone } = chosen ?? usualMailPreferences;
    const lastAt = chosen?.lastDigestAt ?? null;
    if (wantsDigest && isDue(now, lastAt, digestHour, timeZone)) {
      const since = Math.max(lastAt ?? 0, now - longestLookBack);
      if (await queueDigest(parts, person, since, now)) queued += 1;
    }
  }
  return queued;
}

/** Whether the hour of today has come in a zone, on a workday, and nothing was sent since it came. Instants in ms UTC. */
export function isDue(now: number, lastAt: number | null, hour: number, timeZone: string): boolean {
  const today = dayInZone(now, timeZone);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || now < instantInZone(today, hour, timeZone)) return false;
  return lastAt === null || dayInZone(lastAt, timeZone) < today;
}

type Reader = { id: string; email: string; language: "en" | "ru" | "fi" | null };

async function queueDigest(
  parts: Parts,
  { id, email, language }: Reader,
  since: number,
  until: number,
): Promise<boolean> {
  if ((await unreadBetween(parts.db.read, id, since, until)).length === 0) return false;
  return await parts.db.housekeep(async (tx) => {
    await tx
      .insert(mailPreferences)
      .values({ ...usualMailPreferences, userId: id, version: 1, createdAt: tx.now, updatedAt: tx.now })
      .onConflictDoNothing();
    // Of several processes one gets through: the others find the day taken.
    const [taken] = await tx
      .update(mailPreferences)
      .set({ lastDigestAt: until })
      .where(and(eq(mailPreferences.userId, id), sql`coalesce(${mailPreferences.lastDigestAt}, 0) <= ${since}`))
      .returning({ userId: mailPreferences.userId });
    if (!taken) return false;
    const params = { since: String(since), until: String(until) };
    await queueMail(tx, { kind: "notification-digest", to: email, language: language ?? "en", params });
    return true;
  });
}
