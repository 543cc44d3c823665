import { and, eq } from "drizzle-orm";

import { stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayAskForReports } from "#shared/features/reporting/period-policy.ts";
import { type ReviseRequestSettingsInput, usualRequestSettings } from "#shared/features/reporting/request-settings.ts";
import type { Written } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { reportingSettings } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";

import { settingsOf } from "./request-settings-queries.ts";

/**
 * Changes how a project asks for its reports; the first change makes the row out of what is usual. What was asked
 * already stays asked. Faults: NOT_FOUND, FORBIDDEN, STALE.
 */
export async function reviseRequestSettings(
  tx: Tx,
  person: Person,
  { projectId, version, patch }: ReviseRequestSettingsInput,
): Promise<Written> {
  const membership = await loadMembership(tx, person, projectId);
  demand(mayAskForReports(membership));
  const [before] = await tx.select().from(reportingSettings).where(eq(reportingSettings.projectId, projectId));
  const settings = { ...(before ? settingsOf(before) : usualRequestSettings), ...patch };
  const [after] =
    version === null
      ? await tx
          .insert(reportingSettings)
          .values({ ...settings, projectId, version: 1, createdAt: tx.now, updatedAt: tx.now })
          .onConflictDoNothing()
          .returning()
      : await tx
          .update(reportingSettings)
          .set({ ...settings, version: version + 1, updatedAt: tx.now })
          .where(and(eq(reportingSettings.projectId, projectId), eq(reportingSettings.version, version)))
          .returning();
  if (!after) throw stale(before ? { ...settingsOf(before), version: before.version } : usualRequestSettings);
  await tx.record({
    entity: "reporting-settings",
    entityId: projectId,
    action: "updated",
    projectId,
    before: before ? settingsOf(before) : usualRequestSettings,
    after: settingsOf(after),
  });
  return { id: projectId, version: after.version };
}
