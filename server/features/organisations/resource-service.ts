import { and, eq } from "drizzle-orm";

import { notFound, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayEditOrganisation } from "#shared/features/organisations/organisation-policy.ts";
import type { VersionedId } from "#shared/features/organisations/organisation.ts";
import {
  type AddResourceInput,
  resourceSearchText,
  type ReviseResourceInput,
} from "#shared/features/organisations/resource.ts";

import type { Tx } from "#server/db/database.ts";
import { resources } from "#server/db/schema/index.ts";
import { demand } from "#server/features/members/membership.ts";

import { loadOrganisation, loadOrganisationFacts } from "./organisation-facts-queries.ts";

type Resource = typeof resources.$inferSelect;

/** Adds what an organisation offers or seeks. Faults: NOT_FOUND, FORBIDDEN. */
export async function addResource(
  tx: Tx,
  person: Person,
  input: AddResourceInput,
): Promise<{ id: string; version: number }> {
  await loadOrganisation(tx, input.organisationId);
  await demandEdit(tx, person, input.organisationId);
  const row = {
    ...input,
    search: resourceSearchText(input),
    id: tx.id(),
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
  await tx.insert(resources).values(row);
  await tx.record({
    entity: "resource",
    entityId: row.id,
    action: "created",
    organisationId: row.organisationId,
    before: null,
    after: { id: row.id, organisationId: row.organisationId, ...fieldsOf(row) },
  });
  return { id: row.id, version: 1 };
}

/** Changes an offered or sought resource. Faults: NOT_FOUND, FORBIDDEN, STALE with the present fields. */
export async function reviseResource(
  tx: Tx,
  person: Person,
  { id, version, patch }: ReviseResourceInput,
): Promise<{ id: string; version: number }> {
  const before = await loadResource(tx, id);
  await demandEdit(tx, person, before.organisationId);
  const after = { ...before, ...patch };
  const [written] = await tx
    .update(resources)
    .set({ ...after, search: resourceSearchText(after), version: version + 1, updatedAt: tx.now })
    .where(and(eq(resources.id, id), eq(resources.version, version)))
    .returning({ version: resources.version });
  if (!written) throw stale(presentOf(before));
  await tx.record({
    entity: "resource",
    entityId: id,
    action: "updated",
    organisationId: before.organisationId,
    before: fieldsOf(before),
    after: fieldsOf(after),
  });
  return { id, version: written.version };
}

/** Takes an offered or sought resource away. Faults: NOT_FOUND, FORBIDDEN, STALE. */
export async function removeResource(tx: Tx, person: Person, { id, version }: VersionedId): Promise<{ id: string }> {
  const before = await loadResource(tx, id);
  await demandEdit(tx, person, before.organisationId);
  const gone = await tx
    .delete(resources)
    .where(and(eq(resources.id, id), eq(resources.version, version)))
    .returning({ id: resources.id });
  if (gone.length === 0) throw stale(presentOf(before));
  await tx.record({
    entity: "resource",
    entityId: id,
    action: "removed",
    organisationId: before.organisationId,
    before,
    after: null,
  });
  return { id };
}

/** Takes all resources of an organisation away before it goes itself, each with its record. */
export async function removeResourcesOf(tx: Tx, organisationId: string): Promise<void> {
  for (const before of await tx.delete(resources).where(eq(resources.organisationId, organisationId)).returning())
    await tx.record({
      entity: "resource",
      entityId: before.id,
      action: "removed",
      organisationId,
      before,
      after: null,
    });
}

async function loadResource(tx: Tx, id: string): Promise<Resource> {
  const [row] = await tx.select().from(resources).where(eq(resources.id, id));
  if (!row) throw notFound();
  return row;
}

async function demandEdit(tx: Tx, person: Person, organisationId: string): Promise<void> {
  demand(mayEditOrganisation(person, await loadOrganisationFacts(tx, organisationId, person.today)));
}

function fieldsOf({
  direction,
  resource,
  medium,
  amount,
  unit,
  note,
}: Omit<AddResourceInput, "organisationId">): Record<string, unknown> {
  return { direction, resource, medium, amount, unit, note };
}

function presentOf(row: Resource): Record<string, unknown> {
  return { ...fieldsOf(row), id: row.id, version: row.version };
}
