import type { Tx } from "#server/db/database.ts";
import { memberships, organisations, resources } from "#server/db/schema/index.ts";
import { organisationSearchColumns } from "#shared/features/organisations/organisation-search.ts";

import { sampleEnterprises, type SampleOrganisation, sampleUmbrellas } from "./sample-organisations.ts";

/** Writes the sample's organisations, what they offer and seek, and who belongs to whom; returns their ids by key. */
export async function insertOrganisations(tx: Tx): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const given of [...sampleUmbrellas, ...sampleEnterprises]) {
    const id = tx.id();
    ids.set(given.key, id);
    await insertOrganisation(tx, id, given);
    await insertResources(tx, id, given);
    // Umbrellas stand first in the list, so that a parent always has its id already.
    for (const parent of given.memberOf) await insertMembership(tx, id, ids.get(parent) ?? "");
  }
  return ids;
}

const revised = (tx: Tx) => ({ version: 1, createdAt: tx.now, updatedAt: tx.now });

async function insertOrganisation(tx: Tx, id: string, given: SampleOrganisation): Promise<void> {
  const row = {
    id,
    kind: given.kind,
    activityType: given.kind === "enterprise" ? ("PRC" as const) : ("OTH" as const),
    size: given.size,
    name: given.name,
    shortName: given.shortName,
    nativeName: given.nativeName ?? null,
    nativeLanguage: given.nativeLanguage ?? null,
    country: given.country,
    city: given.city,
    profile: given.profile,
    competences: given.competences,
    sample: true,
    ...organisationSearchColumns(given),
    ...revised(tx),
  };
  await tx.insert(organisations).values(row);
  await tx.record({
    entity: "organisation",
    entityId: id,
    action: "created",
    organisationId: id,
    before: null,
    after: row,
  });
}

async function insertResources(tx: Tx, organisationId: string, given: SampleOrganisation): Promise<void> {
  for (const resource of given.resources) {
    const row = { id: tx.id(), organisationId, ...resource, ...revised(tx) };
    await tx.insert(resources).values(row);
    await tx.record({
      entity: "resource",
      entityId: row.id,
      action: "created",
      organisationId,
      before: null,
      after: row,
    });
  }
}

async function insertMembership(tx: Tx, organisationId: string, parentId: string): Promise<void> {
  const row = { id: tx.id(), organisationId, parentId, sinceOn: null, untilOn: null, ...revised(tx) };
  await tx.insert(memberships).values(row);
  await tx.record({
    entity: "membership",
    entityId: row.id,
    action: "created",
    organisationId,
    before: null,
    after: row,
  });
}
