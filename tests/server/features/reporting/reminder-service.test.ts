import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { mails, notifications, periods, seats } from "#server/db/schema/index.ts";
import { listChanges } from "#server/features/changes/change-queries.ts";
import { showPeriodStatus } from "#server/features/reporting/period-status-queries.ts";
import { remindMembers } from "#server/features/reporting/reminder-service.ts";
import { saveUpdate, submitUpdate } from "#server/features/reporting/update-service.ts";
import { actAs, buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { outcomeOf } from "#tests/support/outcome.ts";

const day = 86_400_000;
const start = Date.UTC(2026, 6, 20, 9);
const clock = { now: start };
let db: Database;
let scene: Consortium;
let period: Awaited<ReturnType<typeof buildPeriod>>;
let line: Awaited<ReturnType<typeof buildContribution>>;

beforeEach(async () => {
  clock.now = start;
  db = await openTestDatabase({ clock: () => clock.now });
  scene = await buildConsortium(db);
  period = await buildPeriod(db, scene.project, { dueOn: "2026-07-30" });
  line = await buildContribution(db, scene.participants.member);
  await buildContribution(db, scene.participants.other);
});

const as = (who: Standpoint) => scene.people[who];
const remind = (who: Standpoint, participantIds: string[] | null) =>
  actAs(db, as(who), (tx) => remindMembers(tx, as(who), { id: period.id, participantIds }));
const status = async (who: Standpoint) => showPeriodStatus(db.read, as(who), { id: period.id });

describe("reminding by hand", () => {
  test("one member or all late ones, by mail and notification, once a day", async () => {
    const { member } = scene.participants;
    expect(await remind("coordinator", [member.id])).toEqual({ members: 1, people: 1 });
    expect(await outcomeOf(remind("coordinator", [member.id]))).toBe("ASKED_TODAY");
    // Of all that are late only the other one is left for today.
    expect(await remind("coordinator", null)).toEqual({ members: 1, people: 1 });
    expect(await outcomeOf(remind("coordinator", null))).toBe("ASKED_TODAY");
    expect((await db.read.select().from(mails)).map(({ kind }) => kind)).toEqual(["report-digest", "report-digest"]);
    expect((await db.read.select().from(notifications)).map(({ kind }) => kind)).toEqual(["reminder", "reminder"]);
    clock.now += day;
    expect(await remind("coordinator", null)).toEqual({ members: 2, people: 2 });
  });

  test("many taps at once remind once", async () => {
    const taps = await Promise.allSettled(Array.from({ length: 8 }, () => remind("coordinator", null)));
    expect(taps.filter((tap) => tap.status === "fulfilled")).toHaveLength(1);
    expect(await db.read.$count(notifications)).toBe(2);
  });

  test("only the coordinator, only an open period, only whoever owes something and has somebody", async () => {
    for (const who of ["member", "viewer", "other", "cluster", "reader"] as const)
      expect(await outcomeOf(remind(who, null))).toBe("FORBIDDEN");
    expect(await outcomeOf(remind("outsider", null))).toBe("NOT_FOUND");
    expect(await outcomeOf(remind("coordinator", [scene.participants.coordinator.id]))).toBe("NOTHING_MISSING");
    await db.housekeep((tx) => tx.delete(seats).where(eq(seats.organisationId, scene.owners.other.id)));
    expect(await outcomeOf(remind("coordinator", [scene.participants.other.id]))).toBe("NOBODY_TO_ASK");
    await db.housekeep((tx) => tx.update(periods).set({ lockedAt: 1 }));
    expect(await outcomeOf(remind("coordinator", null))).toBe("PERIOD_LOCKED");
  });

  test("who was reminded is known to that member and the coordinator alone", async () => {
    await remind("coordinator", [scene.participants.member.id]);
    const acts = async (who: Standpoint) =>
      (await listChanges(db.read, as(who), { projectId: scene.project.id, limit: 50 })).rows.map(
        ({ action }) => action,
      );
    expect(await acts("coordinator")).toContain("reminded");
    expect(await acts("member")).toContain("reminded");
    expect(await acts("other")).not.toContain("reminded");
  });
});

describe("the status of a period", () => {
  test("the coordinator sees every member that owes reports, by state, and when it was asked", async () => {
    const more = await Promise.all([1, 2, 3].map(() => buildContribution(db, scene.participants.member)));
    for (const [index, state] of (["submitted", "returned", "accepted"] as const).entries())
      await buildUpdate(db, more[index]!, period, { state });
    await remind("coordinator", [scene.participants.other.id]);
    expect(await status("coordinator")).toEqual({
      dueOn: "2026-07-30",
      timeZone: "Europe/Helsinki",
      openedAt: null,
      mayRemind: true,
      members: [
        {
          participantId: scene.participants.member.id,
          number: 2,
          memberName: "Mover",
          expected: 4,
          missing: 1,
          returned: 1,
          submitted: 1,
          accepted: 1,
          lastAsked: null,
        },
        {
          participantId: scene.participants.other.id,
          number: 3,
          memberName: "Other",
          expected: 1,
          missing: 1,
          returned: 0,
          submitted: 0,
          accepted: 0,
          lastAsked: { kind: "reminder", at: start },
        },
      ],
    });
  });

  test("a member sees its own part, readers nothing of anybody", async () => {
    const names = async (who: Standpoint) => (await status(who)).members.map(({ memberName }) => memberName);
    expect(await names("member")).toEqual(["Mover"]);
    expect(await names("other")).toEqual(["Other"]);
    for (const who of ["invited", "cluster", "reader"] as const) expect(await names(who)).toEqual([]);
    expect(await outcomeOf(status("outsider"))).toBe("NOT_FOUND");
    expect((await status("member")).mayRemind).toBe(false);
  });

  test("whether a draft was begun shows nowhere: not in the status, not in the history", async () => {
    const seen = async () => ({
      status: await status("coordinator"),
      history: await listChanges(db.read, as("coordinator"), { projectId: scene.project.id, limit: 50 }),
    });
    const before = await seen();
    const save = (version: number | null, deliveredPmHundredths: number) =>
      actAs(db, as("member"), (tx) =>
        saveUpdate(tx, as("member"), {
          contributionId: line.id,
          periodId: period.id,
          version,
          patch: { deliveredPmHundredths },
        }),
      );
    const first = await save(null, 10);
    clock.now += 60_000;
    const draft = await save(first.version, 20);
    expect(await seen()).toEqual(before);
    expect((await listChanges(db.read, as("member"), { projectId: scene.project.id, limit: 50 })).rows).toMatchObject([
      { action: "saved" },
    ]);
    await actAs(db, as("member"), (tx) => submitUpdate(tx, as("member"), { id: draft.id, version: draft.version }));
    expect((await seen()).status.members[0]).toMatchObject({ missing: 0, submitted: 1 });
  });
});
