import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { columnsEndingIn } from "#server/db/referring-columns.ts";
import {
  changes,
  decisions,
  invitations,
  memberships,
  organisations,
  participants,
  projects,
  resources,
  seats,
  users,
} from "#server/db/schema/index.ts";
import { previewMerge } from "#server/features/organisations/organisation-merge-queries.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildDecision } from "#tests/support/build-decision.ts";
import { buildInvitation } from "#tests/support/build-invitation.ts";
import { buildMembership, buildOrganisation, buildResource } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildParticipant, buildProject } from "#tests/support/build-project.ts";
import { faultOf } from "#tests/support/fault-of.ts";

import { begin, merge } from "./merge-stage.ts";

describe("two entries of one organisation", () => {
  test("become one that has all of both", async () => {
    const { db, cluster, kept, duplicate, manager } = await begin();
    const own = await buildProject(db, { clusterId: cluster.id });
    const row = await buildParticipant(db, own, duplicate, { number: 1 });
    await buildInvitation(db, row, manager);
    await buildResource(db, duplicate);
    const waiting = await buildPerson(db, duplicate, "editor");
    const other = await buildOrganisation(db, { kind: "association", name: "Association" });
    await buildMembership(db, duplicate, other);
    await merge(db, manager, kept, duplicate);
    const [after] = await db.read.select().from(organisations).where(eq(organisations.id, kept.id));
    expect(after).toMatchObject({
      name: "Voolend OÜ",
      vatNumber: "EE123456789",
      pic: "999999999",
      city: "Pärnu",
      version: 2,
    });
    expect(after?.search).toContain("999999999");
    expect(await db.read.select().from(organisations).where(eq(organisations.id, duplicate.id))).toEqual([]);
    expect(await db.read.select({ of: participants.organisationId }).from(participants)).toEqual([{ of: kept.id }]);
    expect(await db.read.select({ of: invitations.organisationId }).from(invitations)).toEqual([{ of: kept.id }]);
    expect(await db.read.select({ of: resources.organisationId }).from(resources)).toEqual([{ of: kept.id }]);
    const [seat] = await db.read.select().from(seats).where(eq(seats.userId, waiting.userId));
    expect(seat).toMatchObject({ organisationId: kept.id, role: "editor" });
    const parents = await db.read
      .select({ parentId: memberships.parentId })
      .from(memberships)
      .where(eq(memberships.organisationId, kept.id));
    expect(parents.map(({ parentId }) => parentId).toSorted()).toEqual([cluster.id, other.id].toSorted());
    const recorded = await db.read.select({ entity: changes.entity, action: changes.action }).from(changes);
    expect(recorded).toEqual(
      expect.arrayContaining([
        { entity: "organisation", action: "merged" },
        { entity: "participant", action: "updated" },
        { entity: "seat", action: "updated" },
        { entity: "membership", action: "removed" },
        { entity: "membership", action: "updated" },
      ]),
    );
  });

  test("leave nothing that names the duplicate, but the history and what was opened of it alone", async () => {
    const { db, kept, duplicate, manager } = await begin();
    const left = columnsEndingIn("organisation_id", "acting_for_id", "cluster_id", "parent_id").filter(
      ({ tableName }) => !["changes", "emergency_accesses"].includes(tableName),
    );
    expect(left.length).toBeGreaterThan(12);
    const project = await buildProject(db, { clusterId: (await buildOrganisation(db, { kind: "cluster" })).id });
    const row = await buildParticipant(db, project, duplicate);
    const person = await buildPerson(db, duplicate);
    await buildInvitation(db, row, person);
    await buildResource(db, duplicate);
    await db.housekeep((tx) =>
      tx.update(users).set({ lastActingForId: duplicate.id }).where(eq(users.id, person.userId)),
    );
    await merge(db, manager, kept, duplicate);
    for (const { table, column, tableName } of left) {
      const found = await db.read.select({ value: column }).from(table).where(eq(column, duplicate.id));
      expect([tableName, found]).toEqual([tableName, []]);
    }
  });

  test("may be clusters with projects and members of their own", async () => {
    const { db, kept: member } = await begin();
    const one = await buildOrganisation(db, { kind: "cluster", name: "Twin" });
    const two = await buildOrganisation(db, { kind: "cluster", name: "Twin" });
    await buildMembership(db, member, two);
    await buildMembership(db, two, one);
    const project = await buildProject(db, { clusterId: two.id });
    const administrator = await buildPerson(db, undefined, "manager", true);
    await merge(db, administrator, one, two);
    const [after] = await db.read.select().from(projects).where(eq(projects.id, project.id));
    expect(after).toMatchObject({ clusterId: one.id, version: 2 });
    const edges = await db.read.select().from(memberships).where(eq(memberships.parentId, one.id));
    expect(edges.map(({ organisationId }) => organisationId)).toEqual([member.id]);
  });

  test("cannot be when memberships would close a circle", async () => {
    const { db } = await begin();
    const [one, middle, two] = [
      await buildOrganisation(db, { kind: "cluster" }),
      await buildOrganisation(db, { kind: "cluster" }),
      await buildOrganisation(db, { kind: "cluster" }),
    ];
    await buildMembership(db, one, middle);
    await buildMembership(db, middle, two);
    const administrator = await buildPerson(db, undefined, "manager", true);
    expect((await faultOf(merge(db, administrator, one, two))).present).toMatchObject([{ kind: "membership" }]);
  });
});

describe("both in one project and role", () => {
  test("are one row when nothing refers to the duplicate's, and numbers close up", async () => {
    const { db, cluster, kept, duplicate, manager } = await begin();
    const project = await buildProject(db, { clusterId: cluster.id });
    const row = await buildParticipant(db, project, duplicate, { number: 1 });
    const other = await buildParticipant(db, project, kept, { number: 2, state: "declined" });
    await buildInvitation(db, row, manager);
    await merge(db, manager, kept, duplicate);
    expect(await db.read.select().from(invitations)).toMatchObject([
      { participantId: other.id, organisationId: kept.id, state: "pending" },
    ]);
    expect(await db.read.select().from(participants)).toMatchObject([
      { organisationId: kept.id, number: 1, state: "accepted" },
    ]);
  });

  test("cannot be when work of the duplicate is recorded: the list says where", async () => {
    const { db, cluster, kept, duplicate, manager } = await begin();
    const project = await buildProject(db, { clusterId: cluster.id });
    const row = await buildParticipant(db, project, duplicate, { number: 1 });
    await buildParticipant(db, project, kept, { number: 2 });
    await buildContribution(db, row, {});
    const pair = { keptId: kept.id, duplicateId: duplicate.id };
    const conflict = { kind: "role", role: "beneficiary", project: { id: project.id, acronym: project.acronym } };
    expect((await previewMerge(db.read, manager, pair)).conflicts).toEqual([conflict]);
    const fault = await faultOf(merge(db, manager, kept, duplicate));
    expect(fault).toMatchObject({ code: "CONFLICT", appCode: "CANNOT_MERGE", present: [conflict] });
    expect(await db.read.select().from(organisations).where(eq(organisations.id, duplicate.id))).toHaveLength(1);
    // The other way round nothing stands against it.
    expect((await previewMerge(db.read, manager, { keptId: duplicate.id, duplicateId: kept.id })).conflicts).toEqual(
      [],
    );
    // Whoever may not know the project is not told its name.
    const administrator = await buildPerson(db, undefined, "manager", true);
    expect((await previewMerge(db.read, administrator, pair)).conflicts).toEqual([{ ...conflict, project: null }]);
  });

  test("cannot be while a vote of the duplicate is open", async () => {
    const { db, cluster, kept, duplicate, manager } = await begin();
    const project = await buildProject(db, { clusterId: cluster.id });
    await buildParticipant(db, project, duplicate, { number: 1 });
    const decision = await buildDecision(db, project, {});
    const electorate = [{ organisationId: duplicate.id, name: "VOOLEND", weight: 1 }];
    await db.housekeep((tx) =>
      tx.update(decisions).set({ state: "open", electorate }).where(eq(decisions.id, decision.id)),
    );
    const fault = await faultOf(merge(db, manager, kept, duplicate));
    expect(fault.present).toMatchObject([{ kind: "decision", project: { id: project.id } }]);
  });
});
