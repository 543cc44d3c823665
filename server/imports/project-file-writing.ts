import { organisationSearchColumns } from "#shared/features/organisations/organisation-search.ts";
import { projectSearchTexts } from "#shared/features/projects/project-name-rules.ts";
import type { EntityName } from "#shared/features/changes/change-words.ts";

import type { Tx } from "#server/db/database.ts";
import {
  contributions,
  milestones,
  offers,
  organisations,
  participants,
  periods,
  projects,
  streams,
  updates,
} from "#server/db/schema/index.ts";

import { chunksOf } from "./plan.ts";
import type { ProjectFilePlan } from "./project-file-plan.ts";

type Recorded = { id: string; organisationId?: string | null; confidentialTo?: string | null };

/** Writes a new project with all its records under the identifiers of the file. Gives the number of records written. */
export async function writeProjectFile(
  tx: Tx,
  { content, organisationIds, newOrganisations, isKnown }: ProjectFilePlan,
): Promise<number> {
  if (isKnown) return 0;
  const revision = { version: 1, createdAt: tx.now, updatedAt: tx.now };
  const projectId = content.project.id;
  const here = (id: string) => organisationIds.get(id) ?? id;
  const hereOrNull = (id: string | null) => (id === null ? null : here(id));
  const own = { ...revision, projectId };

  const entered = content.organisations
    .filter((row) => newOrganisations.has(row.id))
    .map((row) => ({ ...row, ...revision, profile: "", competences: [], sample: false }))
    .map((row) => ({ ...row, ...organisationSearchColumns(row) }));
  const project = { ...content.project, ...revision, clusterId: hereOrNull(content.project.clusterId) };
  const members = content.participants.map((row) => ({ ...row, ...own, organisationId: here(row.organisationId) }));
  const owners = new Map(members.map((row) => [row.id, row.organisationId]));
  const secretOf = new Map(
    content.contributions.map((row) => [
      row.id,
      row.confidentiality === "coordinator" ? (owners.get(row.participantId) ?? null) : null,
    ]),
  );

  for (const rows of chunksOf(entered)) await tx.insert(organisations).values(rows);
  await recordAll(
    tx,
    "organisation",
    null,
    entered.map((row) => ({ ...row, organisationId: row.id })),
  );
  await tx.insert(projects).values({ ...project, ...projectSearchTexts(project) });
  await recordAll(tx, "project", projectId, [project]);
  for (const rows of chunksOf(members)) await tx.insert(participants).values(rows);
  await recordAll(tx, "participant", projectId, members);

  const planned = content.streams.map((row) => ({ ...row, ...own }));
  for (const rows of chunksOf(planned)) await tx.insert(streams).values(rows);
  await recordAll(tx, "stream", projectId, planned);
  const marks = content.milestones.map((row) => ({ ...row, ...own }));
  for (const rows of chunksOf(marks)) await tx.insert(milestones).values(rows);
  await recordAll(tx, "milestone", projectId, marks);
  const spans = content.periods.map((row) => ({ ...row, ...own }));
  for (const rows of chunksOf(spans)) await tx.insert(periods).values(rows);
  await recordAll(tx, "period", projectId, spans);

  const lines = content.contributions.map(({ offers: _offers, ...row }) => ({ ...row, ...own, agreedById: null }));
  for (const rows of chunksOf(lines)) await tx.insert(contributions).values(rows);
  await recordAll(
    tx,
    "contribution",
    projectId,
    lines.map((row) => withOwner(row, row.participantId, row.id)),
  );
  const talk = content.contributions.flatMap((line) =>
    line.offers.map((offer) => ({
      ...offer,
      contributionId: line.id,
      byUserId: null,
      byOrganisationId: hereOrNull(offer.byOrganisationId),
    })),
  );
  for (const rows of chunksOf(talk)) await tx.insert(offers).values(rows);
  const reports = content.updates.map((row) => ({ ...row, ...own, submittedById: null, reviewedById: null }));
  for (const rows of chunksOf(reports)) await tx.insert(updates).values(rows);
  await recordAll(
    tx,
    "update",
    projectId,
    reports.map((row) => withOwner(row, row.participantId, row.contributionId)),
  );
  return (
    1 + entered.length + members.length + planned.length + marks.length + spans.length + lines.length + reports.length
  );

  function withOwner<Row extends { id: string }>(row: Row, participantId: string, lineId: string): Row & Recorded {
    return { ...row, organisationId: owners.get(participantId) ?? null, confidentialTo: secretOf.get(lineId) ?? null };
  }
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
