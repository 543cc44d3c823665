import { organisationSearchColumns } from "#shared/features/organisations/organisation-search.ts";
import { projectSearchTexts } from "#shared/features/projects/project-name-rules.ts";
import type { EntityName } from "#shared/features/changes/change-words.ts";

import type { Tx } from "#server/db/database.ts";
import {
  amendments,
  contributions,
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

import { chunksOf } from "./plan.ts";
import type { ProjectFilePlan } from "./project-file-plan.ts";

type Recorded = { id: string; organisationId?: string | null; confidentialTo?: string | null };

type Content = ProjectFilePlan["content"];

/** Writes a new project with all its records under the identifiers of the file. Gives the number of records written. */
export async function writeProjectFile(tx: Tx, plan: ProjectFilePlan): Promise<number> {
  if (plan.isKnown) return 0;
  const { content } = plan;
  const here = (id: string) => plan.organisationIds.get(id) ?? id;
  const entered = await writeOrganisations(tx, plan);
  const { id: projectId, clusterId } = content.project;
  const own = { version: 1, createdAt: tx.now, updatedAt: tx.now, projectId };
  const { projectId: _projectId, ...revision } = own;
  const project = { ...content.project, ...revision, clusterId: clusterId === null ? null : here(clusterId) };
  await tx.insert(projects).values({ ...project, ...projectSearchTexts(project) });
  await recordAll(tx, "project", projectId, [project]);
  const members = content.participants.map((row) => ({ ...row, ...own, organisationId: here(row.organisationId) }));
  for (const rows of chunksOf(members)) await tx.insert(participants).values(rows);
  await recordAll(tx, "participant", projectId, members);
  const framed = await writeFrame(tx, content, own);
  const owners = new Map(members.map((row) => [row.id, row.organisationId]));
  const lines = await writeLedger(tx, content, own, { owners, here });
  return 1 + entered + members.length + framed + lines;
}

async function writeOrganisations(tx: Tx, { content, newOrganisations }: ProjectFilePlan): Promise<number> {
  const revision = { version: 1, createdAt: tx.now, updatedAt: tx.now };
  const entered = content.organisations
    .filter((row) => newOrganisations.has(row.id))
    .map((row) => ({ ...row, ...revision, profile: "", competences: [], sample: false }))
    .map((row) => ({ ...row, ...organisationSearchColumns(row) }));
  for (const rows of chunksOf(entered)) await tx.insert(organisations).values(rows);
  const recorded = entered.map((row) => ({ ...row, organisationId: row.id }));
  await recordAll(tx, "organisation", null, recorded);
  return entered.length;
}

type Own = { version: number; createdAt: number; updatedAt: number; projectId: string };

async function writeFrame(tx: Tx, content: Content, own: Own): Promise<number> {
  const planned = content.streams.map((row) => ({ ...row, ...own }));
  for (const rows of chunksOf(planned)) await tx.insert(streams).values(rows);
  await recordAll(tx, "stream", own.projectId, planned);
  const worked = await writePlan(tx, content, own);
  const marks = content.milestones.map((row) => ({ ...row, ...own }));
  for (const rows of chunksOf(marks)) await tx.insert(milestones).values(rows);
  await recordAll(tx, "milestone", own.projectId, marks);
  const spans = content.periods.map((row) => ({ ...row, ...own }));
  for (const rows of chunksOf(spans)) await tx.insert(periods).values(rows);
  await recordAll(tx, "period", own.projectId, spans);
  return planned.length + worked + marks.length + spans.length;
}

async function writePlan(tx: Tx, content: Content, own: Own): Promise<number> {
  const work = (content.tasks ?? []).map((row) => ({ ...row, ...own }));
  for (const rows of chunksOf(work)) await tx.insert(tasks).values(rows);
  await recordAll(tx, "task", own.projectId, work);
  const links = (content.taskLinks ?? []).map((row) => ({ ...row, ...own }));
  for (const rows of chunksOf(links)) await tx.insert(taskLinks).values(rows);
  await recordAll(tx, "task-link", own.projectId, links);
  const promised = (content.deliverables ?? []).map((row) => ({ ...row, ...own }));
  for (const rows of chunksOf(promised)) await tx.insert(deliverables).values(rows);
  await recordAll(tx, "deliverable", own.projectId, promised);
  return work.length + links.length + promised.length;
}

async function writeLedger(
  tx: Tx,
  content: Content,
  own: Own,
  { owners, here }: { owners: ReadonlyMap<string, string>; here: (id: string) => string },
): Promise<number> {
  const ownerOf = (row: { participantId: string }) => owners.get(row.participantId) ?? null;
  const secretOf = new Map(
    content.contributions.map((row) => [row.id, row.confidentiality === "coordinator" ? ownerOf(row) : null]),
  );
  const lines = content.contributions.map(({ offers: _offers, amendments: _amendments, ...row }) => ({
    ...row,
    ...own,
    agreedById: null,
  }));
  for (const rows of chunksOf(lines)) await tx.insert(contributions).values(rows);
  const recordedLines = lines.map((row) => ({
    ...row,
    organisationId: ownerOf(row),
    confidentialTo: secretOf.get(row.id) ?? null,
  }));
  await recordAll(tx, "contribution", own.projectId, recordedLines);
  const talk = content.contributions.flatMap((line) =>
    line.offers.map(({ byOrganisationId, ...offer }) => ({
      ...offer,
      contributionId: line.id,
      byUserId: null,
      byOrganisationId: byOrganisationId === null ? null : here(byOrganisationId),
    })),
  );
  for (const rows of chunksOf(talk)) await tx.insert(offers).values(rows);
  const proposed = content.contributions.flatMap((line) =>
    (line.amendments ?? []).map(({ at, byOrganisationId, ...change }) => ({
      ...change,
      ...own,
      createdAt: at,
      contributionId: line.id,
      byUserId: null,
      byOrganisationId: byOrganisationId === null ? null : here(byOrganisationId),
      answeredById: null,
    })),
  );
  for (const rows of chunksOf(proposed)) await tx.insert(amendments).values(rows);
  const reports = content.updates.map((row) => ({ ...row, ...own, submittedById: null, reviewedById: null }));
  for (const rows of chunksOf(reports)) await tx.insert(updates).values(rows);
  // What a draft says is the member's own until it is handed in: the history knows only that it is there.
  const recordedReports = reports.map((row) => ({
    ...(row.state === "draft" ? { id: row.id, savedAt: row.updatedAt } : row),
    organisationId: ownerOf(row),
    confidentialTo: secretOf.get(row.contributionId) ?? null,
  }));
  await recordAll(tx, "update", own.projectId, recordedReports);
  return lines.length + reports.length;
}

async function recordAll(
  tx: Tx,
  entity: EntityName,
  projectId: string | null,
  rows: readonly Recorded[],
): Promise<void> {
  for (const { confidentialTo = null, ...after } of rows) {
    await tx.record({
      entity,
      entityId: after.id,
      action: "created",
      projectId,
      organisationId: after.organisationId ?? null,
      confidentialTo,
      before: null,
      after,
    });
  }
}
