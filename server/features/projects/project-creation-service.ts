import { and, asc, eq, gte, inArray, isNull, or } from "drizzle-orm";

import { invalid } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { umbrellaKinds } from "#shared/features/organisations/organisation-words.ts";
import { projectSearchTexts } from "#shared/features/projects/project-name-rules.ts";
import { mayCreateProject, mayCreateProjectFor } from "#shared/features/projects/project-policy.ts";
import type { CreateProjectInput } from "#shared/features/projects/project.ts";
import type { Written } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { memberships, organisations, participants, projects, streams } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { regenerateProjectPeriods } from "#server/features/reporting/period-generation-service.ts";

import { planOf } from "./project-service.ts";

/**
 * Starts a project as an idea with its coordinator as accepted participant 1 and, when start and duration are known,
 * its reporting periods; copies the streams of a template the person may read. Faults: FORBIDDEN without a writing
 * seat or for a foreign coordinator, NOT_FOUND for the template, INPUT for cluster and coordinator.
 */
export async function createProject(tx: Tx, person: Person, input: CreateProjectInput): Promise<Written> {
  demand(mayCreateProject(person));
  const coordinatorId = input.coordinatorId ?? person.seat?.organisationId ?? "";
  demand(mayCreateProjectFor(person, coordinatorId));
  await demandOrganisation(tx, coordinatorId);
  // What a cluster starts is its own: else it could not see the project it started for a member.
  const clusterId = input.clusterId ?? (person.seat?.kind === "cluster" ? person.seat.organisationId : null);
  await demandCluster(tx, person, clusterId, coordinatorId);
  const template = input.templateId ? await loadMembership(tx, person, input.templateId) : null;
  const { coordinatorId: _coordinatorId, templateId: _templateId, ...facts } = input;
  const texts = { keywords: [], place: null };
  const row: typeof projects.$inferSelect = {
    ...facts,
    clusterId,
    ...texts,
    ...projectSearchTexts({ ...facts, ...texts }),
    ...freshRow(tx),
    status: "idea",
    summary: "",
    objectives: "",
    goals: [],
    sample: false,
    source: null,
    externalId: null,
    callTopic: null,
    fundingScheme: null,
    totalCostCents: null,
    maxGrantCents: null,
  };
  await tx.insert(projects).values(row);
  await tx.record({
    entity: "project",
    entityId: row.id,
    action: "created",
    projectId: row.id,
    before: null,
    after: row,
  });
  await addCoordinator(tx, person, row.id, coordinatorId);
  if (template) await copyStreams(tx, template.projectId, row.id);
  const plan = planOf(row);
  if (plan) await regenerateProjectPeriods(tx, row.id, plan);
  return { id: row.id, version: 1 };
}

async function demandOrganisation(tx: Tx, id: string): Promise<void> {
  const known = await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, id));
  if (known.length === 0) throw invalid("coordinatorId", "NOT_FOUND");
}

// A project belongs to the cluster that acts here itself, or to one that its coordinator, who acts here, is in.
async function demandCluster(tx: Tx, person: Person, clusterId: string | null, coordinatorId: string): Promise<void> {
  if (clusterId === null) return;
  const [cluster] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.id, clusterId), inArray(organisations.kind, [...umbrellaKinds])));
  if (!cluster) throw invalid("clusterId", "NOT_FOUND");
  const actingFor = person.seat?.organisationId ?? "";
  if (actingFor === clusterId) return;
  if (actingFor !== coordinatorId) throw invalid("clusterId", "NOT_OWN");
  const belonging = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, coordinatorId),
        eq(memberships.parentId, clusterId),
        or(isNull(memberships.untilOn), gte(memberships.untilOn, person.today)),
      ),
    );
  if (belonging.length === 0) throw invalid("clusterId", "NOT_A_MEMBER");
}

async function addCoordinator(tx: Tx, person: Person, projectId: string, organisationId: string): Promise<void> {
  const row: typeof participants.$inferSelect = {
    ...freshRow(tx),
    projectId,
    organisationId,
    number: 1,
    role: "coordinator",
    state: "accepted",
    joinedOn: person.today,
    leftOn: null,
    contact: "",
    roleText: "",
    fundingRateBp: null,
    grantCents: null,
    netGrantCents: null,
    totalCostCents: null,
    sourceNumber: null,
  };
  await tx.insert(participants).values(row);
  await tx.record({
    entity: "participant",
    entityId: row.id,
    action: "created",
    projectId,
    organisationId,
    before: null,
    after: row,
  });
}

// The shape of the work is copied, not who does it nor how far it came.
async function copyStreams(tx: Tx, templateId: string, projectId: string): Promise<void> {
  const templates = await tx
    .select()
    .from(streams)
    .where(eq(streams.projectId, templateId))
    .orderBy(asc(streams.number));
  for (const [index, template] of templates.entries()) {
    const row: typeof streams.$inferSelect = {
      ...template,
      ...freshRow(tx),
      projectId,
      number: index + 1,
      leadParticipantId: null,
      trlNow: template.trlStart,
      state: "planned",
    };
    await tx.insert(streams).values(row);
    await tx.record({ entity: "stream", entityId: row.id, action: "created", projectId, before: null, after: row });
  }
}
