import { and, asc, eq, inArray } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import { mayReadThread, type TalkedAbout } from "#shared/features/comments/comment-policy.ts";
import type { Relation, Standing } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { organisations, participants, projects, seats, users } from "#server/db/schema/index.ts";

import { relationOf } from "./membership.ts";

/** Somebody who reads a thread, for the organisation whose seat lets him. */
export type Reader = { userId: string; organisationId: string; name: string; organisation: string };

/** Where each organisation inside a project stands towards it, as its viewers would. */
async function standingsInside(db: ReadDb, projectId: string): Promise<Standing[]> {
  const [project] = await db
    .select({ status: projects.status, clusterId: projects.clusterId })
    .from(projects)
    .where(eq(projects.id, projectId));
  if (!project) throw notFound();
  const rows = await db
    .select({
      id: participants.id,
      organisationId: participants.organisationId,
      role: participants.role,
      state: participants.state,
    })
    .from(participants)
    .where(and(eq(participants.projectId, projectId), inArray(participants.state, ["invited", "accepted"])));
  const inside = new Set(rows.map((row) => row.organisationId));
  if (project.clusterId !== null) inside.add(project.clusterId);
  return [...inside].map((organisationId) => {
    const own = rows.filter((row) => row.organisationId === organisationId);
    const actsForCluster = organisationId === project.clusterId;
    return {
      projectId,
      projectStatus: project.status,
      organisationId,
      seatRole: "viewer",
      relation: relationOf(own, actsForCluster),
      actsForCluster,
      participantIds: own.map((row) => row.id),
    };
  });
}

/** Everybody who may read the talk about a record now, each once, by name: whom one can mention and tell (security.md, R-A13). */
export async function readersOf(db: ReadDb, projectId: string, about: TalkedAbout): Promise<Reader[]> {
  const standings = await standingsInside(db, projectId);
  const order: readonly Relation[] = ["coordinator", "participant", "cluster"];
  const inOrder = standings.toSorted((left, right) => order.indexOf(left.relation) - order.indexOf(right.relation));
  const organisationIds = inOrder.flatMap((standing) =>
    mayReadThread(standing, about) && standing.organisationId !== null ? [standing.organisationId] : [],
  );
  if (organisationIds.length === 0) return [];
  const rows = await db
    .select({
      userId: seats.userId,
      organisationId: seats.organisationId,
      name: users.name,
      shortName: organisations.shortName,
      organisationName: organisations.name,
    })
    .from(seats)
    .innerJoin(users, eq(users.id, seats.userId))
    .innerJoin(organisations, eq(organisations.id, seats.organisationId))
    .where(inArray(seats.organisationId, organisationIds))
    .orderBy(asc(seats.id));
  const readers = new Map<string, Reader>();
  // Whoever has several seats is told for the one that is nearest to the project.
  const nearest = rows.toSorted(
    (left, right) => organisationIds.indexOf(left.organisationId) - organisationIds.indexOf(right.organisationId),
  );
  for (const { shortName, organisationName, ...row } of nearest)
    if (!readers.has(row.userId)) readers.set(row.userId, { ...row, organisation: shortName ?? organisationName });
  return [...readers.values()];
}
