import { and, eq, sql } from "drizzle-orm";
import { aliasedTable } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import { mayChangePlan } from "#shared/features/members/plan-policy.ts";
import { isInConsortium, type Person } from "#shared/features/members/standing.ts";
import { mayPlanMilestones } from "#shared/features/milestones/milestone-policy.ts";
import { mayPlanParticipants } from "#shared/features/participants/participant-policy.ts";
import { mayRemoveProject, mayReviseProject, statusesOpenTo } from "#shared/features/projects/project-policy.ts";
import type { ProjectDetail } from "#shared/features/projects/project.ts";
import { mayPlanStreams } from "#shared/features/streams/stream-policy.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { organisations, participants, projects } from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";

const clusters = aliasedTable(organisations, "clusters");
const coordinators = aliasedTable(organisations, "coordinators");

const factsById = prepared("project_facts", (db) =>
  db
    .select({
      id: projects.id,
      version: projects.version,
      acronym: projects.acronym,
      title: projects.title,
      summary: projects.summary,
      objectives: projects.objectives,
      keywords: projects.keywords,
      place: projects.place,
      goals: projects.goals,
      status: projects.status,
      visibility: projects.visibility,
      startOn: projects.startOn,
      durationMonths: projects.durationMonths,
      periodMonths: projects.periodMonths,
      currency: projects.currency,
      ruleBook: projects.ruleBook,
      callTopic: projects.callTopic,
      fundingScheme: projects.fundingScheme,
      totalCostCents: projects.totalCostCents,
      maxGrantCents: projects.maxGrantCents,
      sample: projects.sample,
      source: projects.source,
      externalId: projects.externalId,
      updatedAt: projects.updatedAt,
      cluster: { id: clusters.id, name: clusters.name, shortName: clusters.shortName, country: clusters.country },
      coordinator: {
        id: coordinators.id,
        name: coordinators.name,
        shortName: coordinators.shortName,
        country: coordinators.country,
      },
    })
    .from(projects)
    .leftJoin(clusters, eq(clusters.id, projects.clusterId))
    // Written out: for a bound value SQLite would plan anew at every call whether the index of coordinators serves.
    .leftJoin(participants, and(eq(participants.projectId, projects.id), sql`${participants.role} = 'coordinator'`))
    .leftJoin(coordinators, eq(coordinators.id, participants.organisationId))
    .where(eq(projects.id, sql.placeholder("projectId"))),
);

/** Facts of one project and what the person may do with it. Faults: NOT_FOUND for unknown and foreign ones alike. */
export async function showProject(db: ReadDb, person: Person, projectId: string): Promise<ProjectDetail> {
  return await projectDetail(db, await loadMembership(db, person, projectId));
}

/** The same for whoever has proven membership already. */
export async function projectDetail(db: ReadDb, membership: Membership): Promise<ProjectDetail> {
  const [facts] = await factsById(db, { projectId: membership.projectId });
  if (!facts) throw notFound();
  return {
    ...facts,
    relation: membership.relation,
    participantIds: [...membership.participantIds],
    may: {
      revise: mayReviseProject(membership),
      changePlan: mayChangePlan(membership),
      planParticipants: mayPlanParticipants(membership),
      planStreams: mayPlanStreams(membership),
      planMilestones: mayPlanMilestones(membership),
      remove: mayRemoveProject(membership),
      seeConsortium: isInConsortium(membership),
      statuses: statusesOpenTo(membership),
    },
  };
}
