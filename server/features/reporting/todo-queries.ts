import { and, asc, eq, inArray } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayReport, mayWriteUpdate } from "#shared/features/reporting/update-policy.ts";
import { currentPeriod, isReportedIn, plannedIn } from "#shared/features/reporting/update-rules.ts";
import type { Todo, TodoItem } from "#shared/features/reporting/update.ts";

import type { ReadDb } from "#server/db/database.ts";
import { ascending } from "#server/db/order.ts";
import { contributions, periods, projects, streams, updates, users } from "#server/db/schema/index.ts";
import { asHandedIn } from "#server/features/contributions/handed-in-queries.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";

import { loadRequestSettings } from "./request-settings-queries.ts";
import { acceptedBefore } from "./accepted-queries.ts";
import { visibleUpdatesCondition } from "./period-queries.ts";
import { reportColumns } from "./update-queries.ts";

/**
 * What the acting organisation has to report in a period (the current one unless named): its agreed lines with
 * months in that period, what was planned and accepted before, the report of the last period and the present one.
 * Faults: NOT_FOUND.
 */
export async function listTodo(
  db: ReadDb,
  person: Person,
  input: { projectId: string; periodId?: string | undefined; participantId?: string },
): Promise<Todo> {
  const membership = await loadMembership(db, person, input.projectId);
  const [project] = await db
    .select({ startOn: projects.startOn, durationMonths: projects.durationMonths })
    .from(projects)
    .where(eq(projects.id, input.projectId));
  const all = await db
    .select()
    .from(periods)
    .where(eq(periods.projectId, input.projectId))
    .orderBy(asc(periods.number));
  const named = all.find(({ id }) => id === input.periodId);
  if (input.periodId && !named) throw notFound();
  const period = named ?? currentPeriod(all, project?.startOn ?? null, person.today);
  const { timeZone } = await loadRequestSettings(db, input.projectId);
  const { currency } = membership;
  if (!period) return { periodId: null, dueOn: null, timeZone, currency, items: [] };
  const isWanted = (line: { participantId: string }) =>
    input.participantId === undefined || line.participantId === input.participantId;
  const lines = (await ownLines(db, membership)).filter((line) => isWanted(line) && isReportedIn(line, period));
  const reports = await reportsOf(db, membership, lines);
  const before = await acceptedBefore(db, lines);
  const duration = project?.durationMonths ?? null;
  const items = lines.map(({ participantId, ...line }): TodoItem => {
    const own = reports.filter((report) => report.contributionId === line.contributionId);
    const present = own.find((report) => report.periodNumber === period.number);
    const earlier = own.findLast((report) => report.periodNumber < period.number && report.state !== "draft");
    const facts = {
      participantId,
      periodLocked: period.lockedAt !== null,
      state: present?.state ?? ("draft" as const),
    };
    return {
      ...line,
      before: before(line.contributionId, period.number),
      planned: {
        pmHundredths: plannedIn(line.effortPmHundredths, line, period, duration),
        cents: plannedIn(line.valueCents, line, period, duration),
      },
      last: earlier ? lastOf(earlier) : null,
      update: present ? presentOf(present) : null,
      mayWrite: mayReport(membership, { participantId }) && mayWriteUpdate(membership, facts),
    };
  });
  return { periodId: period.id, dueOn: period.dueOn, timeZone, currency, items };
}

function ownLines(db: ReadDb, membership: Membership) {
  return db
    .select({
      contributionId: contributions.id,
      participantId: contributions.participantId,
      title: contributions.title,
      kind: contributions.kind,
      streamCode: streams.code,
      effortPmHundredths: contributions.effortPmHundredths,
      quantity: contributions.quantity,
      unit: contributions.unit,
      valueCents: contributions.valueCents,
      fromMonth: contributions.fromMonth,
      toMonth: contributions.toMonth,
    })
    .from(contributions)
    .leftJoin(streams, eq(streams.id, contributions.streamId))
    .where(
      and(
        eq(contributions.projectId, membership.projectId),
        inArray(contributions.participantId, [...membership.participantIds]),
        eq(contributions.state, "agreed"),
      ),
    )
    .orderBy(ascending(streams.number), contributions.id);
}

const stateColumns = {
  id: updates.id,
  version: updates.version,
  state: updates.state,
  reviewNote: updates.reviewNote,
  reviewedByName: users.name,
  submittedAt: updates.submittedAt,
  updatedAt: updates.updatedAt,
};

async function reportsOf(db: ReadDb, membership: Membership, lines: readonly { contributionId: string }[]) {
  if (lines.length === 0) return [];
  const found = await db
    .select({
      ...reportColumns,
      ...stateColumns,
      reviewedAt: updates.reviewedAt,
      participantId: updates.participantId,
      contributionId: updates.contributionId,
      periodNumber: periods.number,
    })
    .from(updates)
    .innerJoin(periods, eq(periods.id, updates.periodId))
    .leftJoin(users, eq(users.id, updates.reviewedById))
    .where(
      and(
        inArray(
          updates.contributionId,
          lines.map(({ contributionId }) => contributionId),
        ),
        visibleUpdatesCondition(membership),
      ),
    )
    .orderBy(asc(periods.number));
  return asHandedIn(db, membership, found);
}

type ReportRow = Awaited<ReturnType<typeof reportsOf>>[number];

function presentOf({
  contributionId: _contributionId,
  participantId: _participantId,
  periodNumber: _periodNumber,
  reviewedAt: _reviewedAt,
  ...present
}: ReportRow): NonNullable<TodoItem["update"]> {
  return present;
}

function lastOf(row: ReportRow): NonNullable<TodoItem["last"]> {
  const { periodNumber, deliveredPmHundredths, deliveredQuantity, deliveredCents, progressBp, text, lateReason } = row;
  const { remainingPmHundredths, remainingQuantity, remainingCents } = row;
  const delivered = { deliveredPmHundredths, deliveredQuantity, deliveredCents };
  const remaining = { remainingPmHundredths, remainingQuantity, remainingCents };
  return { periodNumber, ...delivered, ...remaining, progressBp, text, lateReason };
}
