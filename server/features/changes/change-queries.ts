import { and, desc, eq, inArray, isNull, lt, ne, notInArray, or, type SQL, sql } from "drizzle-orm";

import type { ReadDb } from "#server/db/database.ts";
import { changes, comments, contributions, organisations, updates, users } from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";
import { ownUpdateActs, readableEntities } from "#shared/features/changes/change-policy.ts";
import { type EntityName, entityNames } from "#shared/features/changes/change-words.ts";
import type { ChangeList, ChangeRow, ListChangesInput } from "#shared/features/changes/change.ts";
import type { Person } from "#shared/features/members/standing.ts";

import { labelsOf, titlesOf } from "./change-titles-queries.ts";
import { undoableAmong, undoneAmong } from "./undoable-queries.ts";

const unreadOnceGone: ReadonlySet<EntityName> = new Set(["comment", "invitation", "attachment"]);

/**
 * The history of a project as this person may read it, newest first, `limit` rows from before `cursor`.
 * Faults: NOT_FOUND. Lines and reports that are not for this person now are left out with all their past. With `now`
 * the own acts that can be taken back are marked.
 */
export async function listChanges(
  db: ReadDb,
  person: Person,
  input: ListChangesInput,
  now: number | null = null,
): Promise<ChangeList> {
  const membership = await loadMembership(db, person, input.projectId);
  const readable = readableEntities(membership, entityNames);
  const wanted: readonly EntityName[] = input.entity ? readable.filter((name) => name === input.entity) : readable;
  const rows = await db
    .select({
      seq: changes.seq,
      at: changes.at,
      groupId: changes.groupId,
      entity: changes.entity,
      entityId: changes.entityId,
      action: changes.action,
      fields: changes.fields,
      actorId: changes.actorId,
      actorName: users.name,
      actingForId: changes.actingForId,
      actingForName: organisations.name,
    })
    .from(changes)
    .leftJoin(users, eq(users.id, changes.actorId))
    .leftJoin(organisations, eq(organisations.id, changes.actingForId))
    .where(
      and(
        eq(changes.projectId, input.projectId),
        inArray(changes.entity, [...wanted]),
        notConfidential(db, membership),
        input.organisationId ? eq(changes.actingForId, input.organisationId) : undefined,
        input.cursor ? lt(changes.seq, input.cursor) : undefined,
      ),
    )
    .orderBy(desc(changes.seq))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const titles = await titlesOf(db, page);
  const undone = await undoneAmong(db, [...new Set(page.map(({ groupId }) => groupId))]);
  const undoable = now === null ? new Set<string>() : await undoableAmong(db, person, page, now);
  const named: ChangeRow[] = page.map((row) => ({
    ...shownOf(row),
    // What went with a record is kept whole for its return; a text that was removed is for nobody to read.
    fields: row.action === "removed" && unreadOnceGone.has(row.entity) ? {} : row.fields,
    title: titles.get(row.entityId) ?? null,
    isUndone: undone.has(row.groupId),
    mayUndo: undoable.has(row.groupId),
  }));
  return {
    rows: named,
    labels: await labelsOf(db, membership),
    nextBeforeSeq: rows.length > input.limit ? (page.at(-1)?.seq ?? null) : null,
  };
}

function shownOf<Row extends { actorId: string | null }>(row: Row): Omit<Row, "actorId"> {
  const shown: Partial<Row> = { ...row };
  delete shown.actorId;
  return shown as Omit<Row, "actorId">;
}

/** The same rule as `mayReadConfidentialChange` for whoever reads on behalf of others: their drafts leave no trace. */
function notForeignDraft(membership: Membership): SQL | undefined {
  return or(
    ne(changes.entity, "update"),
    notInArray(changes.action, [...ownUpdateActs]),
    membership.organisationId && membership.viewedBy === undefined
      ? eq(changes.confidentialTo, membership.organisationId)
      : undefined,
  );
}

/** Only changes whose line this person may see now and whose record was never meant for others alone. */
function notConfidential(db: ReadDb, membership: Membership): SQL | undefined {
  if (membership.relation === "coordinator") return notForeignDraft(membership);
  const own = [...membership.participantIds];
  const hiddenLines = db
    .select({ id: contributions.id })
    .from(contributions)
    .where(
      and(
        eq(contributions.projectId, membership.projectId),
        eq(contributions.confidentiality, "coordinator"),
        own.length > 0 ? notInArray(contributions.participantId, own) : undefined,
      ),
    );
  const notOwnReport = own.length > 0 ? notInArray(updates.participantId, own) : undefined;
  const hiddenUpdates = db
    .select({ id: updates.id })
    .from(updates)
    .where(
      and(
        eq(updates.projectId, membership.projectId),
        or(
          inArray(updates.contributionId, hiddenLines),
          and(inArray(updates.state, ["draft", "returned"]), notOwnReport),
          // Who looks through a member's eyes is not told that it has begun to write.
          membership.viewedBy ? eq(updates.state, "draft") : undefined,
        ),
      ),
    );
  const hiddenComments = db
    .select({ id: comments.id })
    .from(comments)
    .where(or(inArray(comments.contributionId, hiddenLines), inArray(comments.updateId, hiddenUpdates)));
  return and(
    membership.viewedBy ? notForeignDraft(membership) : undefined,
    or(
      isNull(changes.confidentialTo),
      membership.organisationId ? eq(changes.confidentialTo, membership.organisationId) : sql`1 = 0`,
    ),
    notInArray(changes.entityId, hiddenLines),
    notInArray(changes.entityId, hiddenUpdates),
    notInArray(changes.entityId, hiddenComments),
  );
}
