import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import { maySeeContribution, ownsContribution } from "#shared/features/contributions/contribution-policy.ts";
import type { Person } from "#shared/features/members/standing.ts";
import {
  mayReviewUpdate,
  maySeeReviewNote,
  maySeeUpdate,
  mayWriteUpdate,
} from "#shared/features/reporting/update-policy.ts";
import type { ListUpdatesInput, UpdateDetail, UpdateList, UpdateRow } from "#shared/features/reporting/update.ts";
import { fold } from "#shared/text.ts";

import type { ReadDb } from "#server/db/database.ts";
import { ascending, countOf } from "#server/db/order.ts";
import {
  contributions,
  organisations,
  participants,
  periods,
  streams,
  updates,
  users,
} from "#server/db/schema/index.ts";
import { visibleLinesCondition } from "#server/features/contributions/contribution-queries.ts";
import { asHandedIn } from "#server/features/contributions/handed-in-queries.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";

import { acceptedBefore, type Accepted } from "./accepted-queries.ts";
import { visibleUpdatesCondition } from "./period-queries.ts";

/** What a report says, as columns. */
export const reportColumns = {
  deliveredPmHundredths: updates.deliveredPmHundredths,
  deliveredQuantity: updates.deliveredQuantity,
  deliveredCents: updates.deliveredCents,
  remainingPmHundredths: updates.remainingPmHundredths,
  remainingQuantity: updates.remainingQuantity,
  remainingCents: updates.remainingCents,
  progressBp: updates.progressBp,
  text: updates.text,
  lateReason: updates.lateReason,
};

const rowColumns = {
  ...reportColumns,
  id: updates.id,
  version: updates.version,
  state: updates.state,
  periodId: updates.periodId,
  periodNumber: periods.number,
  periodLocked: sql<number>`case when ${periods.lockedAt} is null then 0 else 1 end`.mapWith(
    (value) => Number(value) === 1,
  ),
  participantId: updates.participantId,
  memberName: sql<string>`coalesce(${organisations.shortName}, ${organisations.name})`,
  reviewNote: updates.reviewNote,
  submittedAt: updates.submittedAt,
  submittedByName: users.name,
  reviewedAt: updates.reviewedAt,
  updatedAt: updates.updatedAt,
  contributionId: updates.contributionId,
  title: contributions.title,
  kind: contributions.kind,
  streamCode: streams.code,
  effortPmHundredths: contributions.effortPmHundredths,
  quantity: contributions.quantity,
  unit: contributions.unit,
  valueCents: contributions.valueCents,
  fromMonth: contributions.fromMonth,
  toMonth: contributions.toMonth,
  confidentiality: contributions.confidentiality,
  projectId: updates.projectId,
  dueOn: periods.dueOn,
};

function selectUpdates(db: ReadDb) {
  return db
    .select(rowColumns)
    .from(updates)
    .innerJoin(contributions, eq(contributions.id, updates.contributionId))
    .innerJoin(periods, eq(periods.id, updates.periodId))
    .innerJoin(participants, eq(participants.id, updates.participantId))
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .leftJoin(streams, eq(streams.id, contributions.streamId))
    .leftJoin(users, eq(users.id, updates.submittedById));
}

type Selected = Awaited<ReturnType<typeof selectUpdates>>[number];

/**
 * The reports of a project this person may see, the longest waiting first: a page, their number and the number in
 * each state. Faults: NOT_FOUND.
 */
export async function listUpdates(db: ReadDb, person: Person, input: ListUpdatesInput): Promise<UpdateList> {
  const membership = await loadMembership(db, person, input.projectId);
  const where = await searched(
    db,
    membership,
    input.search,
    and(
      eq(updates.projectId, input.projectId),
      visibleLinesCondition(membership),
      visibleUpdatesCondition(membership),
      input.periodId ? eq(updates.periodId, input.periodId) : undefined,
      input.participantId ? eq(updates.participantId, input.participantId) : undefined,
    ),
  );
  const found = await selectUpdates(db)
    .where(and(where, input.state ? eq(updates.state, input.state) : undefined))
    .orderBy(
      sql`case when ${updates.state} = 'submitted' then 0 else 1 end`,
      asc(periods.number),
      ascending(updates.submittedAt),
      asc(updates.id),
    )
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize);
  const rows = await asHandedIn(db, membership, found);
  const before = await acceptedBefore(db, rows);
  const counts = await countsByState(db, where);
  const total = input.state ? counts[input.state] : Object.values(counts).reduce((sum, each) => sum + each, 0);
  return { rows: rows.map((row) => viewOf(membership, row, before)), total, counts, currency: membership.currency };
}

/** One report with its line. Faults: NOT_FOUND. */
export async function showUpdate(db: ReadDb, person: Person, input: { id: string }): Promise<UpdateDetail> {
  const [found] = await selectUpdates(db).where(eq(updates.id, input.id));
  if (!found) throw notFound();
  const membership = await loadMembership(db, person, found.projectId);
  if (!maySeeContribution(membership, found) || !maySeeUpdate(membership, found)) throw notFound();
  const [row = found] = await asHandedIn(db, membership, [found]);
  const view = viewOf(membership, row, await acceptedBefore(db, [row]));
  return { ...view, projectId: row.projectId, currency: membership.currency, dueOn: row.dueOn };
}

function viewOf(membership: Membership, row: Selected, before: Accepted): UpdateRow {
  const { confidentiality: _, projectId: __, dueOn: ___, updatedAt: _updatedAt, ...view } = row;
  return {
    ...view,
    reviewNote: maySeeReviewNote(membership, row) ? row.reviewNote : "",
    before: before(row.contributionId, row.periodNumber),
    own: ownsContribution(membership, row),
    mayWrite: mayWriteUpdate(membership, row),
    mayReview: mayReviewUpdate(membership, row),
  };
}

async function searched(
  db: ReadDb,
  membership: Membership,
  search: string,
  where: SQL | undefined,
): Promise<SQL | undefined> {
  const wanted = fold(search);
  if (wanted === "") return where;
  const rows = await asHandedIn(db, membership, await selectUpdates(db).where(where));
  const found = rows.filter((row) => fold(`${row.title}\n${row.text}\n${row.memberName}`).includes(wanted));
  return and(
    where,
    inArray(
      updates.id,
      found.map(({ id }) => id),
    ),
  );
}

async function countsByState(db: ReadDb, where: SQL | undefined): Promise<UpdateList["counts"]> {
  const rows = await db
    .select({ state: updates.state, reports: countOf() })
    .from(updates)
    .innerJoin(contributions, eq(contributions.id, updates.contributionId))
    .where(where)
    .groupBy(updates.state);
  const counts = { draft: 0, submitted: 0, returned: 0, accepted: 0 };
  for (const { state, reports } of rows) counts[state] = reports;
  return counts;
}
