import { and, desc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";

import { commentReasons, type NotificationView } from "#shared/features/notifications/notification-words.ts";
import {
  type ListNotificationsInput,
  mostCounted,
  type NotificationGroup,
  type NotificationItem,
  type NotificationList,
} from "#shared/features/notifications/notification.ts";
import type { NotificationLevel } from "#shared/features/notifications/notification-words.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { notificationChoices, notifications, organisations, projects, users } from "#server/db/schema/index.ts";
import { loadMembership } from "#server/features/members/membership.ts";

import { type SeenNotification, visibleNotifications } from "./notification-sight.ts";

const newestFirst = [desc(sql`coalesce(${notifications.snoozedUntil}, ${notifications.at})`), desc(notifications.id)];

/** A person's notifications by record, newest first; rights are those of now. `now` in ms UTC decides what still sleeps. */
export async function listNotifications(
  db: ReadDb,
  person: Person,
  input: ListNotificationsInput,
  now: number,
): Promise<NotificationList> {
  const rows = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, person.userId), shown(input.show, now)))
    .orderBy(...newestFirst)
    .limit(input.limit);
  const seen = await visibleNotifications(db, person, rows);
  const names = await namesFor(db, seen);
  const groups = new Map<string, NotificationGroup>();
  for (const row of seen) {
    const key = `${row.entity} ${row.entityId} ${row.organisationId ?? ""}`;
    const group = groups.get(key) ?? groupOf(row, names);
    groups.set(key, group);
    group.items.push(itemOf(row, names));
  }
  return { groups: [...groups.values()], hasMore: rows.length === input.limit };
}

function shown(view: NotificationView, now: number): SQL | undefined {
  if (view === "snoozed") return gt(notifications.snoozedUntil, now);
  return and(awake(now), view === "mentions" ? eq(notifications.kind, "mention") : undefined);
}

function awake(now: number): SQL | undefined {
  return or(isNull(notifications.snoozedUntil), lte(notifications.snoozedUntil, now));
}

/** How many unread ones the person may see now; counts to `mostCounted` at most. */
export async function countNotifications(db: ReadDb, person: Person, now: number): Promise<{ unread: number }> {
  const rows = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, person.userId), isNull(notifications.readAt), awake(now)))
    .orderBy(...newestFirst)
    .limit(mostCounted);
  return { unread: (await visibleNotifications(db, person, rows)).length };
}

/** How much of a project the person wants to be told. Faults: NOT_FOUND. */
export async function notificationLevelOf(
  db: ReadDb,
  person: Person,
  { projectId }: { projectId: string },
): Promise<{ level: NotificationLevel }> {
  await loadMembership(db, person, projectId);
  return { level: (await levelsOf(db, projectId, [person.userId])).get(person.userId) ?? "participating" };
}

/** What people chose for a project; whoever chose nothing is absent and wants what concerns him. */
export async function levelsOf(
  db: ReadDb,
  projectId: string,
  userIds: readonly string[],
): Promise<Map<string, NotificationLevel>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .select({ userId: notificationChoices.userId, level: notificationChoices.level })
    .from(notificationChoices)
    .where(and(eq(notificationChoices.projectId, projectId), inArray(notificationChoices.userId, [...userIds])));
  return new Map(rows.map((row) => [row.userId, row.level]));
}

async function named(
  wanted: string[],
  load: (some: string[]) => PromiseLike<{ id: string; name: string }[]>,
): Promise<{ id: string; name: string }[]> {
  return wanted.length === 0 ? [] : await load(wanted);
}

async function namesFor(db: ReadDb, rows: readonly SeenNotification[]): Promise<ReadonlyMap<string, string>> {
  const ids = (pick: (row: SeenNotification) => string | null) => [...new Set(rows.flatMap((row) => pick(row) ?? []))];
  const found = [
    ...(await named(
      ids((row) => row.actorId),
      (some) => db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, some)),
    )),
    ...(await named(
      ids((row) => row.projectId),
      (some) => db.select({ id: projects.id, name: projects.acronym }).from(projects).where(inArray(projects.id, some)),
    )),
    ...(await named(
      ids((row) => row.organisationId),
      (some) =>
        db
          .select({
            id: organisations.id,
            name: sql<string>`coalesce(${organisations.shortName}, ${organisations.name})`,
          })
          .from(organisations)
          .where(inArray(organisations.id, some)),
    )),
  ];
  return new Map(found.map(({ id, name }) => [id, name]));
}

function groupOf(row: SeenNotification, names: ReadonlyMap<string, string>): NotificationGroup {
  const { projectId, entity, entityId, title, path, organisationId } = row;
  return {
    projectId,
    acronym: projectId === null ? null : (names.get(projectId) ?? null),
    entity,
    entityId,
    title,
    number: row.params["number"] ?? null,
    path,
    organisationId,
    organisation: organisationId === null ? null : (names.get(organisationId) ?? null),
    items: [],
  };
}

function itemOf(row: SeenNotification, names: ReadonlyMap<string, string>): NotificationItem {
  const { id, kind, actorId, at, readAt, snoozedUntil, params } = row;
  return {
    id,
    kind,
    reason: commentReasons.find((reason) => reason === params["reason"]) ?? null,
    count: params["count"] === undefined ? null : Number(params["count"]),
    actorName: actorId === null ? null : (names.get(actorId) ?? null),
    at,
    isRead: readAt !== null,
    snoozedUntil,
  };
}
