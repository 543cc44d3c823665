import type { Database } from "#server/db/database.ts";
import type { projects } from "#server/db/schema/index.ts";

import { buildMembership, buildOrganisation } from "./build-organisation.ts";
import { buildPerson } from "./build-person.ts";
import { buildParticipant, buildProject } from "./build-project.ts";

/**
 * The smallest project worth planning, closed to readers unless overridden: a coordinator (number 1) and a member
 * (number 2), both of its cluster, and a manager of each, of the cluster and of a stranger.
 */
export async function buildTeam(db: Database, overrides: Partial<typeof projects.$inferSelect> = {}) {
  const cluster = await buildOrganisation(db, { kind: "cluster", name: "Cluster" });
  const lead = await buildOrganisation(db);
  const other = await buildOrganisation(db);
  const stranger = await buildOrganisation(db);
  for (const organisation of [lead, other]) await buildMembership(db, organisation, cluster);
  const project = await buildProject(db, { clusterId: cluster.id, ...overrides });
  const coordinator = await buildParticipant(db, project, lead, { role: "coordinator", number: 1 });
  const member = await buildParticipant(db, project, other, { number: 2 });
  const people = {
    coordinator: await buildPerson(db, lead),
    member: await buildPerson(db, other),
    cluster: await buildPerson(db, cluster),
    outsider: await buildPerson(db, stranger),
  };
  return { cluster, lead, other, stranger, project, coordinator, member, people };
}
