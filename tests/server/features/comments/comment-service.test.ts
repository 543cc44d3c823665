import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { changes, contributions, notifications, updates } from "#server/db/schema/index.ts";
import { countComments, findMentionable, listComments } from "#server/features/comments/comment-queries.ts";
import { addComment, editComment, removeComment, restoreComment } from "#server/features/comments/comment-service.ts";
import type { ThreadRef } from "#shared/features/comments/comment.ts";
import type { Person } from "#shared/features/members/standing.ts";
import {
  actAs,
  buildConsortium,
  type Consortium,
  type Standpoint,
  standpoints,
} from "#tests/support/build-consortium.ts";
import { buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

let db: Database;
let scene: Consortium;
let line: Awaited<ReturnType<typeof buildContribution>>;
beforeEach(async () => {
  db = await openTestDatabase();
  scene = await buildConsortium(db);
  line = await buildContribution(db, scene.participants.member);
});

const about = (subjectId: string, subject: ThreadRef["subject"] = "contribution"): ThreadRef => ({
  subject,
  subjectId,
});

function say(who: Standpoint, thread: ThreadRef, text: string, named: Person[] = []) {
  const person = scene.people[who];
  const mentions = named.map(({ userId }) => userId);
  return actAs(db, person, (tx) => addComment(tx, person, { ...thread, text, mentions }));
}

async function readersOf(thread: ThreadRef): Promise<Standpoint[]> {
  const readers: Standpoint[] = [];
  for (const who of standpoints) {
    const found = await listComments(db.read, scene.people[who], { ...thread, limit: 10 }).catch(() => null);
    if (found !== null) readers.push(who);
  }
  return readers;
}

const inside: Standpoint[] = ["coordinator", "member", "viewer", "other", "cluster"];
const trusted: Standpoint[] = ["coordinator", "member", "viewer"];

describe("a thread", () => {
  test.each(["project", "stream", "contribution"] as const)(
    "of an open %s is read inside the consortium",
    async (subject) => {
      const stream = await buildStream(db, scene.project);
      const ids = { project: scene.project.id, stream: stream.id, contribution: line.id };
      await say("member", about(ids[subject], subject), "Hello");
      expect(await readersOf(about(ids[subject], subject))).toEqual(inside);
    },
  );

  test("is hidden with its number when its line becomes confidential, and told again when it opens", async () => {
    await say("other", about(line.id), "Hello");
    const counts = () =>
      countComments(db.read, scene.people.other, { projectId: line.projectId, subject: "contribution" });
    expect(await counts()).toEqual([{ subjectId: line.id, count: 1 }]);
    await db.housekeep((tx) =>
      tx.update(contributions).set({ confidentiality: "coordinator" }).where(eq(contributions.id, line.id)),
    );
    expect(await readersOf(about(line.id))).toEqual(trusted);
    expect(await counts()).toEqual([]);
    expect((await faultOf(say("other", about(line.id), "Again"))).code).toBe("NOT_FOUND");
    await db.housekeep((tx) =>
      tx.update(contributions).set({ confidentiality: "consortium" }).where(eq(contributions.id, line.id)),
    );
    expect(await readersOf(about(line.id))).toEqual(inside);
  });

  test.each([
    ["draft", trusted],
    ["returned", trusted],
    ["submitted", inside],
    ["accepted", inside],
  ] as const)("of a %s report", async (state, readers) => {
    const report = await buildUpdate(db, line, await buildPeriod(db, scene.project), { state });
    await say("member", about(report.id, "update"), "Hello");
    expect(await readersOf(about(report.id, "update"))).toEqual(readers);
    await db.housekeep((tx) => tx.update(updates).set({ state: "accepted" }).where(eq(updates.id, report.id)));
    expect(await readersOf(about(report.id, "update"))).toEqual(inside);
  });

  test("is written in by writing seats alone", async () => {
    expect((await faultOf(say("viewer", about(line.id), "Hello"))).code).toBe("FORBIDDEN");
    for (const who of ["invited", "reader", "outsider"] as const)
      expect((await faultOf(say(who, about(line.id), "Hello"))).code).toBe("NOT_FOUND");
  });
});

describe("mentions", () => {
  test("are offered and taken of people who may read the thread now, and of nobody else", async () => {
    const offered = async () =>
      (await findMentionable(db.read, scene.people.coordinator, { ...about(line.id), search: "" })).map(
        ({ userId }) => userId,
      );
    const ids = (who: readonly Standpoint[]) => who.map((each) => scene.people[each].userId).toSorted();
    expect((await offered()).toSorted()).toEqual(ids(["member", "viewer", "other", "cluster"]));
    await db.housekeep((tx) =>
      tx.update(contributions).set({ confidentiality: "coordinator" }).where(eq(contributions.id, line.id)),
    );
    expect((await offered()).toSorted()).toEqual(ids(["member", "viewer"]));
    const known = await faultOf(say("member", about(line.id), "Hello @you", [scene.people.other]));
    const unknown = await faultOf(
      say("member", about(line.id), "Hello @you", [{ ...scene.people.other, userId: line.id }]),
    );
    expect(known.fields).toEqual([{ path: "mentions", appCode: "UNKNOWN_PERSON" }]);
    expect([known.code, known.message, known.params]).toEqual([unknown.code, unknown.message, unknown.params]);
  });

  test("are told once each; owners and earlier speakers are told of the comment, the speaker of nothing", async () => {
    await say("other", about(line.id), "First");
    await db.housekeep((tx) => tx.delete(notifications));
    await say("cluster", about(line.id), "Second @them", [scene.people.viewer, scene.people.cluster]);
    const told = await db.read.select().from(notifications);
    const by = new Map(told.map(({ userId, kind, params }) => [userId, `${kind} ${params["reason"] ?? ""}`]));
    expect(by).toEqual(
      new Map([
        [scene.people.viewer.userId, "mention "],
        [scene.people.member.userId, "comment owner"],
        [scene.people.coordinator.userId, "comment owner"],
        [scene.people.other.userId, "comment thread"],
      ]),
    );
    expect(told).toHaveLength(by.size);
    expect(JSON.stringify(told)).not.toContain("Second");
  });

  test("added by a later change are told, those that stood there are not told again", async () => {
    const { id, version } = await say("member", about(line.id), "To @a", [scene.people.other]);
    await db.housekeep((tx) => tx.delete(notifications));
    const mentions = [scene.people.other.userId, scene.people.cluster.userId];
    await actAs(db, scene.people.member, (tx) =>
      editComment(tx, scene.people.member, { id, version, text: "To @a and @b", mentions }),
    );
    const told = await db.read.select().from(notifications);
    expect(told.map(({ userId, kind }) => [userId, kind])).toEqual([[scene.people.cluster.userId, "mention"]]);
  });
});

describe("a comment", () => {
  test("is changed by whoever wrote it alone, says so, and is not overwritten by who comes second", async () => {
    const first = await say("member", about(line.id), "Hello");
    const edit = (who: Standpoint, text: string) =>
      actAs(db, scene.people[who], (tx) => editComment(tx, scene.people[who], { ...first, text, mentions: [] }));
    expect((await faultOf(edit("coordinator", "No"))).code).toBe("FORBIDDEN");
    await edit("member", "Changed");
    const stale = await faultOf(edit("member", "Late"));
    expect(stale).toMatchObject({ appCode: "STALE", present: { version: 2, text: "Changed" } });
    const { rows } = await listComments(db.read, scene.people.other, { ...about(line.id), limit: 10 });
    expect(rows).toMatchObject([{ text: "Changed", may: { edit: false, remove: false } }]);
    expect(rows[0]?.editedAt).not.toBeNull();
  });

  test("that the coordinator removed says nothing any more, and its writer cannot bring it back", async () => {
    const first = await say("member", about(line.id), "Hello");
    const { coordinator, member } = scene.people;
    const gone = await actAs(db, coordinator, (tx) => removeComment(tx, coordinator, first));
    const list = async () => (await listComments(db.read, member, { ...about(line.id), limit: 10 })).rows;
    expect(await list()).toMatchObject([{ text: "", isRemoved: true, may: { edit: false, restore: false } }]);
    expect((await faultOf(actAs(db, member, (tx) => restoreComment(tx, member, gone)))).code).toBe("FORBIDDEN");
    await actAs(db, coordinator, (tx) => restoreComment(tx, coordinator, gone));
    expect(await list()).toMatchObject([{ text: "Hello", isRemoved: false }]);
  });

  test("leaves a trace without its text, for the member and the coordinator alone when only they read it", async () => {
    await say("member", about(line.id), "Wallaby");
    const report = await buildUpdate(db, line, await buildPeriod(db, scene.project), { state: "returned" });
    await say("coordinator", about(report.id, "update"), "Wallaby");
    const traces = await db.read.select().from(changes).where(eq(changes.entity, "comment"));
    expect(traces.map(({ confidentialTo }) => confidentialTo)).toEqual([null, scene.owners.member.id]);
    expect(JSON.stringify(traces)).not.toContain("Wallaby");
  });

  test("cannot be empty or hold control characters", async () => {
    const { addCommentSchema } = await import("#shared/features/comments/comment.ts");
    for (const text of ["", " \n ", "a\u0000b", "x".repeat(5_001)])
      expect(addCommentSchema.safeParse({ ...about(line.id), text, mentions: [] }).success).toBe(false);
  });
});
