import { Fault } from "#shared/fault.ts";
import { mayReadThread } from "#shared/features/comments/comment-policy.ts";
import { type CommentSubject, commentSubjects } from "#shared/features/comments/comment-words.ts";
import { ownsContribution } from "#shared/features/contributions/contribution-policy.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { Place, PresenceView, Typing } from "#shared/features/presence/presence.ts";

import type { ReadDb } from "#server/db/database.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";
import { findRecord } from "#server/features/members/record-queries.ts";

import type { Tab } from "./presence-hub.ts";

/** Whether this person may be seen on a page and see others there now: as the talk about it, inside the consortium alone. */
export async function mayBeAt(db: ReadDb, person: Person, place: Place): Promise<boolean> {
  const membership = await membershipOrNull(db, person, place.projectId);
  return membership !== null && (await sees(db, membership, place));
}

/** Whether this person may know that somebody writes in a field; own reports are written among own people. */
async function mayKnowTyping(db: ReadDb, person: Person, projectId: string, typing: Typing): Promise<boolean> {
  const membership = await membershipOrNull(db, person, projectId);
  if (membership === null) return false;
  if (typing.entity !== "report") return await sees(db, membership, typing);
  const record = await findRecord(db, "contribution", typing.entityId);
  return record?.line != null && record.projectId === projectId && ownsContribution(membership, record.line);
}

async function sees(
  db: ReadDb,
  membership: Membership,
  { entity, entityId }: { entity: string; entityId: string },
): Promise<boolean> {
  const subject = commentSubjects.find((word): word is CommentSubject => word === entity);
  if (subject === undefined) return mayReadThread(membership, { line: null, reportState: null });
  const record = await findRecord(db, subject, entityId);
  return record !== null && record.projectId === membership.projectId && mayReadThread(membership, record);
}

/**
 * What one reader is told of a page: the tabs on it, one for each person, as far as both may read the page now, and in
 * which fields they write, as far as both may read those. Null when the reader may not read the page himself.
 */
export async function presenceFor(
  db: ReadDb,
  reader: Person,
  place: Place,
  tabs: readonly Tab[],
): Promise<PresenceView | null> {
  if (!(await mayBeAt(db, reader, place))) return null;
  const people = new Map<string, PresenceView["people"][number]>();
  for (const { person, name, organisation, typing } of tabs) {
    const isSelf = person.userId === reader.userId;
    if (!isSelf && !(await mayBeAt(db, person, place))) continue;
    const isKnown =
      typing !== null &&
      !isSelf &&
      (await mayKnowTyping(db, reader, place.projectId, typing)) &&
      (await mayKnowTyping(db, person, place.projectId, typing));
    const before = people.get(person.userId);
    const shown = isKnown ? typing : (before?.typing ?? null);
    people.set(person.userId, { key: person.userId, name, organisation, isSelf, typing: shown });
  }
  return { place, people: [...people.values()] };
}

async function membershipOrNull(db: ReadDb, person: Person, projectId: string): Promise<Membership | null> {
  try {
    return await loadMembership(db, person, projectId);
  } catch (error) {
    if (error instanceof Fault && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
