import { and, desc, eq, sql } from "drizzle-orm";

import { mayReadConfidentialChange, readableEntities } from "#shared/features/changes/change-policy.ts";
import { entityNames } from "#shared/features/changes/change-words.ts";
import { maySeeContribution } from "#shared/features/contributions/contribution-policy.ts";
import { isInConsortium, type Person } from "#shared/features/members/standing.ts";
import type { Attention, OverviewPeriod, ProjectOverview } from "#shared/features/projects/project-overview.ts";
import { LATELY_DAYS, LATELY_LIMIT } from "#shared/features/projects/project-words.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { changes, periods } from "#server/db/schema/index.ts";
import { type Line, linesOfProject, projectBalance } from "#server/features/contributions/balance-queries.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";
import { milestonesOfProject } from "#server/features/milestones/milestone-queries.ts";
import { participantNamesOfProject } from "#server/features/participants/participant-queries.ts";
import { streamsOfProject } from "#server/features/streams/stream-queries.ts";

import { projectDetail } from "./project-queries.ts";
import { lateReports } from "./project-totals-queries.ts";

const periodsOf = prepared("overview_periods", (db) =>
  db
    .select({
      id: periods.id,
      number: periods.number,
      startMonth: periods.startMonth,
      endMonth: periods.endMonth,
      dueOn: periods.dueOn,
      lockedAt: periods.lockedAt,
    })
    .from(periods)
    .where(eq(periods.projectId, sql.placeholder("projectId")))
    .orderBy(periods.number),
);

const latestChanges = prepared("overview_changes", (db) =>
  db
    .select({ entity: changes.entity, action: changes.action, at: changes.at, confidentialTo: changes.confidentialTo })
    .from(changes)
    .where(and(eq(changes.projectId, sql.placeholder("projectId"))))
    .orderBy(desc(changes.seq))
    .limit(LATELY_LIMIT),
);

/**
 * One page a board would read: facts, members, streams, balance, open milestones, periods, what asks for attention.
 * Prepared statements only; figures and counts as this reader may know them. Faults: NOT_FOUND.
 */
export async function showProjectOverview(
  db: ReadDb,
  person: Person,
  projectId: string,
  now: number,
): Promise<ProjectOverview> {
  const membership = await loadMembership(db, person, projectId);
  const project = await projectDetail(db, membership);
  const [lines, found] = await Promise.all([linesOfProject(db, projectId), periodsOf(db, { projectId })]);
  const [participants, streams, milestones, balance, attention, changesLately] = await Promise.all([
    participantNamesOfProject(db, membership),
    streamsOfProject(db, projectId, project.durationMonths),
    milestonesOfProject(db, projectId, person.today),
    projectBalance(db, membership, lines),
    isInConsortium(membership) ? attentionOf(db, membership, lines, found) : null,
    countChangesLately(db, membership, now),
  ]);
  const open = milestones.filter((row) => row.reachedOn === null);
  return {
    project,
    participants: participants.map((row) => ({ ...row, isOwn: membership.participantIds.includes(row.id) })),
    streams,
    balance,
    milestones: open,
    milestonesReached: milestones.length - open.length,
    periods: found.map(({ lockedAt, ...row }): OverviewPeriod => ({ ...row, isLocked: lockedAt !== null })),
    attention,
    changesLately,
  };
}

type PeriodRow = Awaited<ReturnType<typeof periodsOf>>[number];

async function attentionOf(
  db: ReadDb,
  membership: Membership,
  lines: readonly Line[],
  found: readonly PeriodRow[],
): Promise<Attention> {
  const { projectId, person } = membership;
  // Reports can be late only for a period that is open and past its day; most projects have none on most days.
  const overdue = found.some((period) => period.lockedAt === null && period.dueOn < person.today);
  const late = overdue ? await lateReports(db, [projectId], { today: person.today }) : [];
  const seen = lines.filter((line) => maySeeContribution(membership, line));
  const count = (wanted: (line: Line) => boolean) => seen.filter(wanted).length;
  return {
    unvaluedLines: count((line) => line.state !== "withdrawn" && line.valueCents === null),
    proposedLines: count((line) => line.state === "proposed"),
    counteredLines: count((line) => line.state === "countered"),
    lateReports: lateByMember(late.filter((report) => maySeeContribution(membership, report))),
  };
}

type Late = Awaited<ReturnType<typeof lateReports>>[number];

// Open and confidential lines of one member and period come as two groups; the page counts them together.
function lateByMember(late: Late[]): Attention["lateReports"] {
  const groups = Map.groupBy(late, (report) => `${report.periodId} ${report.participantId}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { participantId, periodId } = first;
    return [{ participantId, periodId, lines: group.reduce((total, report) => total + report.lines, 0) }];
  });
}

async function countChangesLately(db: ReadDb, membership: Membership, now: number): Promise<number> {
  const since = now - LATELY_DAYS * 86_400_000;
  const readable = new Set(readableEntities(membership, entityNames));
  const found = await latestChanges(db, { projectId: membership.projectId });
  return found.filter(
    (change) => change.at >= since && readable.has(change.entity) && mayReadConfidentialChange(membership, change),
  ).length;
}
