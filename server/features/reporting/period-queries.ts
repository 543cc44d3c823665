import { and, asc, eq, ne, or, type SQL, inArray } from "drizzle-orm";

import { monthEndOn, monthStartOn } from "#shared/dates.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayAskForReports, mayLockPeriods, mayPlanPeriods } from "#shared/features/reporting/period-policy.ts";
import type { PeriodList, PeriodRow } from "#shared/features/reporting/period.ts";
import { mayReport, mayReview } from "#shared/features/reporting/update-policy.ts";
import { currentPeriod } from "#shared/features/reporting/update-rules.ts";

import type { ReadDb } from "#server/db/database.ts";
import { countOf } from "#server/db/order.ts";
import { contributions, periods, projects, updates } from "#server/db/schema/index.ts";
import { visibleLinesCondition } from "#server/features/contributions/contribution-queries.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";

/** The updates this person may see, as a condition on `updates`; the same rule as `maySeeUpdate`. */
export function visibleUpdatesCondition(membership: Membership): SQL | undefined {
  const mine = inArray(updates.participantId, [...membership.participantIds]);
  const own = membership.viewedBy === undefined ? mine : and(mine, ne(updates.state, "draft"));
  if (membership.relation === "coordinator") return or(ne(updates.state, "draft"), own);
  return or(inArray(updates.state, ["submitted", "accepted"]), own);
}

/** The periods of a project with the reports this person sees in each. Faults: NOT_FOUND. */
export async function listPeriods(db: ReadDb, person: Person, input: { projectId: string }): Promise<PeriodList> {
  const membership = await loadMembership(db, person, input.projectId);
  const [project] = await db
    .select({ startOn: projects.startOn })
    .from(projects)
    .where(eq(projects.id, input.projectId));
  const startOn = project?.startOn ?? null;
  const found = await db
    .select()
    .from(periods)
    .where(eq(periods.projectId, input.projectId))
    .orderBy(asc(periods.number));
  const counts = await db
    .select({ periodId: updates.periodId, state: updates.state, reports: countOf() })
    .from(updates)
    .innerJoin(contributions, eq(contributions.id, updates.contributionId))
    .where(
      and(
        eq(updates.projectId, input.projectId),
        visibleLinesCondition(membership),
        visibleUpdatesCondition(membership),
      ),
    )
    .groupBy(updates.periodId, updates.state);
  const rows = found.map((period): PeriodRow => {
    const of = (state: string) => counts.find((row) => row.periodId === period.id && row.state === state)?.reports ?? 0;
    return {
      id: period.id,
      version: period.version,
      number: period.number,
      startMonth: period.startMonth,
      endMonth: period.endMonth,
      startsOn: startOn && monthStartOn(startOn, period.startMonth),
      endsOn: startOn && monthEndOn(startOn, period.endMonth),
      dueOn: period.dueOn,
      lockedAt: period.lockedAt,
      openedAt: period.openedAt,
      counts: { draft: of("draft"), submitted: of("submitted"), returned: of("returned"), accepted: of("accepted") },
    };
  });
  return {
    rows,
    currentId: currentPeriod(found, startOn, person.today)?.id ?? null,
    may: {
      plan: mayPlanPeriods(membership),
      lock: mayLockPeriods(membership),
      ask: mayAskForReports(membership),
      report: membership.participantIds.some((participantId) => mayReport(membership, { participantId })),
      review: mayReview(membership),
    },
  };
}
