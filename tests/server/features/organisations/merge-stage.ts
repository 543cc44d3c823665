import { eq } from "drizzle-orm";

import type { Database } from "#server/db/database.ts";
import { users } from "#server/db/schema/index.ts";
import { mergeOrganisations } from "#server/features/organisations/organisation-merge-service.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildMembership, buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { builtAt } from "#tests/support/build.ts";
import { openTestDatabase } from "#tests/support/database.ts";

type Entry = { id: string };

/** A cluster with two entries of the same organisation, nobody of which has come in, and the cluster's manager. */
export async function begin() {
  const db = await openTestDatabase();
  const cluster = await buildOrganisation(db, { kind: "cluster", name: "Cluster" });
  const kept = await buildOrganisation(db, { name: "Voolend OÜ", country: "EE", vatNumber: "EE123456789" });
  const duplicate = await buildOrganisation(db, { name: "VOOLEND", country: "EE", city: "Pärnu", pic: "999999999" });
  for (const entry of [kept, duplicate]) await buildMembership(db, entry, cluster);
  const manager = await buildPerson(db, cluster);
  return { db, cluster, kept, duplicate, manager };
}

/** Merges as this person, both as they were built unless told otherwise. */
export const merge = (
  db: Database,
  person: Person,
  kept: Entry,
  duplicate: Entry,
  versions = { keptVersion: 1, duplicateVersion: 1 },
) =>
  actAs(db, person, (tx) =>
    mergeOrganisations(tx, person, { keptId: kept.id, duplicateId: duplicate.id, ...versions }),
  );

/** Lets people have chosen their password. */
export async function comeIn(db: Database, ...people: Person[]): Promise<void> {
  for (const { userId } of people)
    await db.housekeep((tx) => tx.update(users).set({ passwordChangedAt: builtAt }).where(eq(users.id, userId)));
}
