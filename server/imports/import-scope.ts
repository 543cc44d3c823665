import { and, eq, inArray } from "drizzle-orm";

import { Fault, forbidden } from "#shared/fault.ts";
import { hasWritingSeat, isUmbrella } from "#shared/features/organisations/organisation-policy.ts";
import { umbrellaKinds } from "#shared/features/organisations/organisation-words.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { organisations } from "#server/db/schema/index.ts";

/** For whom an import is written: new projects belong to the cluster; those of others may only be read. */
export type ImportScope = {
  readonly clusterId: string | null;
  /** Only where the installation has no cluster at all; such projects are open to every signed-in person. */
  readonly mayLackCluster: boolean;
  readonly actingForId: string | null;
  /** Whoever runs the installation writes to every project. */
  readonly isAdministrator: boolean;
  readonly today: string;
  /** Null on the command line, which sees all. */
  readonly person: Person | null;
};

/** May import: managers and editors acting for a cluster or association, and administrators. */
export function mayImport(person: Person): boolean {
  return person.isAdministrator || (hasWritingSeat(person) && person.seat !== null && isUmbrella(person.seat.kind));
}

/** The scope of a person: the cluster or association the person acts for. Faults: FORBIDDEN. */
export function scopeOf(person: Person): ImportScope {
  if (!mayImport(person)) throw forbidden();
  const { seat, isAdministrator, today } = person;
  const actsForCluster = seat !== null && hasWritingSeat(person) && isUmbrella(seat.kind);
  return {
    clusterId: actsForCluster ? seat.organisationId : null,
    mayLackCluster: false,
    actingForId: seat?.organisationId ?? null,
    isAdministrator,
    today,
    person,
  };
}

/** The scope of the command line: the cluster of this name, or the only one there is. Faults: CLUSTER_UNKNOWN. */
export async function scopeOfCommand(db: ReadDb, name: string | null, today: string): Promise<ImportScope> {
  const umbrellas = inArray(organisations.kind, [...umbrellaKinds]);
  const found = await db
    .select({ id: organisations.id, kind: organisations.kind })
    .from(organisations)
    .where(name === null ? umbrellas : and(umbrellas, eq(organisations.name, name)));
  const clusters = found.length > 1 ? found.filter((row) => row.kind === "cluster") : found;
  const [only, ...more] = clusters;
  if (name !== null && !only)
    throw new Fault("NOT_FOUND", "CLUSTER_UNKNOWN", { message: `There is no cluster or association named ${name}.` });
  return {
    clusterId: more.length > 0 ? null : (only?.id ?? null),
    mayLackCluster: found.length === 0,
    actingForId: null,
    isAdministrator: true,
    today,
    person: null,
  };
}
