import { and, eq, isNull } from "drizzle-orm";

import { invalid, stale } from "#shared/fault.ts";
import {
  isBetweenTwo,
  mayComment,
  mayEditComment,
  mayRemoveComment,
  mayRestoreComment,
} from "#shared/features/comments/comment-policy.ts";
import type { AddCommentInput, EditCommentInput } from "#shared/features/comments/comment.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { comments } from "#server/db/schema/index.ts";
import { type Reader, readersOf } from "#server/features/members/consortium-queries.ts";
import { demand } from "#server/features/members/membership.ts";

import { tellOfComment } from "./comment-news-service.ts";
import { type CommentDbRow, openComment, type OpenedThread, openThread } from "./thread-queries.ts";

/** Says something in the thread of a record and tells whom it concerns. Faults: NOT_FOUND, FORBIDDEN, BAD_REQUEST for a mention of somebody who may not read it. */
export async function addComment(tx: Tx, person: Person, input: AddCommentInput): Promise<Written> {
  const thread = await openThread(tx, person, input);
  demand(mayComment(thread.membership, thread.record));
  const readers = await readersOf(tx, thread.record.projectId, thread.record);
  const { subject, subjectId } = input;
  const row: CommentDbRow = {
    ...freshRow(tx),
    projectId: thread.record.projectId,
    subject,
    streamId: subject === "stream" ? subjectId : null,
    contributionId: subject === "contribution" ? subjectId : null,
    updateId: subject === "update" ? subjectId : null,
    text: input.text,
    mentions: demandReaders(readers, input.mentions),
    byUserId: person.userId,
    byOrganisationId: tx.actor.actingForId,
    editedAt: null,
    removedAt: null,
    removedById: null,
  };
  await tx.insert(comments).values(row);
  await recordComment(tx, thread, "created", null, row);
  await tellOfComment(tx, thread, { commentId: row.id, mentions: row.mentions, readers, isNew: true });
  return { id: row.id, version: row.version };
}

/** Changes an own comment, which then says so; people it names anew are told. Faults: NOT_FOUND, FORBIDDEN, STALE. */
export async function editComment(tx: Tx, person: Person, input: EditCommentInput): Promise<Written> {
  const opened = await openComment(tx, person, input.id);
  const { comment, membership, record } = opened;
  demand(mayEditComment(membership, record, saidBy(comment), person.userId));
  const readers = await readersOf(tx, record.projectId, record);
  // Whoever was named before stays named, also when he cannot read it any more.
  const known = new Set(comment.mentions);
  const mentions = demandReaders(readers, input.mentions, known);
  const after = await writeComment(tx, opened, input.version, { text: input.text, mentions, editedAt: tx.now });
  await recordComment(tx, opened, "updated", comment, after);
  const added = mentions.filter((userId) => !known.has(userId));
  await tellOfComment(tx, opened, { commentId: comment.id, mentions: added, readers, isNew: false });
  return { id: after.id, version: after.version };
}

/** Takes a comment away; what it said is kept for whoever brings it back. Faults: NOT_FOUND, FORBIDDEN, STALE. */
export async function removeComment(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const opened = await openComment(tx, person, input.id);
  const { comment, membership, record } = opened;
  demand(mayRemoveComment(membership, record, saidBy(comment), person.userId));
  const fields = { removedAt: tx.now, removedById: person.userId };
  const after = await writeComment(tx, opened, input.version, fields);
  await recordComment(tx, opened, "removed", comment, after);
  return { id: after.id, version: after.version };
}

/** Brings back a comment one has removed. Faults: NOT_FOUND, FORBIDDEN, STALE. */
export async function restoreComment(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const opened = await openComment(tx, person, input.id);
  const { comment, membership, record } = opened;
  demand(mayRestoreComment(membership, record, saidBy(comment), person.userId));
  const after = await writeComment(tx, opened, input.version, { removedAt: null, removedById: null });
  await recordComment(tx, opened, "restored", comment, after);
  return { id: after.id, version: after.version };
}

function saidBy({ byUserId, removedById, removedAt }: CommentDbRow) {
  return { byUserId, removedById, isRemoved: removedAt !== null };
}

/** The mentions, each once. Somebody unknown and somebody who may not read this are refused alike. */
function demandReaders(readers: readonly Reader[], mentions: readonly string[], known?: ReadonlySet<string>): string[] {
  const allowed = new Set(readers.map((reader) => reader.userId));
  const wanted = [...new Set(mentions)];
  if (wanted.some((userId) => !allowed.has(userId) && !known?.has(userId))) throw invalid("mentions", "UNKNOWN_PERSON");
  return wanted;
}

async function writeComment(
  tx: Tx,
  { comment }: { comment: CommentDbRow },
  version: number,
  fields: Partial<CommentDbRow>,
): Promise<CommentDbRow> {
  const isRemoved = comment.removedAt !== null;
  const [after] = await tx
    .update(comments)
    .set({ ...fields, version: version + 1, updatedAt: tx.now })
    .where(
      and(
        eq(comments.id, comment.id),
        eq(comments.version, version),
        isRemoved ? undefined : isNull(comments.removedAt),
      ),
    )
    .returning();
  if (!after) throw stale({ id: comment.id, version: comment.version, text: isRemoved ? "" : comment.text });
  return after;
}

/** That something was said, where and when; what was said stands in the thread alone, which asks for rights at every read. */
async function recordComment(
  tx: Tx,
  { record }: OpenedThread,
  action: string,
  before: CommentDbRow | null,
  after: CommentDbRow,
): Promise<void> {
  await tx.record({
    entity: "comment",
    entityId: after.id,
    action,
    projectId: record.projectId,
    organisationId: record.ownerId,
    confidentialTo: isBetweenTwo(record) ? record.ownerId : null,
    before: before && trailOf(before),
    after: trailOf(after),
  });
}

function trailOf({ subject, streamId, contributionId, editedAt, removedAt }: CommentDbRow) {
  return { subject, streamId, contributionId, editedAt, removedAt };
}
