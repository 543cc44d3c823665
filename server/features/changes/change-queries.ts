import { and, desc, eq, inArray, isNull, lt, ne, notInArray, or, type SQL, sql } from "drizzle-orm";

import type { ReadDb } from "#server/db/database.ts";
import { changes, contributions, organisations, updates, users } from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";
import { ownUpdateActs, readableEntities } from "#shared/features/changes/change-policy.ts";
import { type EntityName, entityNames } from "#shared/features/changes/change-words.ts";
import type { ChangeList, ChangeRow, ListChangesInput } from "#shared/features/changes/change.ts";
import type { Person } from "#shared/features/members/standing.ts";

import { labelsOf, titlesOf } from "./change-titles-queries.ts";

/**
 * The history of a project as this person may read it, newest first, `limit` rows from before `cursor`.
 * Faults: NOT_FOUND. Lines and reports that are not for this person now are left out with all their past.
 */
export async function listChanges(db: ReadDb, person: Person, input: ListChangesInput): Promise<ChangeList> {
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
  const named: ChangeRow[] = page.map((row) => ({ ...row, title: titles.get(row.entityId) ?? null }));
  return {
    rows: named,
    labels: await labelsOf(db, membership),
    nextBeforeSeq: rows.length > input.limit ? (page.at(-1)?.seq ?? null) : null,
  };
}

/** The same rule as `mayReadConfidentialChange` for the coordinator: drafts of others leave no trace. */
function notForeignDraft(membership: Membership): SQL | undefined {
  return or(
    ne(changes.entity, "update"),
    notInArray(changes.action, [...ownUpdateActs]),
    membership.organisationId ? eq(changes.confidentialTo, membership.organisationId) : undefined,
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
        ),
      ),
    );
  return and(
    or(
      isNull(changes.confidentialTo),
      membership.organisationId ? eq(changes.confidentialTo, membership.organisationId) : sql`1 = 0`,
    ),
    notInArray(changes.entityId, hiddenLines),
    notInArray(changes.entityId, hiddenUpdates),
  );
}
