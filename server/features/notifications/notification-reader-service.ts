import { and, eq, inArray, isNull, lte, or } from "drizzle-orm";

import type { Person } from "#shared/features/members/standing.ts";
import type {
  ChooseNotificationLevelInput,
  MarkNotificationsInput,
  SnoozeNotificationsInput,
} from "#shared/features/notifications/notification.ts";

import type { HousekeepingTx } from "#server/db/database.ts";
import { notificationChoices, notifications } from "#server/db/schema/index.ts";
import { loadMembership } from "#server/features/members/membership.ts";

import { ringNews } from "./news-bell.ts";

const day = 24 * 3_600_000;

/** Marks own notifications as read or unread; those of others are passed over in silence. */
export async function markNotifications(
  tx: HousekeepingTx,
  person: Person,
  { ids, isRead }: MarkNotificationsInput,
): Promise<void> {
  await tx
    .update(notifications)
    .set({ readAt: isRead ? tx.now : null })
    .where(and(eq(notifications.userId, person.userId), inArray(notifications.id, ids)));
  tx.afterCommit(() => ringNews([person.userId]));
}

/** Marks every own notification as read that is not put away for later. */
export async function markAllNotifications(tx: HousekeepingTx, person: Person): Promise<void> {
  await tx
    .update(notifications)
    .set({ readAt: tx.now })
    .where(
      and(
        eq(notifications.userId, person.userId),
        isNull(notifications.readAt),
        or(isNull(notifications.snoozedUntil), lte(notifications.snoozedUntil, tx.now)),
      ),
    );
  tx.afterCommit(() => ringNews([person.userId]));
}

/** Puts own notifications away for some days, after which they are unread again; null brings them back now. */
export async function snoozeNotifications(
  tx: HousekeepingTx,
  person: Person,
  { ids, days }: SnoozeNotificationsInput,
): Promise<void> {
  await tx
    .update(notifications)
    .set({ snoozedUntil: days === null ? null : tx.now + days * day, readAt: null })
    .where(and(eq(notifications.userId, person.userId), inArray(notifications.id, ids)));
  tx.afterCommit(() => ringNews([person.userId]));
}

/** Chooses how much of a project's talk the person is told. Faults: NOT_FOUND. */
export async function chooseNotificationLevel(
  tx: HousekeepingTx,
  person: Person,
  { projectId, level }: ChooseNotificationLevelInput,
): Promise<void> {
  await loadMembership(tx, person, projectId);
  await tx
    .insert(notificationChoices)
    .values({ userId: person.userId, projectId, level })
    .onConflictDoUpdate({ target: [notificationChoices.userId, notificationChoices.projectId], set: { level } });
}
