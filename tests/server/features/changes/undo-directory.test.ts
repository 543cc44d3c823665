import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { memberships, organisations, resources } from "#server/db/schema/index.ts";
import {
  addMembership,
  removeMembership,
  reviseMembership,
} from "#server/features/organisations/membership-service.ts";
import {
  createOrganisation,
  removeOrganisation,
  reviseOrganisation,
} from "#server/features/organisations/organisation-service.ts";
import { addResource, removeResource, reviseResource } from "#server/features/organisations/resource-service.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { createOrganisationSchema } from "#shared/features/organisations/organisation.ts";
import { buildMembership, buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

import { act, undo } from "./undo-stage.ts";

let db: Database;
let me: Person;
let cluster: Awaited<ReturnType<typeof buildOrganisation>>;
beforeEach(async () => {
  db = await openTestDatabase();
  cluster = await buildOrganisation(db, { kind: "cluster", name: "Cluster" });
  me = await buildPerson(db, cluster);
});

async function directory(): Promise<string> {
  const tables = [
    await db.read.select().from(organisations).orderBy(organisations.id),
    await db.read.select().from(memberships).orderBy(memberships.id),
    await db.read.select().from(resources).orderBy(resources.id),
  ];
  return JSON.stringify(tables, (key, value: unknown) =>
    key === "version" || key === "updatedAt" ? undefined : value,
  );
}

async function thereAndBack(work: Parameters<typeof act>[2]): Promise<void> {
  const before = await directory();
  const { groupId } = await act(db, me, work);
  const after = await directory();
  expect(after).not.toBe(before);
  const undone = await undo(db, me, groupId);
  expect(undone.skipped).toEqual([]);
  expect(await directory()).toBe(before);
  const redone = await undo(db, me, undone.groupId);
  expect(await directory()).toBe(after);
  await undo(db, me, redone.groupId);
  expect(await directory()).toBe(before);
}

const newcomer = () =>
  createOrganisationSchema.parse({
    name: "Newcomer",
    kind: "enterprise",
    vatNumber: "FI12345678",
    parentId: cluster.id,
  });
const heat = { direction: "offered", resource: "Heat", medium: "energy", amount: "5", unit: "GWh", note: "" } as const;

describe("the directory: taken back, done again, row by row as before", () => {
  test("organisation: entered with its membership, changed, removed with its resources", async () => {
    expect.hasAssertions();
    await thereAndBack((tx) => createOrganisation(tx, me, newcomer()));
    const { result } = await act(db, me, (tx) => createOrganisation(tx, me, newcomer()));
    await act(db, me, (tx) => addResource(tx, me, { organisationId: result.id, ...heat }));
    await thereAndBack((tx) =>
      reviseOrganisation(tx, me, { id: result.id, version: 1, patch: { name: "Renamed", country: "FI" } }),
    );
    const version = (await db.read.select().from(organisations)).find(({ id }) => id === result.id)!.version;
    await thereAndBack((tx) => removeOrganisation(tx, me, { id: result.id, version }));
  });

  test("resource: added, changed, removed", async () => {
    expect.hasAssertions();
    await thereAndBack((tx) => addResource(tx, me, { organisationId: cluster.id, ...heat }));
    const { result } = await act(db, me, (tx) => addResource(tx, me, { organisationId: cluster.id, ...heat }));
    await thereAndBack((tx) => reviseResource(tx, me, { id: result.id, version: 1, patch: { resource: "Steam" } }));
    const [row] = await db.read.select().from(resources);
    await thereAndBack((tx) => removeResource(tx, me, { id: result.id, version: row!.version }));
  });

  test("membership: added, changed, removed", async () => {
    expect.hasAssertions();
    const member = await buildOrganisation(db);
    const add = { organisationId: member.id, parentId: cluster.id, sinceOn: "2026-01-01", untilOn: null };
    await thereAndBack((tx) => addMembership(tx, me, add));
    const { result } = await act(db, me, (tx) => addMembership(tx, me, add));
    await thereAndBack((tx) =>
      reviseMembership(tx, me, { id: result.id, version: 1, sinceOn: "2025-01-01", untilOn: null }),
    );
    const [row] = await db.read.select().from(memberships);
    await thereAndBack((tx) => removeMembership(tx, me, { id: result.id, version: row!.version }));
  });
});

test("a member that left a cluster by itself does not let itself in again", async () => {
  const member = await buildOrganisation(db);
  const { id } = await buildMembership(db, member, cluster);
  const own = await buildPerson(db, member);
  const { groupId } = await act(db, own, (tx) => removeMembership(tx, own, { id, version: 1 }));
  expect((await faultOf(undo(db, own, groupId))).code).toBe("FORBIDDEN");
});

test("an identifier somebody else has by now keeps the organisation away", async () => {
  const { result } = await act(db, me, (tx) => createOrganisation(tx, me, newcomer()));
  const { groupId } = await act(db, me, (tx) => removeOrganisation(tx, me, { id: result.id, version: 1 }));
  await buildOrganisation(db, { vatNumber: "FI12345678" });
  expect((await faultOf(undo(db, me, groupId))).present).toContainEqual(
    expect.objectContaining({ entity: "organisation", reason: "taken" }),
  );
});
