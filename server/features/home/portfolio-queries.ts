import { and, eq, inArray } from "drizzle-orm";

import type { Home } from "#shared/features/home/home.ts";
import { isAtRisk } from "#shared/features/home/risk-rules.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { listProjectsSchema } from "#shared/features/projects/project-list.ts";

import type { ReadDb } from "#server/db/database.ts";
import { countOf } from "#server/db/order.ts";
import { preparedForIds } from "#server/db/prepared-lists.ts";
import { contributions, participants, projects, streams, updates } from "#server/db/schema/index.ts";
import { listProjects } from "#server/features/projects/project-list-queries.ts";

const streamsOf = preparedForIds("portfolio_streams", (db, ids) =>
  db
    .select({
      projectId: streams.projectId,
      title: streams.title,
      state: streams.state,
      leadState: participants.state,
      startMonth: streams.startMonth,
      endMonth: streams.endMonth,
      trlNow: streams.trlNow,
      trlTarget: streams.trlTarget,
    })
    .from(streams)
    .innerJoin(projects, and(eq(projects.id, streams.projectId), eq(projects.status, "running")))
    .leftJoin(participants, eq(participants.id, streams.leadParticipantId))
    .where(inArray(streams.projectId, ids)),
);

const waitingReports = preparedForIds("portfolio_reports", (db, ids) =>
  db
    .select({ projectId: updates.projectId, waiting: countOf() })
    .from(updates)
    .where(and(inArray(updates.projectId, ids), eq(updates.state, "submitted")))
    .groupBy(updates.projectId),
);

const waitingLines = preparedForIds("portfolio_lines", (db, ids) =>
  db
    .select({ projectId: contributions.projectId, waiting: countOf() })
    .from(contributions)
    .where(and(inArray(contributions.projectId, ids), eq(contributions.state, "proposed")))
    .groupBy(contributions.projectId),
);

const coordinatedBy = preparedForIds("portfolio_coordinated", (db, ids) =>
  db
    .select({ projectId: participants.projectId })
    .from(participants)
    .where(
      and(
        inArray(participants.organisationId, ids),
        eq(participants.role, "coordinator"),
        eq(participants.state, "accepted"),
      ),
    ),
);

/** All projects of a cluster or coordinator at a glance; what waits for an answer is told to coordinators only. */
export async function portfolio(db: ReadDb, person: Person): Promise<NonNullable<Home["portfolio"]>> {
  const organisationId = person.seat?.organisationId ?? "";
  const isCluster = person.seat?.kind === "cluster";
  const filter = listProjectsSchema.parse(
    isCluster ? { clusterId: organisationId, pageSize: 100 } : { role: "coordinator", pageSize: 100 },
  );
  const { rows, total } = await listProjects(db, person, filter);
  const ids = rows.map(({ id }) => id);
  const [plans, reports, lines, coordinated] = await Promise.all([
    streamsOf(db, ids),
    waitingReports(db, ids),
    waitingLines(db, ids),
    coordinatedBy(db, [organisationId]),
  ]);
  const ours = new Set(coordinated.map(({ projectId }) => projectId));
  const waiting = (counts: typeof reports, id: string) =>
    ours.has(id) ? (counts.find(({ projectId }) => projectId === id)?.waiting ?? 0) : null;
  const risky = Map.groupBy(
    plans.filter((stream) =>
      isAtRisk(stream, rows.find(({ id }) => id === stream.projectId)?.startOn ?? null, person.today),
    ),
    ({ projectId }) => projectId,
  );
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      toReview: waiting(reports, row.id),
      toAgree: waiting(lines, row.id),
      streamsAtRisk: (risky.get(row.id) ?? []).map(({ title }) => title),
    })),
  };
}
