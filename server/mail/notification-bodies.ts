import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";

import { dayOf } from "#shared/dates.ts";

import type { ReadDb } from "#server/db/database.ts";
import { notifications, projects, users } from "#server/db/schema/index.ts";

import { mailPreferencesOf } from "#server/features/accounts/mail-preference-queries.ts";
import { unsubscribePath } from "#server/features/accounts/unsubscribe-token.ts";
import {
  type NotificationDbRow,
  type SeenNotification,
  visibleNotifications,
} from "#server/features/notifications/notification-sight.ts";
import type { Parts } from "#server/parts.ts";

type Body = { path: string; params?: Record<string, string>; items?: readonly string[]; unsubscribePath: string };

/**
 * The mail of a mention as it leaves: who, and in which project. Null when it was read meanwhile, when its reader may not
 * see it any more or wants no such mails. Notes that it was told, so that the digest does not tell it again.
 */
export async function mentionBody(
  { db, clock, settings }: Parts,
  userId: string,
  notificationId: string,
): Promise<Body | null> {
  if (!(await mailPreferencesOf(db.read, userId)).wantsMentions) return null;
  const [row] = await db.read
    .select()
    .from(notifications)
    .where(and(eq(notifications.id, notificationId), eq(notifications.userId, userId), isNull(notifications.readAt)));
  const [seen] = row ? await visibleTo(db.read, userId, clock(), [row]) : [];
  if (!seen) return null;
  const [actor] = await db.read
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, seen.actorId ?? ""));
  const acronyms = await acronymsOf(db.read, [seen]);
  await db.housekeep((tx) =>
    tx.update(notifications).set({ mailedAt: tx.now }).where(eq(notifications.id, notificationId)),
  );
  const params = { actor: actor?.name ?? "", project: acronyms.get(seen.projectId ?? "") ?? "" };
  const path = `/notifications?open=${notificationId}`;
  return { path, params, unsubscribePath: unsubscribePath(settings.secret, { userId, topic: "mentions" }) };
}

/**
 * The digest as it leaves: how many notifications of each project its reader has not read, between the instants `since`
 * and `until` (ms UTC as text). Null when nothing is left to tell.
 */
export async function digestBody(
  { db, clock, settings }: Parts,
  userId: string,
  { since = "0", until = "0" }: Readonly<Record<string, string>>,
): Promise<Body | null> {
  if (!(await mailPreferencesOf(db.read, userId)).wantsDigest) return null;
  const rows = await unreadBetween(db.read, userId, Number(since), Number(until));
  const seen = await visibleTo(db.read, userId, clock(), rows);
  if (seen.length === 0) return null;
  const acronyms = await acronymsOf(db.read, seen);
  const counts = new Map<string, number>();
  for (const { projectId } of seen) {
    const name = acronyms.get(projectId ?? "") ?? "–";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const items = [...counts].map(([name, count]) => `${name}: ${count}`);
  return {
    path: "/notifications",
    items,
    unsubscribePath: unsubscribePath(settings.secret, { userId, topic: "digest" }),
  };
}

/** What a person has not read and was not told by mail, from after `since` to `until` (ms UTC), the newest 500 of it. */
export async function unreadBetween(
  db: ReadDb,
  userId: string,
  since: number,
  until: number,
): Promise<NotificationDbRow[]> {
  return db
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.userId, userId),
        isNull(notifications.readAt),
        isNull(notifications.mailedAt),
        or(isNull(notifications.snoozedUntil), lte(notifications.snoozedUntil, until)),
        gt(notifications.at, since),
        lte(notifications.at, until),
      ),
    )
    .limit(500);
}

// A mail has no session: every notification is judged by the seat it is told to, none by a seat chosen for the moment.
function visibleTo(
  db: ReadDb,
  userId: string,
  now: number,
  rows: readonly NotificationDbRow[],
): Promise<SeenNotification[]> {
  return visibleNotifications(db, { userId, isAdministrator: false, today: dayOf(now), seat: null }, rows);
}

async function acronymsOf(db: ReadDb, rows: readonly SeenNotification[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.projectId ?? []))];
  if (ids.length === 0) return new Map();
  const found = await db
    .select({ id: projects.id, acronym: projects.acronym })
    .from(projects)
    .where(inArray(projects.id, ids));
  return new Map(found.map((row) => [row.id, row.acronym]));
}
