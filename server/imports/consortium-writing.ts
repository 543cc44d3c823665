import { and, eq } from "drizzle-orm";

import { kindOfActivity, statusOfDates } from "#shared/features/imports/cordis-rules.ts";
import { CORDIS } from "#shared/features/imports/import-words.ts";
import { isPic } from "#shared/features/organisations/identifiers.ts";
import { organisationSearchColumns } from "#shared/features/organisations/organisation-search.ts";
import { projectSearchTexts } from "#shared/features/projects/project-name-rules.ts";

import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { organisations, participants, projects } from "#server/db/schema/index.ts";

import type { ConsortiumPlan } from "./consortium-plan.ts";
import type { ImportScope } from "./import-scope.ts";
import type { OrganisationRow, ParticipantRow, ProjectRow } from "./known-rows.ts";
import { chunksOf } from "./plan.ts";

/** Writes what a plan decided: organisations, projects, participations, and records each change. Gives their number. */
export async function writeConsortia(tx: Tx, scope: ImportScope, plan: ConsortiumPlan): Promise<number> {
  const organisationIds = await writeOrganisations(tx, plan);
  const projectIds = await writeProjects(tx, scope, plan);
  await writeParticipations(tx, plan, projectIds, organisationIds);
  const all = [...plan.projects, ...plan.organisations, ...plan.participations];
  return all.filter(({ fate }) => fate !== "same").length;
}

async function writeOrganisations(tx: Tx, plan: ConsortiumPlan): Promise<Map<string, string>> {
  const ids = new Map([...plan.known.organisations].map(([externalId, row]) => [externalId, row.id]));
  const created: OrganisationRow[] = [];
  for (const { before, parsed, patch } of plan.organisations) {
    if (before && Object.keys(patch).length > 0) await changeOrganisation(tx, before, patch);
    if (before) continue;
    const row = newOrganisation(tx, parsed.externalId, patch);
    ids.set(parsed.externalId, row.id);
    created.push(row);
  }
  for (const rows of chunksOf(created)) await tx.insert(organisations).values(rows);
  for (const row of created) await recordOrganisation(tx, "created", null, row);
  return ids;
}

function newOrganisation(tx: Tx, externalId: string, patch: Partial<OrganisationRow>): OrganisationRow {
  const row = {
    ...freshRow(tx),
    kind: kindOfActivity(patch.activityType),
    activityType: null,
    size: null,
    name: "",
    shortName: null,
    nativeName: null,
    nativeLanguage: null,
    country: null,
    countryImported: null,
    region: null,
    city: null,
    address: null,
    website: null,
    vatNumber: null,
    pic: isPic(externalId) ? externalId : null,
    registrationNumber: null,
    profile: "",
    competences: [],
    sample: false,
    source: CORDIS,
    externalId,
    ...patch,
  };
  return { ...row, ...organisationSearchColumns(row) };
}

async function changeOrganisation(tx: Tx, before: OrganisationRow, patch: Partial<OrganisationRow>): Promise<void> {
  const merged = { ...before, ...patch };
  const after = { ...merged, ...organisationSearchColumns(merged), version: before.version + 1, updatedAt: tx.now };
  await tx
    .update(organisations)
    .set(after)
    .where(and(eq(organisations.id, before.id), eq(organisations.version, before.version)));
  await recordOrganisation(tx, "updated", before, after);
}

async function recordOrganisation(
  tx: Tx,
  action: string,
  before: OrganisationRow | null,
  after: OrganisationRow,
): Promise<void> {
  const { id } = after;
  await tx.record({
    entity: "organisation",
    entityId: id,
    action,
    organisationId: id,
    before: before && shown(before),
    after: shown(after),
  });
}

/** Without the folded columns, which follow from the others. */
function shown<Row extends { search: string; sortName: string }>({
  search: _search,
  sortName: _sortName,
  ...row
}: Row) {
  return row;
}

async function writeProjects(tx: Tx, scope: ImportScope, plan: ConsortiumPlan): Promise<Map<string, string>> {
  const ids = new Map([...plan.known.projects].map(([externalId, row]) => [externalId, row.id]));
  const created: ProjectRow[] = [];
  for (const { before, parsed, patch } of plan.projects) {
    if (before && Object.keys(patch).length > 0) await changeProject(tx, before, patch);
    if (before) continue;
    const status = parsed.status ?? statusOfDates(parsed.startOn ?? null, parsed.endOn ?? null, scope.today);
    const row = newProject(tx, scope, { ...patch, status, externalId: parsed.externalId });
    ids.set(parsed.externalId, row.id);
    created.push(row);
  }
  for (const rows of chunksOf(created)) await tx.insert(projects).values(rows);
  for (const row of created) await recordProject(tx, "created", null, row);
  return ids;
}

function newProject(tx: Tx, scope: ImportScope, patch: Partial<ProjectRow> & Pick<ProjectRow, "status">): ProjectRow {
  const acronym = patch.acronym ?? patch.externalId ?? "";
  const row = {
    ...freshRow(tx),
    title: acronym,
    summary: "",
    objectives: "",
    keywords: [],
    clusterId: scope.clusterId,
    startOn: null,
    durationMonths: null,
    periodMonths: 6,
    currency: "EUR",
    ruleBook: "horizon-europe-actual" as const,
    visibility: scope.clusterId === null ? ("public" as const) : ("cluster" as const),
    goals: [],
    place: null,
    sample: false,
    source: CORDIS,
    externalId: null,
    callTopic: null,
    fundingScheme: null,
    totalCostCents: null,
    maxGrantCents: null,
    ...patch,
    acronym,
  };
  return { ...row, ...projectSearchTexts(row) };
}

async function changeProject(tx: Tx, before: ProjectRow, patch: Partial<ProjectRow>): Promise<void> {
  const merged = { ...before, ...patch };
  const after = { ...merged, ...projectSearchTexts(merged), version: before.version + 1, updatedAt: tx.now };
  await tx
    .update(projects)
    .set(after)
    .where(and(eq(projects.id, before.id), eq(projects.version, before.version)));
  await recordProject(tx, "updated", before, after);
}

async function recordProject(tx: Tx, action: string, before: ProjectRow | null, after: ProjectRow): Promise<void> {
  const { id } = after;
  await tx.record({
    entity: "project",
    entityId: id,
    action,
    projectId: id,
    before: before && shown(before),
    after: shown(after),
  });
}

async function writeParticipations(
  tx: Tx,
  plan: ConsortiumPlan,
  projectIds: ReadonlyMap<string, string>,
  organisationIds: ReadonlyMap<string, string>,
): Promise<void> {
  const last = new Map<string, number>();
  for (const row of plan.known.participants)
    last.set(row.projectId, Math.max(row.number, last.get(row.projectId) ?? 0));
  // The coordinator first, then as the source counts; equal numbers (a third party and its parent) in the order of the rows.
  const ordered = plan.participations.toSorted(
    (left, right) =>
      Number(right.parsed.role === "coordinator") - Number(left.parsed.role === "coordinator") ||
      left.parsed.sourceNumber - right.parsed.sourceNumber,
  );
  const created: ParticipantRow[] = [];
  for (const { before, parsed, patch } of ordered) {
    if (before && Object.keys(patch).length > 0) await changeParticipation(tx, before, patch);
    if (before) continue;
    const projectId = projectIds.get(parsed.projectId) ?? "";
    const number = (last.get(projectId) ?? 0) + 1;
    last.set(projectId, number);
    created.push({
      ...freshRow(tx),
      projectId,
      organisationId: organisationIds.get(parsed.organisationId) ?? "",
      number,
      role: parsed.role,
      state: parsed.hasLeft ? "withdrawn" : "accepted",
      joinedOn: null,
      leftOn: null,
      contact: "",
      roleText: "",
      fundingRateBp: null,
      grantCents: null,
      netGrantCents: null,
      totalCostCents: null,
      sourceNumber: parsed.sourceNumber,
      ...patch,
    });
  }
  for (const rows of chunksOf(created)) await tx.insert(participants).values(rows);
  for (const row of created) await recordParticipation(tx, "created", null, row);
}

async function changeParticipation(tx: Tx, before: ParticipantRow, patch: Partial<ParticipantRow>): Promise<void> {
  const after = { ...before, ...patch, version: before.version + 1, updatedAt: tx.now };
  await tx
    .update(participants)
    .set(after)
    .where(and(eq(participants.id, before.id), eq(participants.version, before.version)));
  await recordParticipation(tx, "updated", before, after);
}

async function recordParticipation(
  tx: Tx,
  action: string,
  before: ParticipantRow | null,
  after: ParticipantRow,
): Promise<void> {
  const { id: entityId, projectId, organisationId } = after;
  await tx.record({ entity: "participant", entityId, action, projectId, organisationId, before, after });
}
