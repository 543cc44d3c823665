import { and, eq, gt, gte, inArray, lte } from "drizzle-orm";

import { Fault, notFound } from "#shared/fault.ts";
import { IMPORT_KEPT_MS } from "#shared/features/imports/import-words.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { organisationSearchColumns } from "#shared/features/organisations/organisation-search.ts";
import { projectSearchTexts } from "#shared/features/projects/project-name-rules.ts";

import type { Tx } from "#server/db/database.ts";
import { driverError } from "#server/db/errors.ts";
import {
  changes,
  contributions,
  deliverables,
  jobs,
  milestones,
  organisations,
  participants,
  projects,
  streams,
  tasks,
} from "#server/db/schema/index.ts";
import { parametersOf } from "#server/imports/import-job.ts";
import { scopeOf } from "#server/imports/import-scope.ts";
import { Pace } from "#server/imports/pace.ts";
import { chunksOf } from "#server/imports/plan.ts";

import { isOwnImport } from "./import-queries.ts";

type Change = typeof changes.$inferSelect;

/**
 * Takes an own import back within a day: removes what it made and restores what it changed, as long as nobody touched
 * any of it since. Faults: NOT_FOUND, FORBIDDEN, CONFLICT NOT_UNDOABLE (too late or nothing to undo), IMPORT_TOUCHED.
 */
export async function undoImport(tx: Tx, person: Person, id: string): Promise<{ id: string }> {
  const scope = scopeOf(person);
  const [job] = await tx.select().from(jobs).where(isOwnImport(person, id));
  if (!job) throw notFound();
  const { written } = parametersOf(job.parameters);
  const isRecent = job.finishedAt !== null && job.finishedAt > tx.now - IMPORT_KEPT_MS;
  const isOurs = scope.isAdministrator || job.actingForId === scope.actingForId;
  if (job.stage !== "applied" || !isRecent || written === 0 || !isOurs) throw new Fault("CONFLICT", "NOT_UNDOABLE");
  const made = await changesOf(tx, id, written);
  await refuseTouched(tx, made);
  for (const change of made.toReversed()) if (change.action === "updated") await restore(tx, change);
  await removeMade(
    tx,
    made.filter((change) => change.action === "created"),
  );
  await tx.update(jobs).set({ stage: "undone" }).where(eq(jobs.id, id));
  await tx.record({
    entity: "import",
    entityId: id,
    action: "undone",
    organisationId: scope.clusterId,
    before: { stage: "applied" },
    after: { stage: "undone" },
  });
  return { id };
}

/** The changes of the import, which lie side by side before the one of the import itself. */
async function changesOf(tx: Tx, importId: string, written: number): Promise<Change[]> {
  const [last] = await tx
    .select()
    .from(changes)
    .where(and(eq(changes.entityId, importId), eq(changes.entity, "import"), eq(changes.action, "imported")));
  if (!last) throw new Fault("CONFLICT", "NOT_UNDOABLE");
  const rows = await tx
    .select()
    .from(changes)
    .where(and(gte(changes.seq, last.seq - written), lte(changes.seq, last.seq)));
  return rows.filter((row) => row.groupId === last.groupId).toSorted((left, right) => left.seq - right.seq);
}

/** The history says whether anybody wrote to these records, or to anything in these projects, since. */
async function refuseTouched(tx: Tx, made: readonly Change[]): Promise<void> {
  const last = made.at(-1)?.seq ?? 0;
  const ids = new Set(made.filter((change) => change.entity !== "import").map((change) => change.entityId));
  const later = await tx
    .select({
      entityId: changes.entityId,
      projectId: changes.projectId,
      organisationId: changes.organisationId,
      fields: changes.fields,
    })
    .from(changes)
    .where(gt(changes.seq, last));
  // A record of somebody else's may speak of one of these: a link of tasks, a report on a line.
  const touched = later.some(({ entityId, projectId, organisationId, fields }) =>
    [entityId, projectId, organisationId, ...Object.values(fields).flat(2)].some(
      (each) => typeof each === "string" && ids.has(each),
    ),
  );
  if (touched) throw touchedFault();
}

function touchedFault(): Fault {
  const message = "Somebody worked with what was imported. Nothing was taken back.";
  return new Fault("CONFLICT", "IMPORT_TOUCHED", { message });
}

const valuesBefore = (change: Change) =>
  Object.fromEntries(Object.entries(change.fields).map(([field, [before]]) => [field, before]));
const valuesAfter = (change: Change) =>
  Object.fromEntries(Object.entries(change.fields).map(([field, [, after]]) => [field, after]));

// In the order in which they are removed: what refers to others goes first.
const planTables = {
  contribution: contributions,
  deliverable: deliverables,
  task: tasks,
  milestone: milestones,
  stream: streams,
};
const planEntities = Object.keys(planTables) as (keyof typeof planTables)[];
const isPlanEntity = (entity: string): entity is keyof typeof planTables => Object.hasOwn(planTables, entity);

async function restore(tx: Tx, change: Change): Promise<void> {
  const { entity, entityId, projectId, organisationId } = change;
  const values = valuesBefore(change);
  if (entity === "project") {
    const [row] = await tx.select().from(projects).where(eq(projects.id, entityId));
    if (!row) return;
    const back = { ...row, ...values, version: row.version + 1, updatedAt: tx.now };
    await tx
      .update(projects)
      .set({ ...back, ...projectSearchTexts(back) })
      .where(eq(projects.id, entityId));
  } else if (entity === "organisation") {
    const [row] = await tx.select().from(organisations).where(eq(organisations.id, entityId));
    if (!row) return;
    const back = { ...row, ...values, version: row.version + 1, updatedAt: tx.now };
    await tx
      .update(organisations)
      .set({ ...back, ...organisationSearchColumns(back) })
      .where(eq(organisations.id, entityId));
  } else if (entity === "participant") {
    const [row] = await tx.select().from(participants).where(eq(participants.id, entityId));
    if (!row) return;
    const back = { ...values, version: row.version + 1, updatedAt: tx.now };
    await tx.update(participants).set(back).where(eq(participants.id, entityId));
  } else if (isPlanEntity(entity)) {
    const table = planTables[entity];
    const [row] = await tx.select({ version: table.version }).from(table).where(eq(table.id, entityId));
    if (!row) return;
    const back = { ...values, version: row.version + 1, updatedAt: tx.now };
    await tx.update(table).set(back).where(eq(table.id, entityId));
  }
  await tx.record({
    entity,
    entityId,
    action: "restored",
    projectId,
    organisationId,
    before: valuesAfter(change),
    after: values,
  });
}

const foreignKeyCodes = new Set(["SQLITE_CONSTRAINT_FOREIGNKEY", "23503"]);

/** A record of somebody else's that refers to what was imported keeps it. */
async function orTouched(work: PromiseLike<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw foreignKeyCodes.has(driverError(error)?.code ?? "") ? touchedFault() : error;
  }
}

/** Removes what was planned, projects (with all that is in them), participations elsewhere, then organisations. */
async function removeMade(tx: Tx, made: readonly Change[]): Promise<void> {
  const idsOf = (entity: Change["entity"]) =>
    chunksOf(
      made.filter((change) => change.entity === entity).map((change) => change.entityId),
      500,
    );
  for (const entity of planEntities) {
    const table = planTables[entity];
    for (const ids of idsOf(entity)) await orTouched(tx.delete(table).where(inArray(table.id, ids)));
  }
  for (const ids of idsOf("project")) await orTouched(tx.delete(projects).where(inArray(projects.id, ids)));
  for (const ids of idsOf("participant")) await orTouched(tx.delete(participants).where(inArray(participants.id, ids)));
  for (const ids of idsOf("organisation"))
    await orTouched(tx.delete(organisations).where(inArray(organisations.id, ids)));
  const pace = new Pace();
  for (const change of made.toReversed()) {
    await pace.step();
    const { entity, entityId, projectId, organisationId, confidentialTo } = change;
    const before = valuesAfter(change);
    await tx.record({
      entity,
      entityId,
      action: "removed",
      projectId,
      organisationId,
      confidentialTo,
      before,
      after: null,
    });
  }
}
