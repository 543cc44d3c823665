import { count, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import {
  contributions,
  milestones,
  organisations,
  participants,
  projects,
  seats,
  streams,
  updates,
} from "#server/db/schema/index.ts";
import { removeSample } from "#server/features/samples/sample-removal-service.ts";
import { loadSample } from "#server/features/samples/sample-service.ts";
import { contributionKinds, contributionStates } from "#shared/features/contributions/contribution-words.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { updateStates } from "#shared/features/reporting/update-words.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildParticipant, buildProject } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";

let db: Database;
let person: Person;

beforeEach(async () => {
  db = await openTestDatabase();
  person = await buildPerson(db, await buildOrganisation(db, { kind: "cluster" }), "manager", true);
});
afterEach(() => db.close());

const actor = () => ({ userId: person.userId, actingForId: null });
const load = () => db.transact(actor(), (tx) => loadSample(tx, person.userId));
const remove = () => db.transact(actor(), (tx) => removeSample(tx));

async function countOf(
  table: typeof projects | typeof contributions | typeof organisations | typeof updates,
): Promise<number> {
  const [row] = await db.read.select({ rows: count() }).from(table);
  return Number(row?.rows);
}

describe("the sample", () => {
  test("holds eight enterprises, six streams, sixty lines of all kinds and states, and reports of two periods", async () => {
    const { projectId } = await load();
    const members = await db.read.select().from(participants).where(eq(participants.projectId, projectId));
    expect(members).toHaveLength(9);
    expect(members.filter((row) => row.role === "coordinator")).toHaveLength(1);
    const enterprises = await db.read.select().from(organisations).where(eq(organisations.kind, "enterprise"));
    expect(enterprises).toHaveLength(8);
    expect(new Set(enterprises.map((row) => row.country)).size).toBe(8);
    expect(enterprises.some((row) => /\p{Script=Cyrillic}/u.test(row.nativeName ?? ""))).toBe(true);
    expect(await db.read.select().from(streams)).toHaveLength(6);
    expect((await db.read.select().from(milestones)).length).toBeGreaterThan(5);
    const lines = await db.read.select().from(contributions);
    expect(lines).toHaveLength(60);
    expect(new Set(lines.map((row) => row.kind))).toEqual(new Set(contributionKinds));
    expect(new Set(lines.map((row) => row.state))).toEqual(new Set(contributionStates));
    const reports = await db.read.select().from(updates);
    expect(new Set(reports.map((row) => row.periodId)).size).toBe(2);
    expect(new Set(reports.map((row) => row.state))).toEqual(new Set(updateStates));
  });

  test("never reports more than was agreed", async () => {
    await load();
    const lines = new Map((await db.read.select().from(contributions)).map((row) => [row.id, row]));
    const delivered = new Map<string, number>();
    for (const report of await db.read.select().from(updates)) {
      delivered.set(report.contributionId, (delivered.get(report.contributionId) ?? 0) + (report.deliveredCents ?? 0));
    }
    expect(delivered.size).toBeGreaterThan(20);
    for (const [id, cents] of delivered) expect(cents).toBeLessThanOrEqual(lines.get(id)?.valueCents ?? 0);
  });

  test("gives who loads it seats to look from several sides, and is refused a second time", async () => {
    await load();
    const own = await db.read.select().from(seats).where(eq(seats.userId, person.userId));
    expect(own).toHaveLength(4);
    await expect(load()).rejects.toMatchObject({ appCode: "SAMPLE_PRESENT" });
  });

  test("goes away whole and can come again", async () => {
    const before = await countOf(organisations);
    await load();
    await expect(remove()).resolves.toEqual({ removedProjects: 1, removedOrganisations: 11, keptOrganisations: 0 });
    expect([await countOf(projects), await countOf(contributions), await countOf(updates)]).toEqual([0, 0, 0]);
    expect(await countOf(organisations)).toBe(before);
    await expect(remove()).resolves.toMatchObject({ removedProjects: 0 });
    await expect(load()).resolves.toHaveProperty("projectId");
  });

  test("leaves organisations that a project of your own has come to use", async () => {
    await load();
    const [used] = await db.read.select().from(organisations).where(eq(organisations.shortName, "Lendtherm"));
    const own = await buildProject(db);
    await buildParticipant(db, own, used!);
    await expect(remove()).resolves.toMatchObject({ keptOrganisations: 1, removedOrganisations: 10 });
    const [kept] = await db.read.select().from(organisations).where(eq(organisations.id, used!.id));
    expect(kept?.sample).toBe(false);
  });
});
