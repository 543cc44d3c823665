import { eq, sql } from "drizzle-orm";

import type { Person } from "#shared/features/members/standing.ts";
import { mayAskForReports } from "#shared/features/reporting/period-policy.ts";
import {
  type RequestSettings,
  type RequestSettingsView,
  usualRequestSettings,
} from "#shared/features/reporting/request-settings.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { reportingSettings } from "#server/db/schema/index.ts";
import { loadMembership } from "#server/features/members/membership.ts";

type SettingsDbRow = typeof reportingSettings.$inferSelect;

const settingsByProject = prepared("request_settings", (db) =>
  db
    .select()
    .from(reportingSettings)
    .where(eq(reportingSettings.projectId, sql.placeholder("projectId"))),
);

/** The settings in a row, alone. */
export function settingsOf(row: SettingsDbRow): RequestSettings {
  const { asksByMail, opensAfterDays, remindBeforeDays, remindAfterDays, hour, timeZone } = row;
  const { workdaysOnly, locksWhenAccepted } = row;
  return {
    asksByMail,
    opensAfterDays,
    remindBeforeDays,
    remindAfterDays,
    hour,
    timeZone,
    workdaysOnly,
    locksWhenAccepted,
  };
}

/** How a project asks for its reports: as it was set, else as usual. */
export async function loadRequestSettings(db: ReadDb, projectId: string): Promise<RequestSettings> {
  const [row] = await settingsByProject(db, { projectId });
  return row ? settingsOf(row) : usualRequestSettings;
}

/** The settings with the version a change of them needs. Faults: NOT_FOUND. */
export async function showRequestSettings(
  db: ReadDb,
  person: Person,
  input: { projectId: string },
): Promise<RequestSettingsView> {
  const membership = await loadMembership(db, person, input.projectId);
  const [row] = await settingsByProject(db, input);
  const settings = row ? settingsOf(row) : usualRequestSettings;
  return { ...settings, version: row?.version ?? null, mayRevise: mayAskForReports(membership) };
}
