import { and, eq, inArray, isNotNull, isNull, max } from "drizzle-orm";

import type { Language } from "#shared/languages.ts";

import type { ReadDb } from "#server/db/database.ts";
import { participants, partLinks, reportRequests, users } from "#server/db/schema/index.ts";
import { peopleOf } from "#server/features/notifications/recipient-queries.ts";

/** Somebody who can be asked for a member's part. */
export type AskablePerson = {
  participantId: string;
  organisationId: string;
  userId: string;
  email: string;
  language: Language | null;
  /** Who of the member named the person as a colleague that answers; null for people with a writing seat. */
  namedById: string | null;
};

/**
 * Whom to ask for the parts of these participants: managers and editors of the member, and the colleagues it named by a
 * link that still stands, as long as whoever named them writes for the member. Only participants that accepted.
 */
export async function askablePeople(db: ReadDb, participantIds: readonly string[]): Promise<AskablePerson[]> {
  if (participantIds.length === 0) return [];
  const members = await db
    .select({ participantId: participants.id, organisationId: participants.organisationId })
    .from(participants)
    .where(and(inArray(participants.id, [...new Set(participantIds)]), eq(participants.state, "accepted")));
  const seated = await peopleOf(db, [...new Set(members.map(({ organisationId }) => organisationId))]);
  const writers = Map.groupBy(seated, ({ organisationId }) => organisationId);
  const named = Map.groupBy(
    await namedColleagues(
      db,
      members.map(({ participantId }) => participantId),
    ),
    ({ participantId }) => participantId,
  );
  return members.flatMap((member) => {
    const own = writers.get(member.organisationId) ?? [];
    const known = new Set(own.map(({ userId }) => userId));
    const colleagues = (named.get(member.participantId) ?? []).filter(
      ({ userId, namedById }) => namedById !== null && known.has(namedById) && !known.has(userId),
    );
    const latest = new Map(colleagues.map((row) => [row.userId, row]));
    return [...own.map((row) => ({ ...row, namedById: null })), ...latest.values()].map(
      ({ userId, email, language, namedById }) => ({ ...member, userId, email, language, namedById }),
    );
  });
}

function namedColleagues(db: ReadDb, participantIds: readonly string[]) {
  return db
    .select({
      participantId: partLinks.participantId,
      userId: partLinks.userId,
      namedById: partLinks.namedById,
      email: users.email,
      language: users.language,
    })
    .from(partLinks)
    .innerJoin(users, eq(users.id, partLinks.userId))
    .where(
      and(
        inArray(partLinks.participantId, [...participantIds]),
        isNotNull(partLinks.namedById),
        isNull(partLinks.revokedAt),
      ),
    )
    .orderBy(partLinks.createdAt, partLinks.id);
}

/** When these periods asked each person for each part last (ms UTC), by the key `askedKey` makes. */
export async function lastAsked(db: ReadDb, periodIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (periodIds.length === 0) return new Map();
  const rows = await db
    .select({
      periodId: reportRequests.periodId,
      participantId: reportRequests.participantId,
      userId: reportRequests.userId,
      at: max(reportRequests.at),
    })
    .from(reportRequests)
    .where(inArray(reportRequests.periodId, [...periodIds]))
    .groupBy(reportRequests.periodId, reportRequests.participantId, reportRequests.userId);
  return new Map(rows.map((row) => [askedKey(row), Number(row.at)]));
}

/** One person asked for one part of one period. */
export function askedKey(of: { periodId: string; participantId: string; userId: string }): string {
  return `${of.periodId} ${of.participantId} ${of.userId}`;
}
