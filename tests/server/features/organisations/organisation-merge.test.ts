import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
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
import { listDuplicates, previewMerge } from "#server/features/organisations/organisation-merge-queries.ts";
import { mergeOrganisations } from "#server/features/organisations/organisation-merge-service.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildDecision } from "#tests/support/build-decision.ts";
import { buildInvitation } from "#tests/support/build-invitation.ts";
import { buildMembership, buildOrganisation, buildResource } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildParticipant, buildProject } from "#tests/support/build-project.ts";
import { builtAt } from "#tests/support/build.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

type Entry = { id: string };

/** A cluster with two entries of the same organisation, nobody of which has come in, and the cluster's manager. */
async function begin() {
  const db = await openTestDatabase();
  const cluster = await buildOrganisation(db, { kind: "cluster", name: "Cluster" });
  const kept = await buildOrganisation(db, { name: "Voolend OÜ", country: "EE", vatNumber: "EE123456789" });
  const duplicate = await buildOrganisation(db, { name: "VOOLEND", country: "EE", city: "Pärnu", pic: "999999999" });
  for (const entry of [kept, duplicate]) await buildMembership(db, entry, cluster);
  const manager = await buildPerson(db, cluster);
  return { db, cluster, kept, duplicate, manager };
}

const merge = (
  db: Database,
  person: Person,
  kept: Entry,
  duplicate: Entry,
  versions = { keptVersion: 1, duplicateVersion: 1 },
) =>
  actAs(db, person, (tx) =>
    mergeOrganisations(tx, person, { keptId: kept.id, duplicateId: duplicate.id, ...versions }),
  );

async function comeIn(db: Database, ...people: Person[]): Promise<void> {
  for (const { userId } of people)
    await db.housekeep((tx) => tx.update(users).set({ passwordChangedAt: builtAt }).where(eq(users.id, userId)));
}

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
    await buildParticipant(db, project, duplicate, { number: 1 });
    await buildParticipant(db, project, kept, { number: 2, state: "declined" });
    await merge(db, manager, kept, duplicate);
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

describe("who may", () => {
  test("whoever looks after the one that goes; not a cluster over people who have come in", async () => {
    const { db, kept, duplicate, manager, cluster } = await begin();
    const own = await buildPerson(db, duplicate);
    const outsider = await buildPerson(db, await buildOrganisation(db));
    const editor = await buildPerson(db, cluster, "editor");
    await comeIn(db, own);
    for (const person of [manager, outsider, editor, own])
      expect((await faultOf(merge(db, person, kept, duplicate))).code).toBe("FORBIDDEN");
    // The other way round: its people stay where they are.
    await merge(db, manager, duplicate, kept);
    expect(await db.read.select({ of: seats.organisationId }).from(seats).where(eq(seats.userId, own.userId))).toEqual([
      { of: duplicate.id },
    ]);
  });

  test("people who wait at the duplicate do not get into one that has people of its own", async () => {
    const { db, kept, duplicate, manager } = await begin();
    const inside = await buildPerson(db, kept);
    await comeIn(db, inside);
    const waiting = await buildPerson(db, duplicate);
    await merge(db, manager, kept, duplicate);
    expect(await db.read.select().from(seats).where(eq(seats.userId, waiting.userId))).toEqual([]);
  });

  test("a manager of both brings the people of both together", async () => {
    const { db, kept, duplicate } = await begin();
    const person = await buildPerson(db, kept);
    const colleague = await buildPerson(db, duplicate, "viewer");
    await comeIn(db, person, colleague);
    await db.housekeep((tx) =>
      tx.insert(seats).values({
        id: tx.id(),
        userId: person.userId,
        organisationId: duplicate.id,
        role: "manager",
        version: 1,
        createdAt: builtAt,
        updatedAt: builtAt,
      }),
    );
    await merge(db, person, kept, duplicate);
    const rows = await db.read.select().from(seats).where(eq(seats.organisationId, kept.id));
    expect(rows.map(({ userId, role }) => [userId, role]).toSorted()).toEqual(
      [
        [person.userId, "manager"],
        [colleague.userId, "viewer"],
      ].toSorted(),
    );
  });

  test("both have to be as they were seen", async () => {
    const { db, kept, duplicate, manager } = await begin();
    const versions = { keptVersion: 1, duplicateVersion: 2 };
    expect((await faultOf(merge(db, manager, kept, duplicate, versions))).appCode).toBe("STALE");
  });
});

describe("possible duplicates", () => {
  test("are those with the same name or identifier that the person could merge", async () => {
    const { db, cluster, kept, duplicate, manager } = await begin();
    const same = await buildOrganisation(db, { name: "Quite another", vatNumber: "EE123456789" });
    await buildMembership(db, same, cluster);
    await buildOrganisation(db, { name: "Voolend", country: "EE" });
    const abroad = await buildOrganisation(db, { name: "Voolend", country: "SE" });
    await buildMembership(db, abroad, cluster);
    const found = await listDuplicates(db.read, manager, kept.id);
    expect(found.map(({ id, reason }) => [id, reason])).toEqual([
      [same.id, "vatNumber"],
      [duplicate.id, "name"],
    ]);
    expect(await listDuplicates(db.read, await buildPerson(db, await buildOrganisation(db)), kept.id)).toEqual([]);
  });
});
