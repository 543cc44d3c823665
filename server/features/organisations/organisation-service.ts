import { and, eq } from "drizzle-orm";

import { Fault, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import {
  isUmbrella,
  mayCreateOrganisation,
  mayEditOrganisation,
  mayRemoveOrganisation,
} from "#shared/features/organisations/organisation-policy.ts";
import { organisationSearchColumns } from "#shared/features/organisations/organisation-search.ts";
import type {
  CreateOrganisationInput,
  OrganisationFields,
  ReviseOrganisationInput,
  VersionedId,
} from "#shared/features/organisations/organisation.ts";

import type { Tx } from "#server/db/database.ts";
import { organisations } from "#server/db/schema/index.ts";
import { demand } from "#server/features/members/membership.ts";

import { joinParent, leaveActingParent } from "./membership-service.ts";
import { loadOrganisation, loadOrganisationFacts, type OrganisationRecord } from "./organisation-facts-queries.ts";
import { isReferredTo, isUmbrellaInUse, refuseTwin } from "./organisation-references-queries.ts";
import { removeResourcesOf } from "./resource-service.ts";

const blank: Omit<OrganisationFields, "kind" | "name"> = {
  activityType: null,
  size: null,
  shortName: null,
  nativeName: null,
  nativeLanguage: null,
  country: null,
  region: null,
  city: null,
  address: null,
  website: null,
  vatNumber: null,
  pic: null,
  registrationNumber: null,
  profile: "",
  competences: [],
};

/**
 * Enters an organisation into the directory, and into `parentId` as a member from today.
 * Faults: VAT_TAKEN and PIC_TAKEN (409, `present` is the organisation that has it), FORBIDDEN, NOT_A_CLUSTER.
 */
export async function createOrganisation(
  tx: Tx,
  person: Person,
  input: CreateOrganisationInput,
): Promise<{ id: string; version: number }> {
  demand(mayCreateOrganisation(person));
  const { parentId, ...given } = input;
  await refuseTwin(tx, null, given);
  const fields: OrganisationFields = { ...blank, ...given };
  const row = {
    ...fields,
    ...organisationSearchColumns(fields),
    id: tx.id(),
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
  await tx.insert(organisations).values(row);
  await tx.record({
    entity: "organisation",
    entityId: row.id,
    action: "created",
    organisationId: row.id,
    before: null,
    after: { id: row.id, ...fieldsOf(row) },
  });
  if (parentId)
    await joinParent(
      tx,
      person,
      { organisationId: row.id, parentId, sinceOn: person.today, untilOn: null },
      { isNew: true },
    );
  return { id: row.id, version: 1 };
}

/**
 * Changes the fields in `patch`. Faults: NOT_FOUND, FORBIDDEN, STALE with the present fields, VAT_TAKEN, PIC_TAKEN,
 * HAS_MEMBERS when a cluster with members or projects would stop being one.
 */
export async function reviseOrganisation(
  tx: Tx,
  person: Person,
  input: ReviseOrganisationInput,
): Promise<{ id: string; version: number }> {
  const { id, version, patch } = input;
  const before = await loadOrganisation(tx, id);
  demand(mayEditOrganisation(person, await loadOrganisationFacts(tx, id, person.today)));
  if (before.version !== version) throw stale(presentOf(before));
  await refuseTwin(tx, id, { vatNumber: changed(before, patch, "vatNumber"), pic: changed(before, patch, "pic") });
  if (patch.kind && isUmbrella(before.kind) && !isUmbrella(patch.kind) && (await isUmbrellaInUse(tx, id)))
    throw new Fault("CONFLICT", "HAS_MEMBERS");
  const after = { ...before, ...patch, ...(patch.country === undefined ? {} : { countryImported: null }) };
  const [written] = await tx
    .update(organisations)
    .set({ ...after, ...organisationSearchColumns(after), version: version + 1, updatedAt: tx.now })
    .where(and(eq(organisations.id, id), eq(organisations.version, version)))
    .returning({ version: organisations.version });
  if (!written) throw stale(presentOf(await loadOrganisation(tx, id)));
  await tx.record({
    entity: "organisation",
    entityId: id,
    action: "updated",
    organisationId: id,
    before: { ...fieldsOf(before), countryImported: before.countryImported },
    after: { ...fieldsOf(after), countryImported: after.countryImported },
  });
  return { id, version: written.version };
}

/**
 * Takes an organisation that nothing refers to out of the directory; its membership in the acting cluster goes with
 * it. Faults: NOT_FOUND, FORBIDDEN, STALE, IN_USE.
 */
export async function removeOrganisation(
  tx: Tx,
  person: Person,
  { id, version }: VersionedId,
): Promise<{ id: string }> {
  const before = await loadOrganisation(tx, id);
  demand(mayRemoveOrganisation(person, await loadOrganisationFacts(tx, id, person.today)));
  if (before.version !== version) throw stale(presentOf(before));
  await leaveActingParent(tx, person, id);
  if (await isReferredTo(tx, id)) throw new Fault("CONFLICT", "IN_USE");
  await removeResourcesOf(tx, id);
  await tx.delete(organisations).where(and(eq(organisations.id, id), eq(organisations.version, version)));
  await tx.record({
    entity: "organisation",
    entityId: id,
    action: "removed",
    organisationId: id,
    before,
    after: null,
  });
  return { id };
}

function changed(
  before: OrganisationRecord,
  patch: Partial<OrganisationFields>,
  key: "vatNumber" | "pic",
): string | null {
  const value = patch[key] ?? null;
  return value === before[key] ? null : value;
}

function fieldsOf(row: OrganisationFields): Record<string, unknown> {
  const names = ["kind", "name", ...Object.keys(blank)] as (keyof OrganisationFields)[];
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}

function presentOf(row: OrganisationRecord): Record<string, unknown> {
  return { ...fieldsOf(row), id: row.id, version: row.version };
}
