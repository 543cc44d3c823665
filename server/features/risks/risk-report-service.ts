import { and, eq } from "drizzle-orm";

import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { periods, riskReports } from "#server/db/schema/index.ts";
import { demand } from "#server/features/members/membership.ts";
import { Fault, invalid, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayReportRisk } from "#shared/features/risks/risk-policy.ts";
import type { ReportRiskInput } from "#shared/features/risks/risk.ts";
import type { Written } from "#shared/versions.ts";

import { listRisks } from "./risk-queries.ts";
import { loadRisk } from "./risk-service.ts";

/**
 * Says how a risk stands in a period, for the first time or anew; gives id and version of the report. Faults: FORBIDDEN,
 * INPUT for a period of another project, PERIOD_LOCKED, STALE with the present row of the risk.
 */
export async function reportRisk(tx: Tx, person: Person, input: ReportRiskInput): Promise<Written> {
  const { before: risk, membership } = await loadRisk(tx, person, input.id);
  demand(mayReportRisk(membership, risk));
  const { id: riskId, periodId, version, ...told } = input;
  const { projectId } = risk;
  const [period] = await tx
    .select({ lockedAt: periods.lockedAt })
    .from(periods)
    .where(and(eq(periods.id, periodId), eq(periods.projectId, projectId)));
  if (!period) throw invalid("periodId", "NOT_FOUND");
  if (period.lockedAt !== null) throw new Fault("CONFLICT", "PERIOD_LOCKED", { message: "The period is closed." });
  const isThis = and(eq(riskReports.riskId, riskId), eq(riskReports.periodId, periodId));
  const [before] = await tx.select().from(riskReports).where(isThis);
  if ((before?.version ?? null) !== version) {
    const { rows } = await listRisks(tx, person, { projectId });
    throw stale(rows.find(({ id }) => id === riskId) ?? null);
  }
  const after = before
    ? { ...before, ...told, version: before.version + 1, updatedAt: tx.now }
    : { ...freshRow(tx), riskId, periodId, ...told };
  if (before) await tx.update(riskReports).set(after).where(isThis);
  else await tx.insert(riskReports).values(after);
  await tx.record({
    entity: "risk-report",
    entityId: after.id,
    action: before ? "updated" : "created",
    projectId,
    before: before ?? null,
    after,
  });
  return { id: after.id, version: after.version };
}
