import type { NotificationKind } from "#shared/features/notifications/notification-words.ts";

import type { HousekeepingTx } from "#server/db/database.ts";
import { notifications } from "#server/db/schema/index.ts";

import { ringNews } from "./news-bell.ts";

export type News = {
  kind: NotificationKind;
  /** Whom to tell, each for the organisation it concerns; whoever caused it is left out. */
  to: readonly { userId: string; organisationId: string | null }[];
  projectId: string | null;
  /** The record to open. */
  entity: string;
  entityId: string;
  /** Plain values for the sentence; nothing confidential, for rights may change before it is read. */
  params?: Record<string, string>;
};

/** One person who was told, and by which notification. */
export type Told = { userId: string; notificationId: string };

/** Leaves a notification for each person, within the transaction of what it tells; a person is told once. */
export async function notify(tx: HousekeepingTx, news: News): Promise<Told[]> {
  const told = new Set<string | null>([tx.actor.userId]);
  const left: Told[] = [];
  for (const { userId, organisationId } of news.to) {
    if (told.has(userId)) continue;
    told.add(userId);
    const id = tx.id();
    left.push({ userId, notificationId: id });
    await tx.insert(notifications).values({
      id,
      userId,
      organisationId,
      kind: news.kind,
      projectId: news.projectId,
      entity: news.entity,
      entityId: news.entityId,
      actorId: tx.actor.userId,
      params: news.params ?? {},
      at: tx.now,
    });
  }
  if (left.length > 0) tx.afterCommit(() => ringNews(left.map(({ userId }) => userId)));
  return left;
}
