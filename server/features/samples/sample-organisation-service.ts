import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { memberships, organisations, resources } from "#server/db/schema/index.ts";
import { organisationSearchColumns } from "#shared/features/organisations/organisation-search.ts";

import { sampleEnterprises, type SampleOrganisation, sampleUmbrellas } from "./sample-organisations.ts";

/** Writes the sample's organisations, what they offer and seek, and who belongs to whom; returns their ids by key. */
export async function insertOrganisations(tx: Tx): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const given of [...sampleUmbrellas, ...sampleEnterprises]) {
    const id = await insertOrganisation(tx, given);
    ids.set(given.key, id);
    await insertResources(tx, id, given);
    // Umbrellas stand first in the list, so that a parent always has its id already.
    for (const parent of given.memberOf) await insertMembership(tx, id, ids.get(parent) ?? "");
  }
  return ids;
}

async function insertOrganisation(tx: Tx, given: SampleOrganisation): Promise<string> {
  const row = {
    ...freshRow(tx),
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
  };
  await tx.insert(organisations).values(row);
  await tx.record({
    entity: "organisation",
    entityId: row.id,
    action: "created",
    organisationId: row.id,
    before: null,
    after: row,
  });
  return row.id;
}

async function insertResources(tx: Tx, organisationId: string, given: SampleOrganisation): Promise<void> {
  for (const resource of given.resources) {
    const row = { ...freshRow(tx), organisationId, ...resource };
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
  const row = { ...freshRow(tx), organisationId, parentId, sinceOn: null, untilOn: null };
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
