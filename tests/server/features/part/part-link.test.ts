import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { changes, participants, partLinks, periods, projects, seats, updates } from "#server/db/schema/index.ts";
import { callPath, pathsOf } from "#tests/support/caller.ts";
import { outcomeOf } from "#tests/support/outcome.ts";

import { issue, linkedCaller, openPartStage, type PartStage } from "./part-stage.ts";

const day = 86_400_000;

let stage: PartStage;
let token: string;
beforeEach(async () => {
  stage = await openPartStage();
  token = (await issue(stage.db, stage.part)) ?? "";
});
afterEach(async () => {
  await stage.db.close();
  await stage.parts.remove();
});

const appCodeOf = (call: Promise<unknown>) =>
  outcomeOf(call.catch((error: unknown) => Promise.reject((error as { cause?: unknown }).cause ?? error)));
const show = (link: string | null = token) => linkedCaller(stage, link).part.show({});
const set = (work: Parameters<PartStage["db"]["housekeep"]>[0]) => stage.db.housekeep(work);
const statusOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: unknown) => (error as { code: string }).code,
  );

describe("what a link opens", () => {
  test("the member's lines of the period, with the plan, and nothing of anybody else", async () => {
    const { lines } = stage;
    const part = await show();
    expect(part).toMatchObject({ organisationName: "Mover", period: { number: 1, dueOn: "2026-07-30" } });
    expect(part.items.map(({ contributionId }) => contributionId)).toEqual([lines.own.id, lines.second.id]);
    expect(part.items.every(({ mayWrite }) => mayWrite)).toBe(true);
  });

  test("what is saved and handed in is the person's, for the organisation", async () => {
    const { db, lines, part } = stage;
    const caller = linkedCaller(stage, token);
    const draft = await caller.part.save({ contributionId: lines.own.id, version: null, patch: { deliveredCents: 5 } });
    const done = await caller.part.submit({ id: draft.id, version: draft.version });
    expect(done.state).toBe("submitted");
    const [row] = await db.read.select().from(updates).where(eq(updates.id, draft.id));
    expect(row).toMatchObject({ periodId: part.periodId, submittedById: part.userId, deliveredCents: 5 });
    const written = await db.read.select().from(changes).where(eq(changes.entity, "update"));
    expect(written.map(({ actorId, actingForId }) => [actorId, actingForId])).toEqual(
      written.map(() => [part.userId, stage.scene.owners.member.id]),
    );
  });

  test("a session of somebody else in the same browser changes nothing", async () => {
    const { db, lines, part, scene } = stage;
    const caller = linkedCaller(stage, token, scene.people.coordinator);
    expect(await caller.part.show({})).toEqual(await show());
    const draft = await caller.part.save({ contributionId: lines.own.id, version: null, patch: { deliveredCents: 1 } });
    await caller.part.submit({ id: draft.id, version: draft.version });
    const [change] = await db.read.select().from(changes).where(eq(changes.entity, "update"));
    expect(change).toMatchObject({ actorId: part.userId, actingForId: scene.owners.member.id });
  });

  test("no line of another member, period or project", async () => {
    const { lines, db } = stage;
    const caller = linkedCaller(stage, token);
    const other = await openPartStage();
    const save = (contributionId: string) =>
      appCodeOf(caller.part.save({ contributionId, version: null, patch: { text: "x" } }));
    for (const line of [lines.foreign, lines.later, other.lines.own]) expect(await save(line.id)).toBe("NOT_FOUND");
    expect(await db.read.select().from(updates)).toEqual([]);
    await other.db.close();
    await other.parts.remove();
  });

  test("no report of another member or another period can be handed in", async () => {
    const { db, lines, scene, period, later } = stage;
    const row = { projectId: scene.project.id, state: "draft" as const, deliveredCents: 1, createdAt: 0, updatedAt: 0 };
    const foreign = { ...row, contributionId: lines.foreign.id, participantId: scene.participants.other.id };
    const early = { ...row, contributionId: lines.later.id, participantId: scene.participants.member.id };
    const ids = await db.housekeep((tx) =>
      tx
        .insert(updates)
        .values([
          { ...foreign, id: tx.id(), periodId: period.id },
          { ...early, id: tx.id(), periodId: later.id },
        ])
        .returning({ id: updates.id }),
    );
    const caller = linkedCaller(stage, token);
    for (const { id } of ids) expect(await appCodeOf(caller.part.submit({ id, version: 1 }))).toBe("NOT_FOUND");
  });

  test("no other procedure takes the link for a person", async () => {
    const caller = linkedCaller(stage, token);
    const asked = ["update.todo", "project.list", "home.show", "contribution.list", "part.links"];
    expect(pathsOf("query")).toEqual(expect.arrayContaining(asked));
    const { projectId, periodId } = stage.part;
    for (const path of asked)
      expect(await appCodeOf(callPath(caller, path, { projectId, periodId })), path).toBe("NOT_SIGNED_IN");
  });
});

describe("when a link ends", () => {
  test("an unknown, altered or missing one is not known", async () => {
    for (const link of [null, "", "x", `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`]) {
      expect(await appCodeOf(show(link))).toBe("LINK_UNKNOWN");
      expect(await statusOf(show(link))).toBe("NOT_FOUND");
    }
  });

  test("60 days after the due day, to the day", async () => {
    stage.clock.now = Date.parse("2026-09-28T23:59:59Z");
    expect((await show()).items).toHaveLength(2);
    stage.clock.now = Date.parse("2026-09-29T00:00:00Z");
    expect(await appCodeOf(show())).toBe("LINK_EXPIRED");
    expect(await statusOf(show())).toBe("PRECONDITION_FAILED");
  });

  test("one asked for long after the due day still has two weeks", async () => {
    stage.clock.now = Date.parse("2027-03-01T00:00:00Z");
    const late = (await issue(stage.db, stage.part)) ?? "";
    stage.clock.now += 14 * day - 1;
    expect((await show(late)).items).toHaveLength(2);
    stage.clock.now += 1;
    expect(await appCodeOf(show(late))).toBe("LINK_EXPIRED");
  });

  test("while the period is locked, and no longer", async () => {
    const { id } = stage.period;
    await set((tx) => tx.update(periods).set({ lockedAt: 1 }).where(eq(periods.id, id)));
    expect(await appCodeOf(show())).toBe("LINK_PERIOD_LOCKED");
    expect(await issue(stage.db, stage.part)).toBeNull();
    await set((tx) => tx.update(periods).set({ lockedAt: null }).where(eq(periods.id, id)));
    expect((await show()).items).toHaveLength(2);
  });

  test("at the next call after the seat is gone or reads only", async () => {
    const { userId } = stage.part;
    await set((tx) => tx.update(seats).set({ role: "viewer" }).where(eq(seats.userId, userId)));
    expect(await appCodeOf(show())).toBe("LINK_REVOKED");
    await set((tx) => tx.delete(seats).where(eq(seats.userId, userId)));
    expect(await appCodeOf(show())).toBe("LINK_REVOKED");
    expect(await issue(stage.db, stage.part)).toBeNull();
  });

  test("when the member leaves or the project is cancelled", async () => {
    const { participantId, projectId } = stage.part;
    await set((tx) => tx.update(projects).set({ status: "cancelled" }).where(eq(projects.id, projectId)));
    expect(await appCodeOf(show())).toBe("LINK_ENDED");
    await set((tx) => tx.update(projects).set({ status: "running" }).where(eq(projects.id, projectId)));
    await set((tx) => tx.update(participants).set({ state: "withdrawn" }).where(eq(participants.id, participantId)));
    expect(await appCodeOf(show())).toBe("LINK_ENDED");
    expect(await issue(stage.db, stage.part)).toBeNull();
  });

  test("between a call and its write, too", async () => {
    const caller = linkedCaller(stage, token);
    await set((tx) => tx.update(partLinks).set({ revokedAt: 1 }));
    const saved = caller.part.save({ contributionId: stage.lines.own.id, version: null, patch: { text: "x" } });
    expect(await appCodeOf(saved)).toBe("LINK_REVOKED");
    expect(await stage.db.read.select().from(updates)).toEqual([]);
  });
});

describe("what a link leaves", () => {
  test("the token stands nowhere in the database and in no answer", async () => {
    const { db, lines } = stage;
    const caller = linkedCaller(stage, token);
    const answers = [
      await caller.part.show({}),
      await caller.part.save({ contributionId: lines.own.id, version: null, patch: { text: "x" } }),
    ];
    expect(JSON.stringify(answers)).not.toContain(token);
    const stored = [await db.read.select().from(partLinks), await db.read.select().from(changes)];
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(JSON.stringify(stored[1])).not.toContain("tokenHash");
  });

  test("uses are counted, at most one a minute, and the first is in the history", async () => {
    const { clock, db, part } = stage;
    const uses = async () => (await db.read.select().from(partLinks))[0];
    await show();
    await expect.poll(async () => (await uses())?.uses).toBe(1);
    await show();
    clock.now += 60_000;
    await show();
    await expect.poll(async () => await uses()).toMatchObject({ uses: 2, lastUsedAt: clock.now });
    const opened = await db.read.select().from(changes).where(eq(changes.entity, "part-link"));
    expect(opened).toMatchObject([
      { action: "opened", actorId: part.userId, confidentialTo: stage.scene.owners.member.id },
    ]);
  });

  test("one link has a limit of its own", async () => {
    const caller = linkedCaller(stage, token);
    for (let call = 0; call < 120; call += 1) await caller.part.show({});
    expect(await appCodeOf(caller.part.show({}))).toBe("TOO_MANY_REQUESTS");
    const another = (await issue(stage.db, stage.part)) ?? "";
    expect((await show(another)).items).toHaveLength(2);
  });
});
