import { describe, expect, test } from "vitest";

import { listProjects } from "#server/features/projects/project-list-queries.ts";
import { showProjectOverview } from "#server/features/projects/project-overview-queries.ts";
import { listProjectsSchema } from "#shared/features/projects/project-list.ts";
import { projectOverviewSchema } from "#shared/features/projects/project-overview.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { builtAt } from "#tests/support/build.ts";
import { buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { buildMembership, buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildMilestone, buildParticipant, buildProject, buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";

type Opened = Awaited<ReturnType<typeof openTestDatabase>>;
const list = (db: Opened, person: Person, input: object = {}) =>
  listProjects(db.read, person, listProjectsSchema.parse(input));
const acronyms = async (db: Opened, person: Person, input: object = {}) =>
  (await list(db, person, input)).rows.map((row) => row.acronym);

/** A running team with one confidential line of the member and an open line of the coordinator. */
async function buildLedger(db: Opened) {
  const team = await buildTeam(db, { visibility: "public", acronym: "LEDGER" });
  const open = await buildContribution(db, team.coordinator, { valueCents: 300_00 });
  const hidden = await buildContribution(db, team.member, { valueCents: 700_00, confidentiality: "coordinator" });
  await buildContribution(db, team.coordinator, { valueCents: 999_00, state: "proposed" });
  const period = await buildPeriod(db, team.project, { dueOn: "2026-02-01", endMonth: 1 });
  await buildPeriod(db, team.project, { number: 2, startMonth: 2, endMonth: 6, dueOn: "2026-07-30" });
  await buildUpdate(db, open, period, { deliveredCents: 100_00 });
  await buildUpdate(db, hidden, period, { deliveredCents: 50_00, state: "returned" });
  return team;
}

describe("the portfolio", () => {
  test("adds up what the reader may know and says confidential, not zero, of the rest", async () => {
    const db = await openTestDatabase();
    const { people } = await buildLedger(db);
    const row = async (person: Person) => (await list(db, person)).rows[0];
    expect(await row(people.coordinator)).toMatchObject({
      agreedCents: 1_000_00,
      deliveredCents: 100_00,
      members: 2,
      streams: 0,
      nextDueOn: "2026-07-30",
      lateMembers: 1,
      role: "coordinator",
    });
    // One hidden member: the total minus what one sees would be its figure.
    expect(await row(people.cluster)).toMatchObject({
      agreedCents: null,
      deliveredCents: 100_00,
      lateMembers: 0,
      role: null,
    });
    expect(await row(people.member)).toMatchObject({ agreedCents: 1_000_00, lateMembers: 1, role: "beneficiary" });
    expect(await row(people.outsider)).toMatchObject({ agreedCents: null, deliveredCents: null, lateMembers: null });
  });

  test("orders by value without telling the order of what is confidential", async () => {
    const db = await openTestDatabase();
    const { people, cluster, coordinator } = await buildLedger(db);
    const small = await buildProject(db, { acronym: "SMALL", clusterId: cluster.id });
    const lead = await buildParticipant(
      db,
      small,
      { id: coordinator.organisationId },
      { role: "coordinator", number: 1 },
    );
    await buildContribution(db, lead, { valueCents: 1_00 });
    await buildProject(db, { acronym: "EMPTY", clusterId: cluster.id });
    expect(await acronyms(db, people.cluster, { sort: "value", descending: true })).toEqual([
      "SMALL",
      "EMPTY",
      "LEDGER",
    ]);
    expect(await acronyms(db, people.cluster, { sort: "value" })).toEqual(["EMPTY", "SMALL", "LEDGER"]);
    expect(await acronyms(db, people.coordinator, { sort: "value", descending: true })).toEqual(["LEDGER", "SMALL"]);
  });

  test("narrows by text, status, cluster, own role, country of a member and visibility, and counts all pages", async () => {
    const db = await openTestDatabase();
    const { people, lead, cluster } = await buildTeam(db, { acronym: "ÖKO", search: "oko city heat", sortName: "oko" });
    const abroad = await buildOrganisation(db, { country: "RU" });
    const plan = await buildProject(db, {
      acronym: "PLAN",
      status: "planning",
      clusterId: cluster.id,
      visibility: "cluster",
    });
    await buildParticipant(db, plan, abroad, { number: 1, role: "coordinator" });
    await buildParticipant(db, plan, lead, { number: 2, state: "invited" });
    await buildProject(db, { acronym: "HIDDEN" });
    const seen = (input: object) => acronyms(db, people.coordinator, input);
    expect(await seen({})).toEqual(["ÖKO", "PLAN"]);
    expect(await seen({ search: "Ökö" })).toEqual(["ÖKO"]);
    expect(await seen({ search: "%" })).toEqual([]);
    expect(await seen({ status: ["planning", "idea"] })).toEqual(["PLAN"]);
    expect(await seen({ clusterId: cluster.id })).toEqual(["ÖKO", "PLAN"]);
    expect(await seen({ role: "coordinator" })).toEqual(["ÖKO"]);
    expect(await seen({ role: "beneficiary" })).toEqual(["PLAN"]);
    expect(await acronyms(db, people.cluster, { role: "none" })).toEqual(["ÖKO", "PLAN"]);
    expect(await seen({ country: "RU" })).toEqual(["PLAN"]);
    expect(await seen({ visibility: "cluster" })).toEqual(["PLAN"]);
    expect(await list(db, people.coordinator, { pageSize: 1, page: 2 })).toMatchObject({
      rows: [{ acronym: "PLAN", isInvited: true }],
      total: 2,
    });
  });

  test.each([
    ["acronym", ["A", "B", "C"]],
    ["status", ["B", "C", "A"]],
    ["start", ["C", "A", "B"]],
    ["updated", ["B", "A", "C"]],
    ["members", ["A", "C", "B"]],
  ])("sorts by %s, the unknown last", async (sort, expected) => {
    const db = await openTestDatabase();
    const cluster = await buildOrganisation(db, { kind: "cluster" });
    const person = await buildPerson(db, cluster);
    const base = { clusterId: cluster.id };
    await buildProject(db, { ...base, acronym: "A", status: "running", startOn: "2026-05-01", updatedAt: builtAt + 2 });
    const b = await buildProject(db, { ...base, acronym: "B", status: "idea", startOn: null, updatedAt: builtAt + 1 });
    const c = await buildProject(db, {
      ...base,
      acronym: "C",
      status: "planning",
      startOn: "2025-01-01",
      updatedAt: builtAt + 3,
    });
    for (const number of [1, 2]) await buildParticipant(db, b, await buildOrganisation(db), { number });
    await buildParticipant(db, c, await buildOrganisation(db), { number: 1 });
    expect(await acronyms(db, person, { sort })).toEqual(expected);
  });

  test("is as long as the reader's rights, membership by membership", async () => {
    const db = await openTestDatabase();
    const { cluster, stranger, people } = await buildTeam(db, { visibility: "cluster" });
    expect((await list(db, people.outsider)).total).toBe(0);
    await buildMembership(db, stranger, cluster, "2026-03-01");
    expect((await list(db, people.outsider)).total).toBe(0);
    const other = await buildOrganisation(db);
    await buildMembership(db, other, cluster, "2026-03-02");
    expect((await list(db, await buildPerson(db, other))).total).toBe(1);
  });

  test("keeps adding up over more projects than one statement takes", async () => {
    const db = await openTestDatabase();
    const { cluster, people, coordinator } = await buildTeam(db);
    for (let index = 0; index < 105; index += 1) {
      const project = await buildProject(db, { acronym: `P${String(index).padStart(3, "0")}`, clusterId: cluster.id });
      const lead = await buildParticipant(
        db,
        project,
        { id: coordinator.organisationId },
        { role: "coordinator", number: 1 },
      );
      await buildContribution(db, lead, { valueCents: index });
    }
    const first = await list(db, people.cluster, { sort: "value", descending: true, pageSize: 3 });
    expect(first.rows.map((row) => row.agreedCents)).toEqual([104, 103, 102]);
    expect(first.total).toBe(106);
  });
});

describe("the overview", () => {
  test("shows each reader the project, and only what the reader may know of its figures", async () => {
    const db = await openTestDatabase();
    const { project, member, people } = await buildLedger(db);
    await buildStream(db, project, { number: 1, leadParticipantId: member.id });
    await buildMilestone(db, project, { dueMonth: 2 });
    await buildMilestone(db, project, { reachedOn: "2026-02-01" });
    const show = async (person: Person) =>
      projectOverviewSchema.parse(await showProjectOverview(db.read, person, project.id, builtAt));
    const board = await show(people.coordinator);
    expect(board).toMatchObject({
      project: { relation: "coordinator" },
      participants: [
        { number: 1, isOwn: true },
        { number: 2, isOwn: false },
      ],
      streams: [{ code: "S1", warnings: [] }],
      milestones: [{ isLate: true }],
      milestonesReached: 1,
      periods: [{ number: 1 }, { number: 2 }],
      attention: { proposedLines: 1, lateReports: [{ participantId: member.id, lines: 1 }] },
    });
    expect(board.balance.value.agreed).toBe(1_000_00);
    const cluster = await show(people.cluster);
    expect(cluster.balance.value.agreed).toBeNull();
    expect(cluster.attention).toMatchObject({ lateReports: [] });
    const reader = await show(people.outsider);
    expect(reader.attention).toBeNull();
    expect(JSON.stringify(reader)).not.toMatch(/70000|30000|100000/);
  });
});
