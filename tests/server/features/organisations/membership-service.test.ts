import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import type { Database } from "#server/db/database.ts";
import { memberships, seats } from "#server/db/schema/index.ts";
import {
  addMembership,
  removeMembership,
  reviseMembership,
} from "#server/features/organisations/membership-service.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildMembership, buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildProject } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";

const always = { sinceOn: null, untilOn: null };
const add = (db: Database, person: Person, child: { id: string }, parent: { id: string }) =>
  actAs(db, person, (tx) => addMembership(tx, person, { organisationId: child.id, parentId: parent.id, ...always }));

async function joined() {
  const db = await openTestDatabase();
  const [company, cluster] = [await buildOrganisation(db), await buildOrganisation(db, { kind: "cluster" })];
  const row = await buildMembership(db, company, cluster, "2026-12-31");
  return {
    db,
    row,
    companyEditor: await buildPerson(db, company, "editor"),
    clusterEditor: await buildPerson(db, cluster, "editor"),
  };
}

describe("addMembership", () => {
  it("refuses circles at any depth and an organisation in itself", async () => {
    const db = await openTestDatabase();
    const chain = [];
    for (let depth = 0; depth < 6; depth += 1) chain.push(await buildOrganisation(db, { kind: "cluster" }));
    for (const [index, child] of chain.entries())
      if (chain[index + 1]) await buildMembership(db, child, chain[index + 1]!);
    const admin = await buildPerson(db, undefined, "viewer", true);
    for (const child of chain) {
      await expect(add(db, admin, chain[5]!, child)).rejects.toMatchObject({
        code: "CONFLICT",
        appCode: "MEMBERSHIP_CYCLE",
      });
    }
    await add(db, admin, chain[0]!, chain[5]!);
  });

  it("refuses a parent that is no cluster or association, and the same membership twice", async () => {
    const db = await openTestDatabase();
    const [company, other] = [await buildOrganisation(db), await buildOrganisation(db)];
    const cluster = await buildOrganisation(db, { kind: "cluster" });
    const person = await buildPerson(db, cluster);
    await expect(add(db, await buildPerson(db, other), company, other)).rejects.toMatchObject({
      code: "BAD_REQUEST",
      fields: [{ path: "parentId", appCode: "NOT_A_CLUSTER" }],
    });
    await add(db, person, company, cluster);
    await expect(add(db, person, company, cluster)).rejects.toMatchObject({
      code: "CONFLICT",
      appCode: "ALREADY_MEMBER",
    });
  });

  it("opens no project to anybody who lets himself in, from below or from above", async () => {
    const db = await openTestDatabase();
    const cluster = await buildOrganisation(db, { kind: "cluster" });
    await buildPerson(db, cluster);
    const project = await buildProject(db, { clusterId: cluster.id, visibility: "cluster" });
    const intruder = await buildOrganisation(db, { kind: "association" });
    const person = await buildPerson(db, intruder);
    await expect(add(db, person, intruder, cluster)).rejects.toMatchObject({
      code: "FORBIDDEN",
      appCode: "CLUSTER_DECIDES",
    });
    await expect(add(db, person, cluster, intruder)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(loadMembership(db.read, person, project.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("lets a person with seats on both sides join them", async () => {
    const db = await openTestDatabase();
    const [cluster, alliance] = [
      await buildOrganisation(db, { kind: "cluster" }),
      await buildOrganisation(db, { kind: "association" }),
    ];
    const person = await buildPerson(db, cluster);
    await buildPerson(db, alliance);
    await expect(add(db, person, cluster, alliance)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const both = await buildPerson(db, alliance);
    await db.housekeep(async (tx) => {
      await tx.insert(seats).values({
        id: tx.id(),
        userId: both.userId,
        organisationId: cluster.id,
        role: "editor",
        createdAt: 0,
        updatedAt: 0,
      });
    });
    await add(db, both, cluster, alliance);
  });
});

describe("reviseMembership and removeMembership", () => {
  it("lets the member end it but not prolong it", async () => {
    const { db, row, companyEditor, clusterEditor } = await joined();
    const until = (person: Person, version: number, untilOn: string | null) =>
      actAs(db, person, (tx) => reviseMembership(tx, person, { id: row.id, version, sinceOn: null, untilOn }));
    await until(companyEditor, 1, "2026-03-31");
    await expect(until(companyEditor, 2, null)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(until(clusterEditor, 1, null)).rejects.toMatchObject({
      appCode: "STALE",
      present: { untilOn: "2026-03-31", version: 2 },
    });
    await until(clusterEditor, 2, null);
    expect(await db.read.select().from(memberships).where(eq(memberships.id, row.id))).toMatchObject([
      { untilOn: null, version: 3 },
    ]);
  });

  it("lets either side remove it, strangers never, and nobody by an old version", async () => {
    const { db, row, companyEditor } = await joined();
    const stranger = await buildPerson(db, await buildOrganisation(db, { kind: "cluster" }));
    await expect(
      actAs(db, stranger, (tx) => removeMembership(tx, stranger, { id: row.id, version: 1 })),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      actAs(db, companyEditor, (tx) => removeMembership(tx, companyEditor, { id: row.id, version: 9 })),
    ).rejects.toMatchObject({ appCode: "STALE" });
    await actAs(db, companyEditor, (tx) => removeMembership(tx, companyEditor, { id: row.id, version: 1 }));
    expect(await db.read.select().from(memberships)).toEqual([]);
  });
});
