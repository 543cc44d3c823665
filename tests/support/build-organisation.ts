import type { Database } from "#server/db/database.ts";
import { memberships, organisations, resources } from "#server/db/schema/index.ts";
import { fold } from "#shared/text.ts";

import { fresh, nextNumber } from "./build.ts";

type Organisation = typeof organisations.$inferSelect;

/** An enterprise with a name of its own; `overrides` replace single columns. */
export async function buildOrganisation(db: Database, overrides: Partial<Organisation> = {}): Promise<Organisation> {
  const name = overrides.name ?? `Enterprise ${nextNumber()}`;
  const row: Organisation = {
    ...fresh(),
    kind: "enterprise",
    activityType: "PRC",
    size: "small",
    name,
    shortName: null,
    nativeName: null,
    nativeLanguage: null,
    country: "FI",
    countryImported: null,
    region: null,
    city: null,
    address: null,
    website: null,
    vatNumber: null,
    pic: null,
    registrationNumber: null,
    profile: "",
    competences: [],
    sample: false,
    source: null,
    externalId: null,
    search: fold(name),
    sortName: fold(name),
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(organisations).values(row);
  });
  return row;
}

/** `organisation` becomes a member of `parent`. */
export async function buildMembership(
  db: Database,
  organisation: { id: string },
  parent: { id: string },
  untilOn: string | null = null,
) {
  const row = { ...fresh(), organisationId: organisation.id, parentId: parent.id, sinceOn: null, untilOn };
  await db.housekeep(async (tx) => {
    await tx.insert(memberships).values(row);
  });
  return row;
}

/** A resource that an organisation offers (or seeks, by override). */
export async function buildResource(
  db: Database,
  organisation: { id: string },
  overrides: Partial<typeof resources.$inferSelect> = {},
) {
  const row: typeof resources.$inferSelect = {
    ...fresh(),
    organisationId: organisation.id,
    direction: "offered",
    resource: "waste heat",
    medium: "energy",
    amount: "12.5",
    unit: "GWh",
    note: "",
    search: fold(overrides.resource ?? "waste heat"),
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(resources).values(row);
  });
  return row;
}
