import { and, asc, eq } from "drizzle-orm";

import type { ReadDb } from "#server/db/database.ts";
import { organisations, participants, periods, riskReports, risks, streams } from "#server/db/schema/index.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayPlanRisks, mayReadRisks, mayReportRisk } from "#shared/features/risks/risk-policy.ts";
import { isHighRisk, presentRisk } from "#shared/features/risks/risk-rules.ts";
import type { ListRisksInput, RiskList } from "#shared/features/risks/risk.ts";

/** The risks of a project by number, with how they stood in each period; nothing for readers outside. Faults: NOT_FOUND. */
export async function listRisks(db: ReadDb, person: Person, { projectId }: ListRisksInput): Promise<RiskList> {
  const membership = await loadMembership(db, person, projectId);
  if (!mayReadRisks(membership))
    return { rows: [], periods: [], streams: [], participants: [], mayRead: false, mayPlan: false };
  const found = await db.select().from(risks).where(eq(risks.projectId, projectId)).orderBy(asc(risks.number));
  const reports = Map.groupBy(await reportsOf(db, projectId), ({ riskId }) => riskId);
  return {
    rows: found.map(({ createdAt: _created, updatedAt: _updated, projectId: _project, ...row }) => {
      const own = (reports.get(row.id) ?? []).map(({ riskId: _risk, ...report }) => report);
      const present = presentRisk(row, own);
      const mayReport = mayReportRisk(membership, row);
      return { ...row, reports: own, present, isHigh: isHighRisk(present), mayReport };
    }),
    ...(await placesOf(db, projectId)),
    mayRead: true,
    mayPlan: mayPlanRisks(membership),
  };
}

/** How the risks of a project stood, in the order of the periods. */
async function reportsOf(db: ReadDb, projectId: string) {
  return await db
    .select({
      riskId: riskReports.riskId,
      version: riskReports.version,
      periodId: riskReports.periodId,
      periodNumber: periods.number,
      state: riskReports.state,
      likelihood: riskReports.likelihood,
      severity: riskReports.severity,
      note: riskReports.note,
    })
    .from(riskReports)
    .innerJoin(periods, eq(periods.id, riskReports.periodId))
    .where(eq(periods.projectId, projectId))
    .orderBy(asc(periods.number));
}

/** What risks name by their ids. */
async function placesOf(db: ReadDb, projectId: string) {
  const inTime = await db
    .select({ id: periods.id, number: periods.number, lockedAt: periods.lockedAt })
    .from(periods)
    .where(eq(periods.projectId, projectId))
    .orderBy(asc(periods.number));
  return {
    periods: inTime.map(({ id, number, lockedAt }) => ({ id, number, locked: lockedAt !== null })),
    streams: await db
      .select({ id: streams.id, code: streams.code, title: streams.title })
      .from(streams)
      .where(eq(streams.projectId, projectId))
      .orderBy(asc(streams.number)),
    participants: await db
      .select({ id: participants.id, number: participants.number, name: organisations.name })
      .from(participants)
      .innerJoin(organisations, eq(organisations.id, participants.organisationId))
      .where(and(eq(participants.projectId, projectId), eq(participants.state, "accepted")))
      .orderBy(asc(participants.number), asc(participants.id)),
  };
}

/** The risks that are high now, for a caller who has proven that the reader may read risks. */
export async function highRisksOf(db: ReadDb, projectId: string) {
  const found = await db.select().from(risks).where(eq(risks.projectId, projectId)).orderBy(asc(risks.number));
  const reports = Map.groupBy(await reportsOf(db, projectId), ({ riskId }) => riskId);
  return found
    .filter((risk) => isHighRisk(presentRisk(risk, reports.get(risk.id) ?? [])))
    .map(({ id, title, ownerParticipantId, mitigation }) => ({ id, title, ownerParticipantId, mitigation }));
}
