import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { dialect } from "#server/db/dialect.ts";
import {
  changes,
  mails,
  notifications,
  partLinks,
  participants,
  periods,
  projects,
  reportRequests,
  seats,
} from "#server/db/schema/index.ts";
import { reviseMailPreferences } from "#server/features/accounts/mail-preference-service.ts";
import { issuePartLink } from "#server/features/reporting/part-link-service.ts";
import { runReportingCycle } from "#server/features/reporting/reporting-cycle.ts";
import { reviseRequestSettings } from "#server/features/reporting/request-settings-service.ts";
import { partsAskedOf } from "#server/features/reporting/request-digest-queries.ts";
import { actAs, buildConsortium, type Consortium } from "#tests/support/build-consortium.ts";
import { buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { fresh } from "#tests/support/build.ts";
import { makeTestPlace, openTestDatabase, openTestPlace } from "#tests/support/database.ts";

const clock = { now: 0 };
let db: Database;
let scene: Consortium;
let period: Awaited<ReturnType<typeof buildPeriod>>;

/** An hour of a day in Helsinki summer time. */
const at = (day: string, hour = 8) => Date.parse(`${day}T00:00:00Z`) + (hour - 3) * 3_600_000;
const run = (now: number) => {
  clock.now = now;
  return runReportingCycle({ db, clock: () => clock.now });
};
const asked = async () =>
  (await db.read.select().from(reportRequests)).map(({ userId, kind, forOn }) => ({ userId, kind, forOn }));
const told = (userId: string) =>
  db.read
    .select({ kind: notifications.kind, params: notifications.params })
    .from(notifications)
    .where(eq(notifications.userId, userId));

beforeEach(async () => {
  clock.now = at("2026-06-01");
  db = await openTestDatabase({ clock: () => clock.now });
  scene = await buildConsortium(db);
  // Months 1 to 6 of a project that starts on 1 January.
  period = await buildPeriod(db, scene.project, { dueOn: "2026-07-30" });
  await buildContribution(db, scene.participants.member);
  await buildContribution(db, scene.participants.member, { title: "Second line" });
});

const daysOf = async (userId: string) => (await asked()).filter((row) => row.userId === userId).map((row) => row.forOn);

describe("the reporting cycle", () => {
  test("opens a period at its hour, once, and asks the writing people of whoever owes a report", async () => {
    await run(at("2026-06-30") - 1);
    expect(await asked()).toEqual([]);
    await run(at("2026-06-30"));
    await run(at("2026-06-30", 9));
    const { member } = scene.people;
    expect(await asked()).toEqual([{ userId: member.userId, kind: "opened", forOn: "2026-06-30" }]);
    const [opened] = await db.read.select().from(periods);
    expect(opened).toMatchObject({ openedAt: at("2026-06-30"), version: 2 });
    expect(await told(member.userId)).toEqual([
      { kind: "period-opened", params: { project: scene.project.acronym, number: "1", dueOn: "2026-07-30" } },
    ]);
    expect((await db.read.select().from(mails)).map(({ kind }) => kind)).toEqual(["report-digest"]);
    const actions = (await db.read.select().from(changes).where(eq(changes.entityId, period.id))).map(
      (row) => row.action,
    );
    expect(actions).toEqual(["opened", "asked"]);
    for (const who of ["viewer", "other", "coordinator"] as const)
      expect(await told(scene.people[who].userId)).toEqual([]);
  });

  test("reminds before and after the due day, until everything is handed in", async () => {
    const lines = [await buildContribution(db, scene.participants.other)];
    for (const day of ["2026-06-30", "2026-07-23"]) await run(at(day));
    for (const line of lines) await buildUpdate(db, line, period, { state: "submitted" });
    for (const day of ["2026-07-29", "2026-07-31", "2026-08-06", "2026-08-13", "2026-08-20"]) await run(at(day));
    expect(await daysOf(scene.people.other.userId)).toEqual(["2026-06-30", "2026-07-23"]);
    expect((await daysOf(scene.people.member.userId)).toSorted()).toEqual([
      "2026-06-30",
      "2026-07-23",
      "2026-07-29",
      "2026-07-31",
      "2026-08-06",
      "2026-08-13",
    ]);
    expect((await told(scene.people.member.userId)).map(({ kind }) => kind)).toEqual([
      "period-opened",
      ...Array<string>(5).fill("report-due"),
    ]);
  });

  test("after a standstill it opens and asks once, not once for each day that was missed", async () => {
    await run(at("2026-08-03"));
    expect(await asked()).toEqual([{ userId: scene.people.member.userId, kind: "after", forOn: "2026-07-31" }]);
    expect(await db.read.$count(mails)).toBe(1);
    expect((await db.read.select().from(periods))[0]?.openedAt).toBe(at("2026-08-03"));
  });

  test("periods long past, locked ones and projects that do not run ask nobody", async () => {
    await run(at("2026-09-30"));
    expect(await asked()).toEqual([]);
    await db.housekeep((tx) => tx.update(periods).set({ lockedAt: 1 }));
    await run(at("2026-07-01"));
    await db.housekeep((tx) => tx.update(periods).set({ lockedAt: null }));
    for (const status of ["idea", "planning", "submitted", "cancelled"] as const) {
      await db.housekeep((tx) => tx.update(projects).set({ status }));
      await run(at("2026-07-01"));
    }
    expect(await asked()).toEqual([]);
    expect((await db.read.select().from(periods))[0]?.openedAt).toBeNull();
  });

  test("several processes at once ask once", async () => {
    clock.now = at("2026-06-30");
    await Promise.all(Array.from({ length: 4 }, () => runReportingCycle({ db, clock: () => clock.now })));
    expect(await asked()).toHaveLength(1);
    expect(await db.read.$count(mails)).toBe(1);
    expect(await db.read.$count(notifications)).toBe(1);
    expect((await db.read.select().from(periods))[0]?.version).toBe(2);
  });

  test("one person writing for two members, in two projects, gets one mail that lists all parts", async () => {
    const { people, owners } = scene;
    await db.housekeep((tx) =>
      tx
        .insert(seats)
        .values({ ...fresh(), userId: people.member.userId, organisationId: owners.other.id, role: "editor" }),
    );
    await buildContribution(db, scene.participants.other);
    const second = await buildConsortium(db);
    const own = await db.read.select().from(participants).where(eq(participants.id, second.participants.member.id));
    await db.housekeep((tx) =>
      tx
        .insert(seats)
        .values({ ...fresh(), userId: people.member.userId, organisationId: own[0]!.organisationId, role: "manager" }),
    );
    await buildPeriod(db, second.project, { dueOn: "2026-07-15" });
    await buildContribution(db, second.participants.member);
    await run(at("2026-06-30"));
    const mine = (await asked()).filter(({ userId }) => userId === people.member.userId);
    expect(mine).toHaveLength(3);
    // The managers of the other two members have their own.
    expect(await db.read.$count(mails)).toBe(3);
    const parts = await partsAskedOf(db.read, people.member.userId);
    expect(parts.map(({ dueOn, organisationName, missing }) => [dueOn, organisationName, missing])).toEqual([
      ["2026-07-15", "Mover", 1],
      ["2026-07-30", "Mover", 2],
      ["2026-07-30", "Other", 1],
    ]);
  });

  test("a project that does not ask by mail tells in the program; who wants no requests gets no mail either", async () => {
    const revise = (version: number | null, asksByMail: boolean) =>
      actAs(db, scene.people.coordinator, (tx) =>
        reviseRequestSettings(tx, scene.people.coordinator, {
          projectId: scene.project.id,
          version,
          patch: { asksByMail },
        }),
      );
    await revise(null, false);
    await run(at("2026-06-30"));
    expect(await db.read.$count(mails)).toBe(0);
    expect(await told(scene.people.member.userId)).toHaveLength(1);
    await revise(1, true);
    await actAs(db, scene.people.member, (tx) =>
      reviseMailPreferences(tx, scene.people.member, { version: null, patch: { wantsRequests: false } }),
    );
    await run(at("2026-07-23"));
    expect(await db.read.$count(mails)).toBe(0);
    expect(await told(scene.people.member.userId)).toHaveLength(2);
  });

  test("a colleague the member named for an earlier period is asked, as long as the one who named writes for it", async () => {
    const colleague = await buildPerson(db);
    const first = await buildPeriod(db, scene.project, { number: 2, startMonth: 7, endMonth: 12, dueOn: "2027-01-30" });
    await db.housekeep((tx) =>
      issuePartLink(tx, {
        projectId: scene.project.id,
        participantId: scene.participants.member.id,
        periodId: first.id,
        userId: colleague.userId,
        kind: "mail",
        namedById: scene.people.member.userId,
      }),
    );
    await run(at("2026-06-30"));
    expect((await asked()).map(({ userId }) => userId).toSorted()).toEqual(
      [scene.people.member.userId, colleague.userId].toSorted(),
    );
    await db.housekeep((tx) => tx.update(partLinks).set({ revokedAt: 1 }));
    await run(at("2026-07-23"));
    expect((await asked()).filter(({ forOn }) => forOn === "2026-07-23").map(({ userId }) => userId)).toEqual([
      scene.people.member.userId,
    ]);
  });
});

// The embedded database belongs to one process alone; on PostgreSQL several may share it.
test.skipIf(dialect !== "postgres")("several servers on one database ask once", async () => {
  clock.now = at("2026-06-01");
  const place = await makeTestPlace();
  const servers = await Promise.all(Array.from({ length: 3 }, () => openTestPlace(place, { clock: () => clock.now })));
  onTestFinished(async () => {
    await Promise.all(servers.map((each) => each.close()));
    await place.remove();
  });
  const [first] = servers;
  const shared = await buildConsortium(first!);
  await buildPeriod(first!, shared.project, { dueOn: "2026-07-30" });
  for (const owner of ["coordinator", "member", "other"] as const)
    await buildContribution(first!, shared.participants[owner]);
  clock.now = at("2026-06-30");
  await Promise.all(servers.map((each) => runReportingCycle({ db: each, clock: () => clock.now })));
  expect(await first!.read.$count(reportRequests)).toBe(3);
  expect(await first!.read.$count(mails)).toBe(3);
  expect(await first!.read.$count(notifications)).toBe(3);
  expect((await first!.read.select().from(periods))[0]?.version).toBe(2);
});
