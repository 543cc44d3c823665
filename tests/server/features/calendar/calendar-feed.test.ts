import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";

import { calendarFeeds, milestones, participants, projects, seats } from "#server/db/schema/index.ts";
import { showCalendar } from "#server/features/calendar/calendar-queries.ts";
import { openCalendar, revokeCalendar } from "#server/features/calendar/calendar-service.ts";
import { startTestApp, type TestApp } from "#tests/support/app.ts";
import { actAs, buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildDeliverable } from "#tests/support/build-plan.ts";
import { buildMilestone, buildStream } from "#tests/support/build-project.ts";
import { faultOf } from "#tests/support/fault-of.ts";

let now = Date.UTC(2026, 10, 23, 9);
let app: TestApp;
let consortium: Consortium;
const token = (sign: string) => `c${sign.repeat(32)}`;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 23, 9);
  app = await startTestApp({ clock: () => now });
  const { db } = app.parts;
  consortium = await buildConsortium(db);
  const { project, participants: rows } = consortium;
  await db.housekeep((tx) => tx.update(projects).set({ startOn: "2026-01-15" }).where(eq(projects.id, project.id)));
  const stream = await buildStream(db, project, { number: 1, code: "S1" });
  await buildMilestone(db, project, { number: 1, title: "First heat", dueMonth: 2, streamIds: [stream.id] });
  await buildDeliverable(db, stream, {
    number: 1,
    title: "Report; drying",
    dueMonth: 3,
    state: "draft",
    leadParticipantId: rows.member.id,
  });
  await buildDeliverable(db, stream, { number: 2, title: "Nobody knows when", dueMonth: null });
});

const open = (as: Standpoint, sign: string) =>
  actAs(app.parts.db, consortium.people[as], (tx) =>
    openCalendar(tx, consortium.people[as], { projectId: consortium.project.id, token: token(sign) }),
  );
const fetchFeed = (sign: string, headers: Record<string, string> = {}) =>
  fetch(`${app.url}/calendar/${token(sign)}.ics`, { headers });

const sequences = (from: string) => [...from.matchAll(/SEQUENCE:(\d+)/g)].map(([, each]) => Number(each));
const body = async (answer: Response) => (await answer.text()).replace(/"requestId":"[^"]*"/, "");

describe("a secret address", () => {
  test("gives the plan's days to a program without a cookie, and says when nothing is new", async () => {
    await open("member", "a");
    const answer = await fetchFeed("a");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("private, no-cache");
    const text = await answer.text();
    // Months run from the 15th to the 14th.
    expect(text).toMatch(/DTSTART;VALUE=DATE:20260314\r\nDTEND;VALUE=DATE:20260315\r\nSUMMARY:\S+ M1: First heat\r\n/);
    expect(text).toMatch(
      /DTSTART;VALUE=DATE:20260414\r\nDTEND;VALUE=DATE:20260415\r\nSUMMARY:\S+ D1\.1: Report\\; drying/,
    );
    expect(text).toContain("CATEGORIES:Deliverable,S1");
    expect(text.replaceAll("\r\n ", "")).toContain("Type: R\\nStatus: draft\\nLead: Mover");
    expect(text).not.toContain("Nobody knows when");
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    const etag = answer.headers.get("etag") ?? "";
    const again = await fetchFeed("a", { "if-none-match": `W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const { db } = app.parts;
    await db.housekeep((tx) => tx.update(milestones).set({ title: "First warmth", version: 2, updatedAt: now }));
    const changed = await fetchFeed("a", { "if-none-match": etag });
    expect(changed.status).toBe(200);
    const renewed = await changed.text();
    expect(sequences(renewed)[0]).toBe((sequences(text)[0] ?? 0) + 1);
    expect(renewed.match(/UID:milestone[^\r]*/)?.[0]).toBe(text.match(/UID:milestone[^\r]*/)?.[0]);
  });

  test("is kept as a hash alone, notes its use, and ends when another is opened or it is revoked", async () => {
    const { db } = app.parts;
    const { people, project } = consortium;
    await open("member", "a");
    const stored = JSON.stringify(await db.read.select().from(calendarFeeds));
    expect(stored).not.toContain(token("a"));
    await fetchFeed("a");
    expect((await showCalendar(db.read, people.member, project.id)).feed?.lastUsedAt).toBe(now);
    await open("member", "b");
    expect([(await fetchFeed("a")).status, (await fetchFeed("b")).status]).toEqual([404, 200]);
    await open("other", "d");
    await actAs(db, people.member, (tx) => revokeCalendar(tx, people.member, { projectId: project.id }));
    expect([(await fetchFeed("b")).status, (await fetchFeed("d")).status]).toEqual([404, 200]);
    expect(await showCalendar(db.read, people.member, project.id)).toMatchObject({ feed: null, entries: 2 });
  });

  test("gives what the person may read now: without the right it is as if there was none", async () => {
    const { db } = app.parts;
    const { people, owners, participants: rows, project } = consortium;
    await open("member", "a");
    await open("other", "b");
    await db.housekeep((tx) =>
      tx.update(projects).set({ visibility: "consortium" }).where(eq(projects.id, project.id)),
    );
    await db.housekeep((tx) => tx.delete(seats).where(eq(seats.organisationId, owners.member.id)));
    await db.housekeep((tx) =>
      tx.update(participants).set({ state: "withdrawn" }).where(eq(participants.id, rows.other.id)),
    );
    const unknown = await fetchFeed("x");
    const expected = await body(unknown);
    for (const sign of ["a", "b"]) {
      const answer = await fetchFeed(sign);
      expect(answer.status).toBe(404);
      expect(await body(answer)).toBe(expected);
    }
    expect(await faultOf(open("outsider", "e"))).toMatchObject({ code: "NOT_FOUND" });
    expect((await showCalendar(db.read, people.coordinator, project.id)).feed).toBeNull();
  });

  test("answers so often in a minute and no more", async () => {
    const statuses = new Set<number>();
    for (let times = 0; times < 61; times += 1) statuses.add((await fetchFeed("x")).status);
    expect([...statuses]).toEqual([404, 429]);
  });
});

test("a project without a start has an empty calendar", async () => {
  const { db } = app.parts;
  const { people, project } = consortium;
  await db.housekeep((tx) => tx.update(projects).set({ startOn: null }).where(eq(projects.id, project.id)));
  expect(await showCalendar(db.read, people.member, project.id)).toEqual({ feed: null, entries: 0, hasStart: false });
});
