import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { seats } from "#server/db/schema/index.ts";
import { listDuplicates } from "#server/features/organisations/organisation-merge-queries.ts";
import { buildMembership, buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { builtAt } from "#tests/support/build.ts";
import { faultOf } from "#tests/support/fault-of.ts";

import { begin, comeIn, merge } from "./merge-stage.ts";

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
    expect(new Map(rows.map(({ userId, role }) => [userId, role]))).toEqual(
      new Map([
        [person.userId, "manager"],
        [colleague.userId, "viewer"],
      ]),
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
