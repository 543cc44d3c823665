import { eq, inArray } from "drizzle-orm";

import { Fault } from "#shared/fault.ts";
import { readableEntities } from "#shared/features/changes/change-policy.ts";
import { entityNames } from "#shared/features/changes/change-words.ts";
import { mayReadThread } from "#shared/features/comments/comment-policy.ts";
import { type CommentSubject, commentSubjects } from "#shared/features/comments/comment-words.ts";
import { maySeeContribution } from "#shared/features/contributions/contribution-policy.ts";
import type { Person, Standing } from "#shared/features/members/standing.ts";
import { maySeeUpdate } from "#shared/features/reporting/update-policy.ts";

import type { ReadDb } from "#server/db/database.ts";
import { amendments, comments, notifications, offers, organisations, seats } from "#server/db/schema/index.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { findRecord, type TalkRecord } from "#server/features/members/record-queries.ts";

import { notificationPath } from "./notification-path.ts";

export type NotificationDbRow = typeof notifications.$inferSelect;

/** A notification its reader may see, with the record it is about as it is called now. */
export type SeenNotification = NotificationDbRow & { title: string | null; path: string };

const aboutTalk = new Set<string>(["mention", "comment"]);
const subjects = new Set<string>(commentSubjects);

/**
 * Those of a person's notifications whose record this person may see now, from the seat it is told to; the others are
 * as if they had never been (security.md, R-A13). A comment that was removed is told of no more.
 */
export async function visibleNotifications(
  db: ReadDb,
  person: Person,
  rows: readonly NotificationDbRow[],
): Promise<SeenNotification[]> {
  if (rows.length === 0) return [];
  const peopleBySeat = await seatsOf(db, person);
  const standing = remembered((key: string) => {
    const [organisationId = "", projectId = ""] = key.split(" ");
    const told = organisationId === "" ? person : peopleBySeat.get(organisationId);
    return told === undefined ? Promise.resolve(null) : loadMembership(db, told, projectId).catch(unknownAsNull);
  });
  const record = remembered((key: string) => {
    const [entity = "", id = ""] = key.split(" ");
    return recordBehind(db, entity, id);
  });
  const gone = await removedComments(db, rows);
  const seen: SeenNotification[] = [];
  for (const row of rows) {
    if (gone.has(row.params["commentId"] ?? "")) continue;
    if (row.projectId === null) {
      if (row.organisationId === null || peopleBySeat.has(row.organisationId))
        seen.push({ ...row, title: null, path: notificationPath(row, null) });
      continue;
    }
    const stands = await standing(`${row.organisationId ?? ""} ${row.projectId}`);
    if (stands === null) continue;
    const about = await record(`${row.entity} ${row.entityId}`);
    if (about === "missing" || !maySeeBehind(stands, row, about)) continue;
    seen.push({
      ...row,
      title: about?.title ?? row.params["organisation"] ?? null,
      path: notificationPath(row, about),
    });
  }
  return seen;
}

function maySeeBehind(standing: Standing, row: NotificationDbRow, record: TalkRecord | null): boolean {
  if (record === null) return readableEntities(standing, entityNames).some((name) => name === row.entity);
  if (record.projectId !== row.projectId) return false;
  if (aboutTalk.has(row.kind)) return mayReadThread(standing, record);
  if (record.line === null) return true;
  if (!maySeeContribution(standing, record.line)) return false;
  const { participantId } = record.line;
  return record.reportState === null || maySeeUpdate(standing, { participantId, state: record.reportState });
}

/** The record that decides; null for kinds whose project decides alone, "missing" when it is gone. */
async function recordBehind(db: ReadDb, entity: string, id: string): Promise<TalkRecord | null | "missing"> {
  if (subjects.has(entity)) return (await findRecord(db, entity as CommentSubject, id)) ?? "missing";
  if (entity !== "amendment" && entity !== "offer") return null;
  const table = entity === "amendment" ? amendments : offers;
  const [row] = await db.select({ contributionId: table.contributionId }).from(table).where(eq(table.id, id));
  return (row && (await findRecord(db, "contribution", row.contributionId))) ?? "missing";
}

/** The person as he would act from each of his seats, by organisation. */
async function seatsOf(db: ReadDb, person: Person): Promise<Map<string, Person>> {
  const rows = await db
    .select({ organisationId: seats.organisationId, kind: organisations.kind, role: seats.role })
    .from(seats)
    .innerJoin(organisations, eq(organisations.id, seats.organisationId))
    .where(eq(seats.userId, person.userId));
  return new Map(rows.map((seat) => [seat.organisationId, { ...person, seat }]));
}

async function removedComments(db: ReadDb, rows: readonly NotificationDbRow[]): Promise<Set<string>> {
  const ids = [...new Set(rows.flatMap((row) => row.params["commentId"] ?? []))];
  if (ids.length === 0) return new Set();
  const found = await db
    .select({ id: comments.id, removedAt: comments.removedAt })
    .from(comments)
    .where(inArray(comments.id, ids));
  const standing = new Set(found.filter((row) => row.removedAt === null).map((row) => row.id));
  return new Set(ids.filter((id) => !standing.has(id)));
}

function remembered<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const found = known.get(key) ?? load(key);
    known.set(key, found);
    return found;
  };
}

function unknownAsNull(error: unknown): null {
  if (error instanceof Fault && error.code === "NOT_FOUND") return null;
  throw error;
}
