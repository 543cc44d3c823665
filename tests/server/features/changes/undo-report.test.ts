import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { contributions, offers, periods, updates } from "#server/db/schema/index.ts";
import { lockPeriod } from "#server/features/reporting/period-service.ts";
import { acceptManyUpdates, acceptUpdate, returnUpdate } from "#server/features/reporting/review-service.ts";
import { saveUpdate, submitUpdate } from "#server/features/reporting/update-service.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { buildContribution, buildPeriod } from "#tests/support/build-contribution.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

import { act, undo } from "./undo-stage.ts";

const hour = 3_600_000;
let now: number;
let db: Database;
let team: Awaited<ReturnType<typeof buildTeam>>;
let member: Person;
let coordinator: Person;
beforeEach(async () => {
  now = Date.now();
  db = await openTestDatabase({ clock: () => now });
  team = await buildTeam(db);
  ({ member, coordinator } = team.people);
});

/** The ledger with every offer and report, but for how often and when it was written. */
async function ledger(): Promise<string> {
  const tables = [
    await db.read.select().from(contributions).orderBy(contributions.id),
    await db.read.select().from(offers).orderBy(offers.id),
    await db.read.select().from(updates).orderBy(updates.id),
    await db.read.select().from(periods).orderBy(periods.id),
  ];
  return JSON.stringify(tables, (key, value: unknown) =>
    key === "version" || key === "updatedAt" ? undefined : value,
  );
}

async function thereAndBack(person: Person, work: Parameters<typeof act>[2]): Promise<void> {
  const before = await ledger();
  const { groupId } = await act(db, person, work);
  const after = await ledger();
  expect(after).not.toBe(before);
  const undone = await undo(db, person, groupId);
  expect(undone.skipped).toEqual([]);
  expect(await ledger()).toBe(before);
  const redone = await undo(db, person, undone.groupId);
  expect(redone.isRedo).toBe(true);
  expect(await ledger()).toBe(after);
  await undo(db, person, redone.groupId);
  expect(await ledger()).toBe(before);
}

async function draft() {
  const line = await buildContribution(db, team.member, { state: "agreed", effortPmHundredths: null });
  const period = await buildPeriod(db, team.project);
  const begun = await act(db, member, (tx) =>
    saveUpdate(tx, member, {
      contributionId: line.id,
      periodId: period.id,
      version: null,
      patch: {
        deliveredCents: 100,
        deliveredPmHundredths: 10,
        progressBp: 100,
        text: "Begun",
      },
    }),
  );
  now += 1_000;
  const saved = await act(db, member, (tx) =>
    saveUpdate(tx, member, {
      contributionId: line.id,
      periodId: period.id,
      version: begun.result.version,
      patch: { text: "Done" },
    }),
  );
  return { ...saved, period };
}

const reportRef = async () => {
  const [row] = await db.read.select().from(updates);
  return { id: row!.id, version: row!.version };
};

describe("a report", () => {
  test("handed in is a draft again until it was reviewed; saving is no act to take back", async () => {
    const { groupId } = await draft();
    expect((await faultOf(undo(db, member, groupId))).appCode).toBe("NOT_UNDOABLE");
    const before = await ledger();
    const ref = await reportRef();
    const submitted = await act(db, member, (tx) => submitUpdate(tx, member, ref));
    await undo(db, member, submitted.groupId);
    expect(await ledger()).toBe(before);
    const again = await reportRef();
    const second = await act(db, member, (tx) => submitUpdate(tx, member, again));
    const third = await reportRef();
    await act(db, coordinator, (tx) => returnUpdate(tx, coordinator, { ...third, note: "More" }));
    expect(await faultOf(undo(db, member, second.groupId))).toMatchObject({ present: [{ reason: "changed" }] });
    const returned = await ledger();
    const fourth = await reportRef();
    now += 1_000;
    const handedIn = await act(db, member, (tx) => submitUpdate(tx, member, fourth));
    await undo(db, member, handedIn.groupId);
    expect(await ledger()).toBe(returned);
  });

  test("an acceptance is taken back by its reviewer within the hour, while the period is open", async () => {
    const { period } = await draft();
    const ref = await reportRef();
    await act(db, member, (tx) => submitUpdate(tx, member, ref));
    const submitted = await reportRef();
    await thereAndBack(coordinator, (tx) => acceptUpdate(tx, coordinator, submitted));
    const again = await reportRef();
    const many = await act(db, coordinator, (tx) =>
      acceptManyUpdates(tx, coordinator, { projectId: team.project.id, updates: [again] }),
    );
    // The last acceptance closed the period; somebody opened and closed it since.
    const lock = async (locked: boolean) => {
      now += 1_000;
      const [{ version } = { version: 0 }] = await db.read.select().from(periods).where(eq(periods.id, period.id));
      return act(db, coordinator, (tx) => lockPeriod(tx, coordinator, { id: period.id, version, locked }));
    };
    await lock(false);
    const { groupId } = await lock(true);
    expect(await faultOf(undo(db, coordinator, many.groupId))).toMatchObject({
      present: expect.arrayContaining([expect.objectContaining({ entity: "update", reason: "locked" })]),
    });
    await undo(db, coordinator, groupId);
    now += hour + 1;
    expect(await faultOf(undo(db, coordinator, many.groupId))).toMatchObject({
      present: expect.arrayContaining([expect.objectContaining({ entity: "update", reason: "too-late" })]),
    });
  });
});
