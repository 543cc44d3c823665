import { and, eq, gte, inArray, isNull, lte, notExists, or, sql } from "drizzle-orm";

import { isReportedIn } from "#shared/features/reporting/update-rules.ts";
import type { UpdateState } from "#shared/features/reporting/update-words.ts";

import type { ReadDb } from "#server/db/database.ts";
import { contributions, participants, updates, type periods } from "#server/db/schema/index.ts";

type Period = Pick<typeof periods.$inferSelect, "id" | "projectId" | "startMonth" | "endMonth">;

/** A report that a member owes a period: of an agreed line with months in it. `state` null: not begun. */
export type ExpectedReport = { periodId: string; participantId: string; state: UpdateState | null };

/** Every report the members of these periods owe, by the state it is in; members are the participants that accepted. */
export async function expectedReports(db: ReadDb, of: readonly Period[]): Promise<ExpectedReport[]> {
  if (of.length === 0) return [];
  const lines = await db
    .select({
      id: contributions.id,
      projectId: contributions.projectId,
      participantId: contributions.participantId,
      fromMonth: contributions.fromMonth,
      toMonth: contributions.toMonth,
    })
    .from(contributions)
    .innerJoin(participants, eq(participants.id, contributions.participantId))
    .where(
      and(
        inArray(contributions.projectId, [...new Set(of.map(({ projectId }) => projectId))]),
        eq(contributions.state, "agreed"),
        eq(participants.state, "accepted"),
      ),
    );
  const reports = await db
    .select({ contributionId: updates.contributionId, periodId: updates.periodId, state: updates.state })
    .from(updates)
    .where(
      inArray(
        updates.periodId,
        of.map(({ id }) => id),
      ),
    );
  const states = new Map(reports.map((row) => [`${row.contributionId} ${row.periodId}`, row.state]));
  const linesOf = Map.groupBy(lines, ({ projectId }) => projectId);
  return of.flatMap((period) =>
    (linesOf.get(period.projectId) ?? [])
      .filter((line) => isReportedIn(line, period))
      .map(({ id, participantId }) => ({
        periodId: period.id,
        participantId,
        state: states.get(`${id} ${period.id}`) ?? null,
      })),
  );
}

/** Whether a report still has to be handed in: not begun, a draft, or given back. */
export function isMissing({ state }: Pick<ExpectedReport, "state">): boolean {
  return state !== "submitted" && state !== "accepted";
}

/** Whether a period expects reports and every one of them is accepted, and nothing else waits in it for an answer. */
export async function isAllAccepted(db: ReadDb, period: Period): Promise<boolean> {
  const expected = and(
    eq(contributions.projectId, period.projectId),
    eq(contributions.state, "agreed"),
    eq(participants.state, "accepted"),
    // The same rule as `isReportedIn`.
    or(isNull(contributions.fromMonth), lte(contributions.fromMonth, period.endMonth)),
    or(isNull(contributions.toMonth), gte(contributions.toMonth, period.startMonth)),
  );
  const accepted = db
    .select({ one: sql`1` })
    .from(updates)
    .where(
      and(eq(updates.contributionId, contributions.id), eq(updates.periodId, period.id), eq(updates.state, "accepted")),
    );
  const open = await db
    .select({ id: contributions.id })
    .from(contributions)
    .innerJoin(participants, eq(participants.id, contributions.participantId))
    .where(and(expected, notExists(accepted)))
    .limit(1);
  if (open.length > 0) return false;
  const waiting = await db
    .select({ id: updates.id })
    .from(updates)
    .where(and(eq(updates.periodId, period.id), inArray(updates.state, ["submitted", "returned"])))
    .limit(1);
  return waiting.length === 0;
}
