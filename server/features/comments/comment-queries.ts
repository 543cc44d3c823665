import { and, desc, eq, inArray, isNull } from "drizzle-orm";

import {
  isBetweenTwo,
  mayComment,
  mayEditComment,
  mayReadThread,
  mayRemoveComment,
  mayRestoreComment,
} from "#shared/features/comments/comment-policy.ts";
import type {
  CommentCounts,
  CommentList,
  CommentRow,
  CountCommentsInput,
  ListCommentsInput,
  MentionableInput,
  MentionablePeople,
} from "#shared/features/comments/comment.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { fold } from "#shared/text.ts";

import type { ReadDb } from "#server/db/database.ts";
import { comments, contributions, organisations, updates, users } from "#server/db/schema/index.ts";
import { countOf } from "#server/db/order.ts";
import { readersOf } from "#server/features/members/consortium-queries.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";

import { inThread, openThread, type OpenedThread, subjectColumn, type CommentDbRow } from "./thread-queries.ts";

/** The newest comments of a thread, oldest first; removed ones without their text. Faults: NOT_FOUND. */
export async function listComments(db: ReadDb, person: Person, input: ListCommentsInput): Promise<CommentList> {
  const thread = await openThread(db, person, input);
  const where = and(...inThread(input));
  const found = await db
    .select({ comment: comments, byName: users.name, short: organisations.shortName, long: organisations.name })
    .from(comments)
    .leftJoin(users, eq(users.id, comments.byUserId))
    .leftJoin(organisations, eq(organisations.id, comments.byOrganisationId))
    .where(where)
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(input.limit);
  const names = await namesOf(
    db,
    found.flatMap(({ comment }) => comment.mentions),
  );
  const total = found.length < input.limit ? found.length : await db.$count(comments, where);
  return {
    projectId: thread.record.projectId,
    rows: found.toReversed().map(({ comment, byName, short, long }) => ({
      ...rowOf(comment, thread, person, names),
      byName,
      byOrganisation: short ?? long,
    })),
    earlier: total - found.length,
    isBetweenTwo: isBetweenTwo(thread.record),
    may: { comment: mayComment(thread.membership, thread.record) },
  };
}

function rowOf(
  comment: CommentDbRow,
  { record, membership }: OpenedThread,
  { userId }: Person,
  names: ReadonlyMap<string, string>,
): Omit<CommentRow, "byName" | "byOrganisation"> {
  const { id, version, byUserId, removedById, createdAt, editedAt } = comment;
  const isRemoved = comment.removedAt !== null;
  const said = { byUserId, removedById, isRemoved };
  const mentions = comment.mentions.flatMap((each) => {
    const name = names.get(each);
    return name === undefined ? [] : [{ userId: each, name }];
  });
  return {
    id,
    version,
    text: isRemoved ? "" : comment.text,
    mentions: isRemoved ? [] : mentions,
    isMine: byUserId === userId,
    createdAt,
    editedAt,
    isRemoved,
    may: {
      edit: mayEditComment(membership, record, said, userId),
      remove: mayRemoveComment(membership, record, said, userId),
      restore: mayRestoreComment(membership, record, said, userId),
    },
  };
}

async function namesOf(db: ReadDb, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(userIds)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** How many comments the threads of one kind hold, those this person may read alone. Faults: NOT_FOUND. */
export async function countComments(db: ReadDb, person: Person, input: CountCommentsInput): Promise<CommentCounts> {
  const membership = await loadMembership(db, person, input.projectId);
  const column = subjectColumn(input.subject) ?? comments.projectId;
  const rows = await db
    .select({ subjectId: column, count: countOf() })
    .from(comments)
    .where(
      and(eq(comments.projectId, input.projectId), eq(comments.subject, input.subject), isNull(comments.removedAt)),
    )
    .groupBy(column);
  const readable = await readableSubjects(db, membership, input);
  return rows.flatMap(({ subjectId, count }) =>
    subjectId !== null && readable(subjectId) ? [{ subjectId, count }] : [],
  );
}

async function readableSubjects(
  db: ReadDb,
  membership: Membership,
  { projectId, subject }: CountCommentsInput,
): Promise<(id: string) => boolean> {
  if (subject === "project" || subject === "stream") {
    const isReadable = mayReadThread(membership, { line: null, reportState: null });
    return () => isReadable;
  }
  const line = { participantId: contributions.participantId, confidentiality: contributions.confidentiality };
  const rows =
    subject === "contribution"
      ? (
          await db
            .select({ id: contributions.id, ...line })
            .from(contributions)
            .where(eq(contributions.projectId, projectId))
        ).map((row) => ({ ...row, state: null }))
      : await db
          .select({ id: updates.id, ...line, state: updates.state })
          .from(updates)
          .innerJoin(contributions, eq(contributions.id, updates.contributionId))
          .where(eq(updates.projectId, projectId));
  const readable = new Set(
    rows
      .filter(({ state, participantId, confidentiality }) =>
        mayReadThread(membership, { line: { participantId, confidentiality }, reportState: state }),
      )
      .map((row) => row.id),
  );
  return (id) => readable.has(id);
}

const mostOffered = 8;

/** People whose names begin or hold what was typed, of those who may read this thread; nobody else is ever offered. Faults: NOT_FOUND. */
export async function findMentionable(db: ReadDb, person: Person, input: MentionableInput): Promise<MentionablePeople> {
  const { record } = await openThread(db, person, input);
  const wanted = fold(input.search);
  const readers = (await readersOf(db, record.projectId, record)).filter(
    ({ userId, name, organisation }) =>
      userId !== person.userId && name.trim() !== "" && fold(`${name} ${organisation}`).includes(wanted),
  );
  return readers
    .toSorted(
      (left, right) =>
        rankOf(left.name, wanted) - rankOf(right.name, wanted) || (fold(left.name) < fold(right.name) ? -1 : 1),
    )
    .slice(0, mostOffered)
    .map(({ userId, name, organisation }) => ({ userId, name, organisation }));
}

function rankOf(name: string, wanted: string): number {
  return fold(name).startsWith(wanted) ? 0 : 1;
}
