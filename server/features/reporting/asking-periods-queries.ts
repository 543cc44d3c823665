import { and, eq, gte, inArray, isNotNull, isNull, lte } from "drizzle-orm";

import { addDays, dayOf, monthEndOn } from "#shared/dates.ts";
import { slotAt } from "#shared/features/reporting/request-rules.ts";
import { type RequestSettings, usualRequestSettings } from "#shared/features/reporting/request-settings.ts";

import type { ReadDb } from "#server/db/database.ts";
import { periods, projects, reportingSettings } from "#server/db/schema/index.ts";

import { settingsOf } from "./request-settings-queries.ts";

type PeriodDbRow = typeof periods.$inferSelect;

/** A period that asks for its reports now, with how its project asks. */
export type AskingPeriod = { period: PeriodDbRow; acronym: string; endsOn: string; settings: RequestSettings };

/** The longest a reminder may come after the due day, with what is made good after a standstill. */
const longestAfter = 110;
const longestBefore = 366;

/** Open periods of projects that run (or have just ended) whose latest request has come by `now` (ms UTC). */
export async function askingPeriods(db: ReadDb, now: number): Promise<AskingPeriod[]> {
  const today = dayOf(now);
  const rows = await db
    .select({ period: periods, acronym: projects.acronym, startOn: projects.startOn, settings: reportingSettings })
    .from(periods)
    .innerJoin(projects, eq(projects.id, periods.projectId))
    .leftJoin(reportingSettings, eq(reportingSettings.projectId, periods.projectId))
    .where(
      and(
        isNull(periods.lockedAt),
        gte(periods.dueOn, addDays(today, -longestAfter)),
        lte(periods.dueOn, addDays(today, longestBefore)),
        inArray(projects.status, ["running", "completed"]),
        isNotNull(projects.startOn),
      ),
    )
    .orderBy(periods.projectId, periods.number);
  return rows.flatMap(({ period, acronym, startOn, settings: row }) => {
    if (startOn === null) return [];
    const settings = row ? settingsOf(row) : usualRequestSettings;
    const endsOn = monthEndOn(startOn, period.endMonth);
    const asks = slotAt(settings, { endsOn, dueOn: period.dueOn }, now) !== null;
    return asks ? [{ period, acronym, endsOn, settings }] : [];
  });
}
