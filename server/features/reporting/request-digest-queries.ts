import { and, eq, isNull, ne } from "drizzle-orm";

import { usualRequestSettings } from "#shared/features/reporting/request-settings.ts";

import type { ReadDb } from "#server/db/database.ts";
import {
  organisations,
  participants,
  periods,
  projects,
  reportingSettings,
  reportRequests,
} from "#server/db/schema/index.ts";

import { askablePeople } from "./askable-queries.ts";
import { expectedReports, isMissing } from "./expected-queries.ts";

/** A part of an open period that somebody was asked for and that still misses reports; nothing of what they are about. */
export type AskedPart = {
  projectId: string;
  participantId: string;
  periodId: string;
  acronym: string;
  organisationName: string;
  number: number;
  dueOn: string;
  missing: number;
  /** The colleague's namer; null for people with a writing seat. */
  namedById: string | null;
};

/** Everything a person was asked for by mail that is still missing, with the rights of now, the earliest due day first. */
export async function partsAskedOf(db: ReadDb, userId: string): Promise<AskedPart[]> {
  const rows = await db
    .select({
      period: periods,
      participantId: participants.id,
      acronym: projects.acronym,
      shortName: organisations.shortName,
      name: organisations.name,
      kind: reportRequests.kind,
      asksByMail: reportingSettings.asksByMail,
    })
    .from(reportRequests)
    .innerJoin(periods, eq(periods.id, reportRequests.periodId))
    .innerJoin(projects, eq(projects.id, periods.projectId))
    .innerJoin(participants, eq(participants.id, reportRequests.participantId))
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .leftJoin(reportingSettings, eq(reportingSettings.projectId, periods.projectId))
    .where(and(eq(reportRequests.userId, userId), isNull(periods.lockedAt), ne(projects.status, "cancelled")));
  // A reminder by hand is mailed whatever the settings say.
  const mailed = rows.filter((row) => row.kind === "reminder" || (row.asksByMail ?? usualRequestSettings.asksByMail));
  const parts = new Map(mailed.map((row) => [`${row.period.id} ${row.participantId}`, row]));
  const asked = [...parts.values()];
  const expected = await expectedReports(db, [...new Map(asked.map(({ period }) => [period.id, period])).values()]);
  const people = await askablePeople(
    db,
    asked.map(({ participantId }) => participantId),
  );
  return asked
    .flatMap(({ period, participantId, acronym, shortName, name }) => {
      const own = expected.filter((row) => row.periodId === period.id && row.participantId === participantId);
      const missing = own.filter(isMissing).length;
      const person = people.find((each) => each.participantId === participantId && each.userId === userId);
      if (missing === 0 || !person) return [];
      const { id: periodId, projectId, number, dueOn } = period;
      const { namedById } = person;
      const organisationName = shortName ?? name;
      return [{ projectId, participantId, periodId, acronym, organisationName, number, dueOn, missing, namedById }];
    })
    .toSorted(byDueDay);
}

function byDueDay(left: AskedPart, right: AskedPart): number {
  const key = ({ dueOn, acronym, number }: AskedPart) => `${dueOn} ${acronym} ${String(number).padStart(4, "0")}`;
  return key(left) < key(right) ? -1 : 1;
}
