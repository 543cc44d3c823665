import { eq, type SQL } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import { mayReadThread } from "#shared/features/comments/comment-policy.ts";
import type { ThreadRef } from "#shared/features/comments/comment.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { comments } from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";
import { findRecord, type TalkRecord } from "#server/features/members/record-queries.ts";

export type CommentDbRow = typeof comments.$inferSelect;

/** A thread as services work on it: its record, and where the person stands. */
export type OpenedThread = { record: TalkRecord; membership: Membership };

/** Opens the thread of a record. Faults: NOT_FOUND, alike for unknown and foreign records and for those whose talk is for others. */
export async function openThread(db: ReadDb, person: Person, { subject, subjectId }: ThreadRef): Promise<OpenedThread> {
  const record = await findRecord(db, subject, subjectId);
  if (!record) throw notFound();
  const membership = await loadMembership(db, person, record.projectId);
  if (!mayReadThread(membership, record)) throw notFound();
  return { record, membership };
}

/** Opens a comment with its thread. Faults: NOT_FOUND as `openThread`. */
export async function openComment(
  db: ReadDb,
  person: Person,
  id: string,
): Promise<OpenedThread & { comment: CommentDbRow }> {
  const [comment] = await db.select().from(comments).where(eq(comments.id, id));
  if (!comment) throw notFound();
  return { comment, ...(await openThread(db, person, threadOf(comment))) };
}

/** The record a comment is about. */
export function threadOf(
  comment: Pick<CommentDbRow, "subject" | "projectId" | "streamId" | "contributionId" | "updateId">,
): ThreadRef {
  const { subject, projectId, streamId, contributionId, updateId } = comment;
  return { subject, subjectId: streamId ?? contributionId ?? updateId ?? projectId };
}

const columns = { stream: comments.streamId, contribution: comments.contributionId, update: comments.updateId };

/** The column that holds the record of a subject; the project's own thread has none. */
export function subjectColumn(subject: ThreadRef["subject"]) {
  return subject === "project" ? null : columns[subject];
}

/** The comments of a thread, as a condition. */
export function inThread({ subject, subjectId }: ThreadRef): SQL[] {
  const column = subjectColumn(subject);
  return [eq(comments.subject, subject), eq(column ?? comments.projectId, subjectId)];
}
