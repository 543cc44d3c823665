import { and, inArray, isNull } from "drizzle-orm";

import type { CommentReason } from "#shared/features/notifications/notification-words.ts";

import type { Tx } from "#server/db/database.ts";
import { comments, users } from "#server/db/schema/index.ts";
import type { Reader } from "#server/features/members/consortium-queries.ts";
import { ownersOf, type TalkRecord } from "#server/features/members/record-queries.ts";
import { levelsOf } from "#server/features/notifications/notification-queries.ts";
import { notify } from "#server/features/notifications/notification-service.ts";
import { coordinatorsOf, peopleOf } from "#server/features/notifications/recipient-queries.ts";
import { queueMail } from "#server/mail/mail-queue.ts";

import { inThread, type OpenedThread } from "./thread-queries.ts";

/** How long a mention waits for its reader to see it on the page before a mail leaves, in ms. */
const mentionMailDelayMs = 2 * 60_000;

type CommentNews = {
  commentId: string;
  mentions: readonly string[];
  /** Everybody who may read the thread now: nobody else is told. */
  readers: readonly Reader[];
  isNew: boolean;
};

/**
 * Tells people of a comment: whom it names, at once and by mail; for a new one also whose record it is, who spoke there
 * before, and who asked to be told of everything. What it says is in none of it.
 */
export async function tellOfComment(tx: Tx, { record }: OpenedThread, news: CommentNews): Promise<void> {
  const levels = await levelsOf(
    tx,
    record.projectId,
    news.readers.map((reader) => reader.userId),
  );
  const listening = news.readers.filter(({ userId }) => levels.get(userId) !== "none");
  const about = { projectId: record.projectId, entity: record.subject, entityId: record.subjectId };
  const named = listening.filter(({ userId }) => news.mentions.includes(userId));
  const told = await notify(tx, { kind: "mention", to: named, ...about, params: { commentId: news.commentId } });
  await mailMentions(tx, told);
  if (!news.isNew) return;
  const rest = new Map(listening.filter((reader) => !named.includes(reader)).map((reader) => [reader.userId, reader]));
  const concerned: [CommentReason, Iterable<string>][] = [
    ["owner", await ownersOfRecord(tx, record)],
    ["thread", await speakersOf(tx, record)],
    ["all", [...rest.keys()].filter((userId) => levels.get(userId) === "all")],
  ];
  for (const [reason, userIds] of concerned) {
    const to = [...new Set(userIds)].flatMap((userId) => rest.get(userId) ?? []);
    for (const { userId } of to) rest.delete(userId);
    await notify(tx, { kind: "comment", to, ...about, params: { commentId: news.commentId, reason } });
  }
}

async function mailMentions(tx: Tx, told: readonly { userId: string; notificationId: string }[]): Promise<void> {
  if (told.length === 0) return;
  const people = await tx
    .select({ id: users.id, email: users.email, language: users.language })
    .from(users)
    .where(
      inArray(
        users.id,
        told.map(({ userId }) => userId),
      ),
    );
  for (const { userId, notificationId } of told) {
    const person = people.find(({ id }) => id === userId);
    if (!person) continue;
    const params = { notificationId };
    await queueMail(tx, {
      kind: "mention",
      to: person.email,
      language: person.language ?? "en",
      params,
      delayMs: mentionMailDelayMs,
    });
  }
}

/** People of the member whose record it is and of the coordinator; of a stream those of its lead. */
async function ownersOfRecord(tx: Tx, record: TalkRecord): Promise<string[]> {
  const leads = record.leadParticipantId === null ? [] : await ownersOf(tx, [record.leadParticipantId]);
  const owners = record.ownerId === null ? leads : [record.ownerId];
  const isLed = leads.length > 0;
  const people = [...(await peopleOf(tx, owners)), ...(isLed ? [] : await coordinatorsOf(tx, record.projectId))];
  return people.map(({ userId }) => userId);
}

async function speakersOf(tx: Tx, record: TalkRecord): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ userId: comments.byUserId })
    .from(comments)
    .where(and(...inThread(record), isNull(comments.removedAt)));
  return rows.map(({ userId }) => userId);
}
