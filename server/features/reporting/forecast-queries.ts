import { and, eq, inArray, sql } from "drizzle-orm";

import { maySeeContribution } from "#shared/features/contributions/contribution-policy.ts";
import { memberViews } from "#shared/features/contributions/viewpoint-rules.ts";
import { isMember, type Person } from "#shared/features/members/standing.ts";
import { type CountedReport, forecastBefore, forecastLine } from "#shared/features/reporting/forecast-rules.ts";
import { type TableLine, type TableView, tellForecast } from "#shared/features/reporting/forecast-table-rules.ts";
import type { Forecast } from "#shared/features/reporting/forecast.ts";
import type { ForecastUnit } from "#shared/features/reporting/forecast-words.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { contributions, participants, periods, projects, streams, updates } from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";
import { participantNamesOfProject } from "#server/features/participants/participant-queries.ts";

const agreedLines = prepared("forecast_lines", (db) =>
  db
    .select({
      id: contributions.id,
      title: contributions.title,
      participantId: contributions.participantId,
      streamId: contributions.streamId,
      confidentiality: contributions.confidentiality,
      fromMonth: contributions.fromMonth,
      toMonth: contributions.toMonth,
      value: contributions.valueCents,
      effort: contributions.effortPmHundredths,
    })
    .from(contributions)
    .where(and(eq(contributions.projectId, sql.placeholder("projectId")), eq(contributions.state, "agreed"))),
);

const countedReports = prepared("forecast_reports", (db) =>
  db
    .select({
      contributionId: updates.contributionId,
      periodId: updates.periodId,
      state: updates.state,
      deliveredValue: updates.deliveredCents,
      deliveredEffort: updates.deliveredPmHundredths,
      remainingValue: updates.remainingCents,
      remainingEffort: updates.remainingPmHundredths,
    })
    .from(updates)
    .where(and(eq(updates.projectId, sql.placeholder("projectId")), inArray(updates.state, ["accepted", "submitted"]))),
);

const periodsOf = prepared("forecast_periods", (db) =>
  db
    .select({
      id: periods.id,
      number: periods.number,
      startMonth: periods.startMonth,
      endMonth: periods.endMonth,
      lockedAt: periods.lockedAt,
    })
    .from(periods)
    .where(eq(periods.projectId, sql.placeholder("projectId")))
    .orderBy(periods.number),
);

const durationOf = prepared("forecast_duration", (db) =>
  db
    .select({ durationMonths: projects.durationMonths })
    .from(projects)
    .where(eq(projects.id, sql.placeholder("projectId"))),
);

const streamNames = prepared("forecast_streams", (db) =>
  db
    .select({ id: streams.id, code: streams.code, title: streams.title })
    .from(streams)
    .where(eq(streams.projectId, sql.placeholder("projectId")))
    .orderBy(streams.number),
);

const owners = prepared("forecast_owners", (db) =>
  db
    .select({ id: participants.id, ownerId: participants.organisationId })
    .from(participants)
    .where(eq(participants.projectId, sql.placeholder("projectId"))),
);

type LineRow = Awaited<ReturnType<typeof agreedLines>>[number];

/**
 * Agreed, delivered and re-forecast of a project by member, stream and period, in cents or hundredths of person-months, as
 * this reader may know them: prepared statements, then one pass of pure integers. What was handed in but not accepted
 * counts for lines the reader sees, drafts never. Faults: NOT_FOUND.
 */
export async function showForecast(
  db: ReadDb,
  person: Person,
  { projectId, unit }: { projectId: string; unit: ForecastUnit },
): Promise<Forecast> {
  const membership = await loadMembership(db, person, projectId);
  const [lines, reports, found, [project], names, streamRows, owned] = await Promise.all([
    agreedLines(db, { projectId }),
    countedReports(db, { projectId }),
    periodsOf(db, { projectId }),
    durationOf(db, { projectId }),
    participantNamesOfProject(db, membership),
    streamNames(db, { projectId }),
    owners(db, { projectId }),
  ]);
  const periodRows = found.map(({ lockedAt, ...row }) => ({ ...row, locked: lockedAt !== null }));
  const seen = new Set(lines.filter((line) => maySeeContribution(membership, line)).map(({ id }) => id));
  const counted = reportsByLine(reports, seen, periodRows, unit);
  const comparedWith = [...counted]
    .filter(([id]) => seen.has(id))
    .flatMap(([, each]) => each.map(({ periodNumber }) => periodNumber))
    .reduce<number | null>((latest, number) => Math.max(latest ?? number, number), null);
  const ownerOf = new Map(owned.map(({ id, ownerId }) => [id, ownerId]));
  const order = orderOf(names, streamRows);
  const table = lines.toSorted(order).flatMap((line): TableLine[] => {
    const amount = unit === "value" ? line.value : line.effort;
    const facts = [amount, line, counted.get(line.id) ?? [], periodRows, project?.durationMonths ?? null] as const;
    const now = forecastLine(...facts);
    if (now === null) return [];
    const before = comparedWith === null ? now : (forecastBefore(comparedWith, ...facts) ?? now);
    const { id, title, participantId, streamId } = line;
    const ownerId = ownerOf.get(participantId) ?? "";
    return [{ id, title, participantId, ownerId, streamId, hidden: !seen.has(id), now, before }];
  });
  return {
    ...tellForecast(table, periodRows.length, viewsOf(membership, lines, table)),
    unit,
    currency: membership.currency,
    periods: periodRows,
    members: names.map(({ id, name, shortName }) => ({ id, name: shortName ?? name })),
    streams: streamRows,
    comparedWith,
  };
}

type ReportRow = Awaited<ReturnType<typeof countedReports>>[number];

function reportsByLine(
  reports: readonly ReportRow[],
  seen: ReadonlySet<string>,
  periodRows: readonly { id: string; number: number }[],
  unit: ForecastUnit,
): Map<string, CountedReport[]> {
  const numbers = new Map(periodRows.map(({ id, number }) => [id, number]));
  const byLine = new Map<string, CountedReport[]>();
  for (const report of reports) {
    // What nobody has accepted yet is told of lines that are seen, and so must not stand in totals over others.
    if (report.state !== "accepted" && !seen.has(report.contributionId)) continue;
    const isValue = unit === "value";
    const list = byLine.get(report.contributionId) ?? [];
    list.push({
      periodNumber: numbers.get(report.periodId) ?? 0,
      accepted: report.state === "accepted",
      delivered: isValue ? report.deliveredValue : report.deliveredEffort,
      remaining: isValue ? report.remainingValue : report.remainingEffort,
    });
    byLine.set(report.contributionId, list);
  }
  return byLine;
}

const isHiddenHere: TableView = (line) => line.hidden;

/** Who contributes nothing may pass totals on, or read together with a member: they have to hold from every member's view. */
function viewsOf(membership: Membership, lines: readonly LineRow[], table: readonly TableLine[]): TableView[] {
  if (isMember(membership)) return [isHiddenHere];
  const guarded = new Map(lines.map((line) => [line.id, line.confidentiality]));
  const guardOf = ({ id, ownerId }: TableLine) => ({ ownerId, confidentiality: guarded.get(id) ?? "coordinator" });
  return [
    isHiddenHere,
    ...memberViews(table.map(guardOf)).map(
      (isHidden): TableView =>
        (line) =>
          isHidden(guardOf(line)),
    ),
  ];
}

function orderOf(names: readonly { id: string }[], streamRows: readonly { id: string }[]) {
  const member = new Map(names.map(({ id }, index) => [id, index]));
  const stream = new Map(streamRows.map(({ id }, index) => [id, index]));
  const place = (line: LineRow) => [
    member.get(line.participantId) ?? names.length,
    (line.streamId === null ? undefined : stream.get(line.streamId)) ?? streamRows.length,
  ];
  return (left: LineRow, right: LineRow) => {
    const [a, b] = [place(left), place(right)];
    return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0) || (left.id < right.id ? -1 : 1);
  };
}
