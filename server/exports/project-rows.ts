import { and, eq, inArray, isNotNull, max } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";

import type { ReadDb } from "#server/db/database.ts";
import {
  amendments,
  changes,
  contributions,
  decisions,
  deliverables,
  milestones,
  offers,
  organisations,
  participants,
  periods,
  projects,
  streams,
  taskLinks,
  tasks,
  updates,
} from "#server/db/schema/index.ts";

export type ProjectRows = {
  project: typeof projects.$inferSelect;
  organisations: (typeof organisations.$inferSelect)[];
  participants: (typeof participants.$inferSelect)[];
  streams: (typeof streams.$inferSelect)[];
  tasks: (typeof tasks.$inferSelect)[];
  taskLinks: (typeof taskLinks.$inferSelect)[];
  deliverables: (typeof deliverables.$inferSelect)[];
  milestones: (typeof milestones.$inferSelect)[];
  periods: (typeof periods.$inferSelect)[];
  contributions: (typeof contributions.$inferSelect)[];
  offers: (typeof offers.$inferSelect)[];
  amendments: (typeof amendments.$inferSelect)[];
  updates: (typeof updates.$inferSelect)[];
  /** The closed ones. */
  decisions: (typeof decisions.$inferSelect)[];
  /** Number of the last change of this project; 0 when there is none. */
  lastSeq: number;
};

const inProject = <Row extends { id: string }>(rows: Row[], order: (row: Row) => number = () => 0) =>
  rows.toSorted((left, right) => order(left) - order(right) || (left.id < right.id ? -1 : 1));

/** Every row of a project as it stands in `db` (a snapshot), in a fixed order. For collecting only: nobody's rights are applied. */
export async function projectRows(db: ReadDb, projectId: string): Promise<ProjectRows> {
  const [project] = await db.select().from(projects).where(eq(projects.id, projectId));
  if (!project) throw notFound();
  const members = await db.select().from(participants).where(eq(participants.projectId, projectId));
  const lines = await db.select().from(contributions).where(eq(contributions.projectId, projectId));
  const [last] = await db
    .select({ seq: max(changes.seq) })
    .from(changes)
    .where(eq(changes.projectId, projectId));
  return {
    project,
    organisations: inProject(await organisationsOf(db, project, members)),
    participants: inProject(members, (row) => row.number),
    streams: inProject(await db.select().from(streams).where(eq(streams.projectId, projectId)), (row) => row.number),
    tasks: inProject(await db.select().from(tasks).where(eq(tasks.projectId, projectId))),
    taskLinks: inProject(await db.select().from(taskLinks).where(eq(taskLinks.projectId, projectId))),
    deliverables: inProject(await db.select().from(deliverables).where(eq(deliverables.projectId, projectId))),
    milestones: inProject(
      await db.select().from(milestones).where(eq(milestones.projectId, projectId)),
      (row) => row.number,
    ),
    periods: inProject(await db.select().from(periods).where(eq(periods.projectId, projectId)), (row) => row.number),
    contributions: inProject(lines),
    offers: inProject(await offersOf(db, projectId), (row) => row.number),
    amendments: inProject(
      await db.select().from(amendments).where(eq(amendments.projectId, projectId)),
      (row) => row.number,
    ),
    decisions: inProject(
      await db
        .select()
        .from(decisions)
        .where(and(eq(decisions.projectId, projectId), eq(decisions.state, "closed"))),
      (row) => row.number,
    ),
    updates: inProject(await db.select().from(updates).where(eq(updates.projectId, projectId))),
    lastSeq: last?.seq ?? 0,
  };
}

/** The organisations a project names: its members and its cluster, and whoever made an offer or proposed a change for a member that left. */
async function organisationsOf(
  db: ReadDb,
  project: ProjectRows["project"],
  members: ProjectRows["participants"],
): Promise<ProjectRows["organisations"]> {
  const offering = await db
    .selectDistinct({ id: offers.byOrganisationId })
    .from(offers)
    .innerJoin(contributions, eq(contributions.id, offers.contributionId))
    .where(and(eq(contributions.projectId, project.id), isNotNull(offers.byOrganisationId)));
  const proposing = await db
    .selectDistinct({ id: amendments.byOrganisationId })
    .from(amendments)
    .where(and(eq(amendments.projectId, project.id), isNotNull(amendments.byOrganisationId)));
  const ids = new Set([
    ...members.map((row) => row.organisationId),
    project.clusterId,
    ...[...offering, ...proposing].map((row) => row.id),
  ]);
  const wanted = [...ids].filter((id) => id !== null);
  if (wanted.length === 0) return [];
  return await db.select().from(organisations).where(inArray(organisations.id, wanted));
}

async function offersOf(db: ReadDb, projectId: string): Promise<ProjectRows["offers"]> {
  const rows = await db
    .select({ offer: offers })
    .from(offers)
    .innerJoin(contributions, eq(contributions.id, offers.contributionId))
    .where(eq(contributions.projectId, projectId));
  return rows.map((row) => row.offer);
}
