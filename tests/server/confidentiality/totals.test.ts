import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { callerOf } from "#tests/support/caller.ts";
import { buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildParticipant } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { makeTestParts, type TestParts } from "#tests/support/parts.ts";

let db: Database;
let scene: Consortium;
let parts: TestParts;

beforeEach(async () => {
  db = await openTestDatabase();
  scene = await buildConsortium(db);
  parts = makeTestParts(db);
  return () => parts.remove();
});

type Owner = keyof Consortium["participants"];
const secretLine = (of: Owner) =>
  buildContribution(db, scene.participants[of], { valueCents: 5_000_000, confidentiality: "coordinator" });

/** The project's agreed total wherever this person is told one. */
async function totalsToldTo(who: Standpoint): Promise<(number | null)[]> {
  const caller = callerOf(parts, scene.people[who]);
  const projectId = scene.project.id;
  const lists = await Promise.all([caller.project.list({}), caller.project.list({ sort: "value" })]);
  const balance = await caller.contribution.balance({ projectId });
  const overview = await caller.project.overview({ projectId });
  const { portfolio } = await caller.home.show({});
  const rows = [...lists.flatMap((list) => list.rows), ...(portfolio?.rows ?? [])];
  return [...rows.map((row) => row.agreedCents), balance.value.agreed, overview.balance.value.agreed];
}

const told = async (who: Standpoint) => [...new Set(await totalsToldTo(who))];

describe("a project's total over confidential lines", () => {
  test("is kept from whoever contributes nothing while a member could subtract its own part from it", async () => {
    for (const of of ["coordinator", "member", "other"] as const) await secretLine(of);
    for (const who of ["reader", "cluster", "invited"] as const) expect(await told(who), who).toEqual([null]);
    expect(await told("coordinator")).toEqual([15_000_000]);
  });

  test("is told to them when three others stand behind it from every member's point of view", async () => {
    for (const of of ["coordinator", "member", "other", "invited"] as const) await secretLine(of);
    for (const who of ["reader", "cluster", "member"] as const) expect(await told(who), who).toEqual([20_000_000]);
  });

  test("goes with its shares", async () => {
    for (const of of ["coordinator", "member", "other"] as const) await secretLine(of);
    await buildContribution(db, scene.participants.invited, { valueCents: 1_000_000 });
    const { participants } = await callerOf(parts, scene.people.cluster).contribution.balance({
      projectId: scene.project.id,
    });
    expect(participants.map((row) => row.shareBp)).toEqual([null, null, null, null]);
  });

  test("counts an organisation once, however many roles it has", async () => {
    const { member, other } = scene.owners;
    const roles = ["affiliated-entity", "subcontractor", "third-party"] as const;
    const rows = [];
    for (const [index, role] of roles.entries())
      rows.push(await buildParticipant(db, scene.project, member, { number: 10 + index, role, state: "accepted" }));
    for (const row of rows) await buildContribution(db, row, { valueCents: 5_000_000, confidentiality: "coordinator" });
    expect(other.id).not.toBe(member.id);
    for (const who of ["other", "cluster", "reader"] as const) expect(await told(who), who).toEqual([null]);
    expect(await told("member")).toEqual([15_000_000]);
  });
});
