import type { Database } from "#server/db/database.ts";
import type { Person } from "#shared/features/members/standing.ts";

import { buildMembership, buildOrganisation } from "./build-organisation.ts";
import { buildPerson } from "./build-person.ts";
import { buildParticipant, buildProject } from "./build-project.ts";

/** Everybody who can stand towards a project, each with a manager's seat unless the name says otherwise. */
export const standpoints = [
  "coordinator",
  "member",
  "viewer",
  "other",
  "invited",
  "cluster",
  "reader",
  "outsider",
] as const;
export type Standpoint = (typeof standpoints)[number];

/**
 * A project open to the members of its cluster, with coordinator, two members and one invited; `viewer` has a viewer's
 * seat at the member, `reader` belongs to the cluster without taking part, `outsider` to nothing.
 */
export async function buildConsortium(db: Database) {
  const organisation = (name: string) => buildOrganisation(db, { name });
  const clusterOrganisation = await buildOrganisation(db, { kind: "cluster", name: "Cluster" });
  const project = await buildProject(db, { clusterId: clusterOrganisation.id, visibility: "cluster" });
  const owners = {
    coordinator: await organisation("Lead"),
    member: await organisation("Mover"),
    other: await organisation("Other"),
    invited: await organisation("Guest"),
  };
  const join = (owner: keyof typeof owners, number: number) =>
    buildParticipant(db, project, owners[owner], {
      number,
      role: owner === "coordinator" ? "coordinator" : "beneficiary",
      state: owner === "invited" ? "invited" : "accepted",
    });
  const participants = {
    coordinator: await join("coordinator", 1),
    member: await join("member", 2),
    other: await join("other", 3),
    invited: await join("invited", 4),
  };
  const readerOrganisation = await organisation("Reader");
  await buildMembership(db, readerOrganisation, clusterOrganisation);
  const people: Record<Standpoint, Person> = {
    coordinator: await buildPerson(db, owners.coordinator),
    member: await buildPerson(db, owners.member),
    viewer: await buildPerson(db, owners.member, "viewer"),
    other: await buildPerson(db, owners.other),
    invited: await buildPerson(db, owners.invited),
    cluster: await buildPerson(db, clusterOrganisation),
    reader: await buildPerson(db, readerOrganisation),
    outsider: await buildPerson(db, await organisation("Outsider")),
  };
  return { project, owners, participants, people, clusterOrganisation };
}
export type Consortium = Awaited<ReturnType<typeof buildConsortium>>;

/** Runs a service in a transaction as this person. */
export function actAs<T>(db: Database, person: Person, work: Parameters<typeof db.transact<T>>[1]): Promise<T> {
  return db.transact({ userId: person.userId, actingForId: person.seat?.organisationId ?? null }, work);
}
