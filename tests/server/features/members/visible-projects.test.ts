import fc from "fast-check";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { projects } from "#server/db/schema/index.ts";
import { prepared } from "#server/db/prepare.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import {
  preparedVisibleProjectsCondition,
  visibilityValues,
  visibleProjectsCondition,
} from "#server/features/members/visible-projects.ts";
import { Fault } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { participantRoles, participantStates } from "#shared/features/participants/participant-words.ts";
import { projectVisibilities } from "#shared/features/projects/project-words.ts";
import { buildMembership, buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildParticipant, buildProject } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";

const organisationCount = 5;
const index = fc.nat({ max: organisationCount - 1 });
const world = fc.record({
  memberships: fc.uniqueArray(
    fc.record({ child: index, parent: index, ended: fc.constantFrom(null, "2026-03-01", "2026-03-02", "2027-01-01") }),
    { maxLength: 6, selector: ({ child, parent }) => `${child}-${parent}` },
  ),
  projects: fc.array(
    fc.record({
      visibility: fc.constantFrom(...projectVisibilities),
      cluster: fc.option(index),
      participants: fc.uniqueArray(
        fc.record({
          organisation: index,
          role: fc.constantFrom(...participantRoles),
          state: fc.constantFrom(...participantStates),
        }),
        // One coordinator in a project, and an organisation once in a role.
        {
          maxLength: 4,
          selector: ({ organisation, role }) => (role === "coordinator" ? role : `${organisation}-${role}`),
        },
      ),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

const visibleByValues = prepared("test_visible_projects", (db) =>
  db.select({ id: projects.id }).from(projects).where(preparedVisibleProjectsCondition),
);

describe("visibleProjectsCondition", () => {
  it("lists exactly the projects that loadMembership opens, in a plain and in a prepared statement", async () => {
    const db = await openTestDatabase();
    await fc.assert(
      fc.asyncProperty(world, async (drawn) => {
        const organisations = [];
        for (let count = 0; count < organisationCount; count += 1) {
          organisations.push(await buildOrganisation(db, { kind: "cluster" }));
        }
        for (const { child, parent, ended } of drawn.memberships) {
          await buildMembership(db, organisations[child]!, organisations[parent]!, ended);
        }
        const ids: string[] = [];
        for (const { visibility, cluster, participants } of drawn.projects) {
          const clusterId = cluster === null ? null : organisations[cluster]!.id;
          const project = await buildProject(db, { visibility, clusterId });
          for (const { organisation, role, state } of participants) {
            await buildParticipant(db, project, organisations[organisation]!, { role, state });
          }
          ids.push(project.id);
        }
        const people: Person[] = [await buildPerson(db)];
        for (const organisation of organisations) people.push(await buildPerson(db, organisation, "viewer"));
        for (const person of people) {
          const opened: string[] = [];
          for (const id of ids) if (await opens(() => loadMembership(db.read, person, id))) opened.push(id);
          const listed = await db.read
            .select({ id: projects.id })
            .from(projects)
            .where(visibleProjectsCondition(person));
          const hidden = await db.read
            .select({ id: projects.id })
            .from(projects)
            .where(sql`not ${visibleProjectsCondition(person)}`);
          const again = await visibleByValues(db.read, visibilityValues(person));
          expect(among(ids, listed)).toEqual(opened.toSorted());
          expect(among(ids, again)).toEqual(opened.toSorted());
          expect(among(ids, hidden)).toEqual(ids.filter((id) => !opened.includes(id)).toSorted());
        }
      }),
      { numRuns: 40 },
    );
  });
});

function among(ids: readonly string[], rows: readonly { id: string }[]): string[] {
  return rows
    .map((row) => row.id)
    .filter((id) => ids.includes(id))
    .toSorted();
}

async function opens(load: () => Promise<unknown>): Promise<boolean> {
  try {
    await load();
    return true;
  } catch (error) {
    if (error instanceof Fault && error.code === "NOT_FOUND") return false;
    throw error;
  }
}
