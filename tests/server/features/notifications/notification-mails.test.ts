import { eq } from "drizzle-orm";
import { describe, expect, onTestFinished, test } from "vitest";

import { contributions, notifications, users } from "#server/db/schema/index.ts";
import { addComment } from "#server/features/comments/comment-service.ts";
import { countNotifications, listNotifications } from "#server/features/notifications/notification-queries.ts";
import {
  chooseNotificationLevel,
  markAllNotifications,
  markNotifications,
  snoozeNotifications,
} from "#server/features/notifications/notification-reader-service.ts";
import { isDue, queueDigests } from "#server/jobs/notification-digests.ts";
import { startMailQueue } from "#server/mail/mail-queue.ts";
import { buildMailPreferences } from "#tests/support/build-person.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { actAs, buildConsortium } from "#tests/support/build-consortium.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { readOutbox } from "#tests/support/outbox.ts";
import { makeTestParts } from "#tests/support/parts.ts";

const minute = 60_000;
const hour = 60 * minute;
/** A Monday, 06:00 in Helsinki. */
const monday = Date.UTC(2026, 2, 2, 4);
const secret = "Wallaby words";

async function openStage() {
  const clock = { now: monday };
  const db = await openTestDatabase({ clock: () => clock.now });
  const parts = makeTestParts(db, { clock: () => clock.now, environment: { BASE_URL: "https://consortia.example" } });
  onTestFinished(() => parts.remove());
  const queue = startMailQueue(parts, 3_600_000);
  onTestFinished(() => queue.close());
  const scene = await buildConsortium(db);
  const line = await buildContribution(db, scene.participants.member, { title: secret });
  const { member, other, coordinator } = scene.people;
  const say = (...named: Person[]) =>
    actAs(db, member, (tx) =>
      addComment(tx, member, {
        subject: "contribution",
        subjectId: line.id,
        text: secret,
        mentions: named.map(({ userId }) => userId),
      }),
    );
  const mails = async () => {
    await queue.flush();
    return await readOutbox(parts.settings.dataDirectory);
  };
  const confide = () =>
    db.housekeep((tx) =>
      tx.update(contributions).set({ confidentiality: "coordinator" }).where(eq(contributions.id, line.id)),
    );
  const addressOf = async ({ userId }: Person) =>
    (await db.read.select({ email: users.email }).from(users).where(eq(users.id, userId)))[0]?.email;
  return { clock, db, parts, queue, scene, line, say, mails, confide, addressOf, other, coordinator, member };
}

describe("the mail of a mention", () => {
  test("leaves after two minutes: who and in which project, nothing of what was said, with a way to end such mails", async () => {
    const stage = await openStage();
    await stage.say(stage.other);
    expect(await stage.mails()).toEqual([]);
    stage.clock.now += 2 * minute;
    const [mail, ...more] = await stage.mails();
    expect(more).toEqual([]);
    expect(mail?.to).toContain(await stage.addressOf(stage.other));
    expect(mail?.text).toContain(stage.scene.project.acronym);
    expect(mail?.text).toContain("https://consortia.example/notifications?open=");
    expect(mail?.text).toContain("/unsubscribe?token=mentions.");
    expect(JSON.stringify(mail)).not.toContain(secret);
  });

  test.each([
    ["was read on the page", async ({ db, other }) => db.housekeep((tx) => markAllNotifications(tx, other))],
    ["is not for its reader any more", async ({ confide }) => confide()],
    ["is not wanted", async ({ db, other }) => buildMailPreferences(db, other, { wantsMentions: false })],
  ] as [string, (stage: Awaited<ReturnType<typeof openStage>>) => Promise<unknown>][])(
    "does not leave when it %s",
    async (_why, happen) => {
      const stage = await openStage();
      await stage.say(stage.other);
      await happen(stage);
      stage.clock.now += 3 * minute;
      expect(await stage.mails()).toEqual([]);
    },
  );
});

describe("the digest", () => {
  test("leaves once a day at the person's hour, counts and acronyms alone, without what was mailed already", async () => {
    const stage = await openStage();
    await stage.say(stage.other);
    await stage.say();
    expect(await queueDigests(stage.parts)).toBe(0);
    stage.clock.now += 3 * minute;
    expect(await stage.mails()).toHaveLength(1);
    stage.clock.now = monday + 2 * hour;
    // The coordinator heard of two comments; the other was told of the mention by a mail of its own.
    expect(await queueDigests(stage.parts)).toBe(1);
    expect(await queueDigests(stage.parts)).toBe(0);
    const digest = (await stage.mails()).at(-1);
    expect(digest?.to).toContain(await stage.addressOf(stage.coordinator));
    expect(digest?.text).toContain(`- ${stage.scene.project.acronym}: 2`);
    expect(digest?.text).toContain("/unsubscribe?token=digest.");
    expect(JSON.stringify(digest)).not.toContain(secret);
    stage.clock.now += 24 * hour;
    expect(await queueDigests(stage.parts)).toBe(0);
    await stage.say();
    stage.clock.now += minute;
    expect(await queueDigests(stage.parts)).toBe(1);
    expect((await stage.mails()).at(-1)?.text).toContain(`- ${stage.scene.project.acronym}: 1`);
  });

  test("does not leave for what was read, or may not be seen, before it leaves", async () => {
    const stage = await openStage();
    await stage.say();
    stage.clock.now = monday + 3 * hour;
    expect(await queueDigests(stage.parts)).toBe(1);
    await stage.db.housekeep((tx) => markAllNotifications(tx, stage.coordinator));
    expect(await stage.mails()).toEqual([]);
  });

  test.each([
    ["before the hour", "2026-03-02T05:59:00Z", false],
    ["at the hour", "2026-03-02T06:00:00Z", true],
    ["on a Saturday", "2026-03-07T09:00:00Z", false],
    ["on a Sunday", "2026-03-08T09:00:00Z", false],
    ["in summer time", "2026-07-06T05:00:00Z", true],
  ])("is due at 8 in Helsinki: %s", (_when, at, expected) => {
    expect(isDue(Date.parse(at), null, 8, "Europe/Helsinki")).toBe(expected);
  });

  test("is due once for each day of its zone", () => {
    expect(isDue(Date.parse("2026-03-02T15:00:00Z"), Date.parse("2026-03-02T06:00:00Z"), 8, "Europe/Helsinki")).toBe(
      false,
    );
    expect(isDue(Date.parse("2026-03-03T06:00:00Z"), Date.parse("2026-03-02T21:59:00Z"), 8, "Europe/Helsinki")).toBe(
      true,
    );
  });
});

describe("the notification centre", () => {
  test("groups by record, tells the reason, and forgets what its reader may not see any more", async () => {
    const { db, say, confide, other, coordinator, line, clock } = await openStage();
    await say(other);
    await say();
    const list = (who: Person) => listNotifications(db.read, who, { show: "inbox", limit: 50 }, clock.now);
    expect((await list(coordinator)).groups).toMatchObject([
      { entityId: line.id, title: secret, items: [{ kind: "comment", reason: "owner" }, { kind: "comment" }] },
    ]);
    expect((await list(other)).groups).toMatchObject([{ title: secret, items: [{ kind: "mention" }] }]);
    await confide();
    expect((await list(other)).groups).toEqual([]);
    expect(await countNotifications(db.read, other, clock.now)).toEqual({ unread: 0 });
    expect(await countNotifications(db.read, coordinator, clock.now)).toEqual({ unread: 2 });
  });

  test("marks and puts away the own ones alone, and wakes them when their days are over", async () => {
    const { db, say, other, coordinator, clock } = await openStage();
    await say(other);
    const ids = (await db.read.select({ id: notifications.id }).from(notifications)).map(({ id }) => id);
    await db.housekeep((tx) => markNotifications(tx, coordinator, { ids, isRead: true }));
    expect(await countNotifications(db.read, other, clock.now)).toEqual({ unread: 1 });
    expect(await countNotifications(db.read, coordinator, clock.now)).toEqual({ unread: 0 });
    await db.housekeep((tx) => snoozeNotifications(tx, other, { ids, days: 3 }));
    expect(await countNotifications(db.read, other, clock.now)).toEqual({ unread: 0 });
    const snoozed = await listNotifications(db.read, other, { show: "snoozed", limit: 50 }, clock.now);
    expect(snoozed.groups).toHaveLength(1);
    await db.housekeep((tx) => markAllNotifications(tx, other));
    clock.now += 72 * hour + 1;
    expect(await countNotifications(db.read, other, clock.now)).toEqual({ unread: 1 });
  });

  test("tells as much of a project's talk as a person chose", async () => {
    const { db, scene, say, other, coordinator } = await openStage();
    const { id: projectId } = scene.project;
    const { cluster } = scene.people;
    await db.housekeep((tx) => chooseNotificationLevel(tx, coordinator, { projectId, level: "none" }));
    await db.housekeep((tx) => chooseNotificationLevel(tx, cluster, { projectId, level: "all" }));
    await say(other);
    const told = await db.read.select().from(notifications);
    expect(new Map(told.map(({ userId, params }) => [userId, params["reason"] ?? "mentioned"]))).toEqual(
      new Map([
        [other.userId, "mentioned"],
        [cluster.userId, "all"],
      ]),
    );
  });
});
