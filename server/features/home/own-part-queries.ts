import { aliasedTable, and, countDistinct, eq, gte, isNull, isNotNull, lte, max, ne, or, sql } from "drizzle-orm";

import { monthEndOn } from "#shared/dates.ts";
import type { OwnPart, ToReport } from "#shared/features/home/home.ts";
import { reportsAskedFrom } from "#shared/features/reporting/update-rules.ts";

import type { ReadDb } from "#server/db/database.ts";
import { votesAsked } from "#server/features/decisions/vote-queries.ts";
import { ascending, countOf } from "#server/db/order.ts";
import { prepared } from "#server/db/prepare.ts";
import { contributions, offers, participants, periods, projects, streams, updates } from "#server/db/schema/index.ts";

const own = eq(participants.organisationId, sql.placeholder("organisationId"));
const ownAccepted = and(own, eq(participants.state, "accepted"));
const DAY_MS = 86_400_000;

const openReports = prepared("home_reports", (db) =>
  db
    .select({
      projectId: projects.id,
      acronym: projects.acronym,
      startOn: projects.startOn,
      periodId: periods.id,
      periodNumber: periods.number,
      endMonth: periods.endMonth,
      dueOn: periods.dueOn,
      state: updates.state,
      lines: countOf(),
    })
    .from(participants)
    .innerJoin(projects, and(eq(projects.id, participants.projectId), eq(projects.status, "running")))
    .innerJoin(contributions, and(eq(contributions.participantId, participants.id), eq(contributions.state, "agreed")))
    .innerJoin(
      periods,
      and(
        eq(periods.projectId, projects.id),
        isNull(periods.lockedAt),
        or(isNull(contributions.fromMonth), lte(contributions.fromMonth, periods.endMonth)),
        or(isNull(contributions.toMonth), gte(contributions.toMonth, periods.startMonth)),
      ),
    )
    .leftJoin(updates, and(eq(updates.contributionId, contributions.id), eq(updates.periodId, periods.id)))
    .where(ownAccepted)
    .groupBy(
      projects.id,
      projects.acronym,
      projects.startOn,
      periods.id,
      periods.number,
      periods.endMonth,
      periods.dueOn,
      updates.state,
    )
    .orderBy(periods.dueOn, projects.acronym),
);

const returnedReports = prepared("home_returned", (db) =>
  db
    .select({
      projectId: projects.id,
      acronym: projects.acronym,
      id: updates.id,
      title: contributions.title,
      periodId: periods.id,
      periodNumber: periods.number,
      note: updates.reviewNote,
      reviewedAt: updates.reviewedAt,
    })
    .from(participants)
    .innerJoin(projects, and(eq(projects.id, participants.projectId), ne(projects.status, "cancelled")))
    .innerJoin(updates, and(eq(updates.participantId, participants.id), eq(updates.state, "returned")))
    .innerJoin(contributions, eq(contributions.id, updates.contributionId))
    .innerJoin(periods, and(eq(periods.id, updates.periodId), isNull(periods.lockedAt)))
    .where(ownAccepted)
    .orderBy(ascending(updates.reviewedAt), updates.id)
    .limit(20),
);

const openOffers = prepared("home_offers", (db) => {
  const last = db
    .select({ contributionId: offers.contributionId, lastNumber: max(offers.number).as("last_number") })
    .from(offers)
    .innerJoin(contributions, and(eq(contributions.id, offers.contributionId), eq(contributions.state, "countered")))
    .innerJoin(participants, and(eq(participants.id, contributions.participantId), ownAccepted))
    .groupBy(offers.contributionId)
    .as("last_offers");
  return db
    .select({
      projectId: projects.id,
      acronym: projects.acronym,
      id: contributions.id,
      title: contributions.title,
      kind: contributions.kind,
      currency: projects.currency,
      valueCents: contributions.valueCents,
      effortPmHundredths: contributions.effortPmHundredths,
      reason: sql<string>`coalesce(${offers.reason}, '')`,
      at: contributions.updatedAt,
    })
    .from(participants)
    .innerJoin(projects, eq(projects.id, participants.projectId))
    .innerJoin(
      contributions,
      and(eq(contributions.participantId, participants.id), eq(contributions.state, "countered")),
    )
    .leftJoin(last, eq(last.contributionId, contributions.id))
    .leftJoin(offers, and(eq(offers.contributionId, contributions.id), eq(offers.number, last.lastNumber)))
    .where(ownAccepted)
    .orderBy(contributions.updatedAt, contributions.id)
    .limit(20);
});

const takingPart = prepared("home_participations", (db) =>
  db
    .select({
      projectId: projects.id,
      acronym: projects.acronym,
      title: projects.title,
      state: participants.state,
      role: participants.role,
      proposed: countOf(contributions.id),
    })
    .from(participants)
    .innerJoin(projects, eq(projects.id, participants.projectId))
    .leftJoin(contributions, and(eq(contributions.participantId, participants.id), eq(contributions.state, "proposed")))
    .where(and(own, or(eq(participants.state, "accepted"), eq(participants.state, "invited"))))
    .groupBy(participants.id, projects.id, projects.acronym, projects.title, participants.state, participants.role)
    .orderBy(projects.acronym),
);

const beside = aliasedTable(contributions, "beside");

const promisedLines = prepared("home_promises", (db) =>
  db
    .select({
      projectId: projects.id,
      acronym: projects.acronym,
      startOn: projects.startOn,
      durationMonths: projects.durationMonths,
      id: contributions.id,
      title: contributions.title,
      streamCode: streams.code,
      streamTitle: streams.title,
      toMonth: contributions.toMonth,
      others: countDistinct(beside.participantId),
    })
    .from(participants)
    .innerJoin(projects, and(eq(projects.id, participants.projectId), eq(projects.status, "running")))
    .innerJoin(contributions, and(eq(contributions.participantId, participants.id), eq(contributions.state, "agreed")))
    .innerJoin(streams, eq(streams.id, contributions.streamId))
    // What is confidential to others must not be told from a count either.
    .innerJoin(
      beside,
      and(
        eq(beside.streamId, streams.id),
        eq(beside.state, "agreed"),
        eq(beside.confidentiality, "consortium"),
        ne(beside.participantId, participants.id),
      ),
    )
    .where(and(ownAccepted, isNotNull(contributions.streamId)))
    .groupBy(
      projects.id,
      projects.acronym,
      projects.startOn,
      projects.durationMonths,
      contributions.id,
      contributions.title,
      streams.code,
      streams.title,
      contributions.toMonth,
    ),
);

const MOST_PROMISES = 8;

export type Participation = Awaited<ReturnType<typeof takingPart>>[number];

/** Projects the organisation takes part in or is invited to, with its proposals that wait for an answer. */
export function participationsOf(db: ReadDb, organisationId: string): Promise<Participation[]> {
  return takingPart(db, { organisationId });
}

/** What is asked of an organisation over all its projects: reports, answers, invitations, promises to others. */
export async function ownPart(
  db: ReadDb,
  organisationId: string,
  today: string,
  participations: readonly Participation[],
): Promise<OwnPart> {
  const [reports, returned, waiting, promised, asked] = await Promise.all([
    openReports(db, { organisationId }),
    returnedReports(db, { organisationId }),
    openOffers(db, { organisationId }),
    promisedLines(db, { organisationId }),
    votesAsked(db, organisationId),
  ]);
  return {
    toReport: toReport(reports, today),
    returned,
    offers: waiting,
    votes: asked,
    proposed: participations.reduce((sum, row) => sum + (row.role === "coordinator" ? 0 : row.proposed), 0),
    invitations: participations
      .filter(({ state }) => state === "invited")
      .map(({ projectId, acronym, title }) => ({ projectId, acronym, title })),
    promises: promised
      .map(({ startOn, durationMonths, toMonth, others, ...line }) => {
        const month = toMonth ?? durationMonths;
        return {
          ...line,
          others,
          endsOn: startOn !== null && month !== null ? monthEndOn(startOn, month) : null,
        };
      })
      .filter(({ endsOn }) => endsOn === null || endsOn >= today)
      .toSorted(
        (left, right) =>
          (left.endsOn ?? "9999").localeCompare(right.endsOn ?? "9999") || left.id.localeCompare(right.id),
      )
      .slice(0, MOST_PROMISES),
  };
}

function toReport(rows: Awaited<ReturnType<typeof openReports>>, today: string): ToReport[] {
  const asked = rows.filter((row) => (reportsAskedFrom(row.startOn, row) ?? "9999") <= today);
  return [...Map.groupBy(asked, ({ periodId }) => periodId).values()].flatMap((group): ToReport[] => {
    const [first] = group;
    if (!first) return [];
    const of = (state: string | null) => group.find((row) => row.state === state)?.lines ?? 0;
    const { projectId, acronym, periodId, periodNumber, dueOn } = first;
    const daysLeft = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY_MS);
    const counts = {
      missing: of(null),
      drafts: of("draft"),
      returned: of("returned"),
      lines: group.reduce((sum, row) => sum + row.lines, 0),
    };
    const isDone = counts.missing + counts.drafts + counts.returned === 0;
    return isDone ? [] : [{ projectId, acronym, periodId, periodNumber, dueOn, daysLeft, ...counts }];
  });
}
