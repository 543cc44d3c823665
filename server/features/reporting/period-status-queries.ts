import { and, asc, eq, inArray } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayAskForReports, maySeeAllParts } from "#shared/features/reporting/period-policy.ts";
import type { MemberStatus, PeriodStatus } from "#shared/features/reporting/period.ts";

import type { ReadDb } from "#server/db/database.ts";
import { organisations, participants, periods, reportRequests } from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";

import { expectedReports, isMissing } from "./expected-queries.ts";
import { loadRequestSettings } from "./request-settings-queries.ts";

/**
 * How far each member is with a period: the coordinator sees all of them, a member itself alone. Whether a draft has been
 * begun is nobody's business: what is not handed in counts as that. Faults: NOT_FOUND.
 */
export async function showPeriodStatus(db: ReadDb, person: Person, input: { id: string }): Promise<PeriodStatus> {
  const [period] = await db.select().from(periods).where(eq(periods.id, input.id));
  if (!period) throw notFound();
  const membership = await loadMembership(db, person, period.projectId);
  const expected = await expectedReports(db, [period]);
  const byMember = Map.groupBy(expected, ({ participantId }) => participantId);
  const asked = await lastRequests(db, period.id);
  const members = (await membersSeen(db, membership)).flatMap((member): MemberStatus[] => {
    const own = byMember.get(member.participantId) ?? [];
    if (own.length === 0) return [];
    const count = (state: string) => own.filter((row) => row.state === state).length;
    const counts = { submitted: count("submitted"), returned: count("returned"), accepted: count("accepted") };
    const missing = own.filter(isMissing).length - counts.returned;
    const last = asked.get(member.participantId) ?? null;
    return [{ ...member, expected: own.length, missing, ...counts, lastAsked: last }];
  });
  const { timeZone } = await loadRequestSettings(db, period.projectId);
  return {
    dueOn: period.dueOn,
    timeZone,
    openedAt: period.openedAt,
    members,
    mayRemind: mayAskForReports(membership) && period.lockedAt === null,
  };
}

function membersSeen(db: ReadDb, membership: Membership) {
  const own = maySeeAllParts(membership) ? undefined : inArray(participants.id, [...membership.participantIds]);
  return db
    .select({
      participantId: participants.id,
      number: participants.number,
      name: organisations.name,
      shortName: organisations.shortName,
    })
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(and(eq(participants.projectId, membership.projectId), own))
    .orderBy(asc(participants.number), asc(participants.id))
    .then((rows) =>
      rows.map(({ participantId, number, name, shortName }) => ({
        participantId,
        number,
        memberName: shortName ?? name,
      })),
    );
}

/** The latest request of each participant; people are not named, only that somebody was asked. */
async function lastRequests(
  db: ReadDb,
  periodId: string,
): Promise<Map<string, NonNullable<MemberStatus["lastAsked"]>>> {
  const rows = await db
    .select({ participantId: reportRequests.participantId, kind: reportRequests.kind, at: reportRequests.at })
    .from(reportRequests)
    .where(eq(reportRequests.periodId, periodId))
    .orderBy(asc(reportRequests.at));
  return new Map(rows.map(({ participantId, kind, at }) => [participantId, { kind, at }]));
}
