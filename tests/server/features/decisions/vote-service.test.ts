import { and, asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { changes, decisions, participants, votes } from "#server/db/schema/index.ts";
import { closeOverdueDecisions, remindOfDecisions } from "#server/features/decisions/decision-deadline-service.ts";
import { listDecisions } from "#server/features/decisions/decision-queries.ts";
import { cancelDecision, reviseDecision } from "#server/features/decisions/decision-service.ts";
import type { Standpoint } from "#tests/support/build-consortium.ts";
import { outcomeOf } from "#tests/support/outcome.ts";

import { day, type DecisionStage, openDecisionStage, ref, start } from "./decision-stage.ts";

let stage: DecisionStage;
beforeEach(async () => {
  stage = await openDecisionStage();
});
afterEach(() => stage.db.close());

describe("an open vote", () => {
  test("is told to those who vote; invited organisations and other roles do not", async () => {
    const { asked, vote, show, notified, usersOf } = stage;
    const decision = await asked();
    expect((await show("member", decision)).electors.map(({ name, weight }) => [name, weight])).toEqual([
      ["Lead", 1],
      ["Mover", 1],
      ["Other", 1],
    ]);
    expect(await notified("decision-opened")).toEqual(usersOf("member", "other"));
    for (const who of ["viewer", "cluster"] as const)
      expect(await outcomeOf(vote(who, decision, "yes"))).toBe("FORBIDDEN");
    for (const who of ["invited", "reader", "outsider"] as const)
      expect(await outcomeOf(vote(who, decision, "yes"))).toBe("NOT_FOUND");
  });

  test("tells who has voted, not how, but to the organisation itself", async () => {
    const { db, scene, asked, vote, show } = stage;
    const decision = await asked();
    await vote("member", decision, "no");
    const electorOf = async (who: Standpoint) =>
      (await show(who, decision)).electors.find(({ name }) => name === "Mover");
    for (const who of ["coordinator", "other", "cluster"] as const)
      expect(await electorOf(who)).toMatchObject({ votedAt: start, choice: null, reason: "" });
    expect(await electorOf("viewer")).toMatchObject({ choice: "no", reason: "Because" });
    const [change] = await db.read.select().from(changes).where(eq(changes.entity, "vote"));
    expect(JSON.stringify(change?.fields)).not.toContain('"no"');
    const list = await listDecisions(db.read, scene.people.other, { projectId: scene.project.id });
    expect(list.rows[0]).toMatchObject({ voters: 3, voted: 1, ownVoteMissing: true, accepted: null });
  });

  test("takes a changed vote; of two colleagues at once the second sees what the first chose", async () => {
    const { db, asked, vote, show } = stage;
    const decision = await asked();
    await vote("member", decision, "no");
    expect(await outcomeOf(vote("member", decision, "yes"))).toBe("STALE");
    expect(await vote("member", decision, "yes", 1)).toMatchObject({ counted: true, state: "open" });
    expect((await show("member", decision)).ownVote).toEqual({ version: 2, choice: "yes", reason: "Because" });
    expect(await db.read.$count(votes)).toBe(1);
  });

  test("keeps its electorate: a new member does not vote, one that left is not counted", async () => {
    const { clock, db, scene, asked, vote, close, show, leave } = stage;
    const decision = await asked();
    await db.housekeep((tx) =>
      tx.update(participants).set({ state: "accepted" }).where(eq(participants.id, scene.participants.invited.id)),
    );
    expect(await outcomeOf(vote("invited", decision, "yes"))).toBe("FORBIDDEN");
    await vote("member", decision, "yes");
    await vote("other", decision, "yes");
    await leave("other");
    expect(await outcomeOf(close(decision))).toBe("QUORUM_CHANGED");
    clock.now = start + 7 * day;
    await closeOverdueDecisions(db, clock.now);
    expect((await show("member", decision)).result).toMatchObject({
      yesBp: 3_333,
      absentBp: 6_667,
      quorumReached: false,
      accepted: false,
      leftIds: [scene.owners.other.id],
    });
  });
});

describe("closing", () => {
  test("by the last vote: the result, the votes and their record are there for everybody", async () => {
    const { db, asked, vote, show, notified, usersOf } = stage;
    const decision = await asked();
    await vote("member", decision, "yes");
    await vote("other", decision, "abstain");
    expect(await vote("coordinator", decision, "yes")).toEqual({
      decisionId: decision.id,
      state: "closed",
      counted: true,
    });
    const closed = await show("cluster", decision);
    expect(closed).toMatchObject({
      state: "closed",
      closedAt: start,
      result: { tally: { yes: 2, no: 0, abstain: 1, absent: 0 }, accepted: true, quorumReached: true },
    });
    expect(closed.electors.map(({ choice }) => choice)).toEqual(["yes", "yes", "abstain"]);
    expect(await notified("decision-closed")).toEqual(usersOf("member", "other"));
    const [counted] = await db.read
      .select({ fields: changes.fields })
      .from(changes)
      .where(and(eq(changes.entity, "vote"), eq(changes.action, "counted")));
    expect(JSON.stringify(counted?.fields)).toContain("abstain");
  });

  test("by the coordinator once the quorum is reached, not before", async () => {
    const { asked, vote, close, show } = stage;
    const decision = await asked();
    await vote("member", decision, "yes");
    expect(await outcomeOf(close(decision))).toBe("QUORUM_MISSING");
    expect((await show("coordinator", decision)).may.close).toBe(false);
    await vote("other", decision, "no");
    expect((await show("coordinator", decision)).may.close).toBe(true);
    expect(await close(decision)).toMatchObject({ state: "closed" });
    expect((await show("member", decision)).result).toMatchObject({ accepted: false });
  });

  test("by the deadline, to the millisecond of the server's clock; a vote that comes then closes it and is not counted", async () => {
    const { clock, db, asked, vote, show } = stage;
    const decision = await asked();
    await vote("member", decision, "yes");
    clock.now = start + 7 * day - 1;
    expect(await closeOverdueDecisions(db, clock.now)).toBe(0);
    expect(await vote("other", decision, "no")).toMatchObject({ counted: true });
    clock.now += 1;
    expect(await vote("coordinator", decision, "no")).toEqual({
      decisionId: decision.id,
      state: "closed",
      counted: false,
    });
    expect((await show("member", decision)).result?.tally).toEqual({ yes: 1, no: 1, abstain: 0, absent: 1 });
    expect(await closeOverdueDecisions(db, clock.now)).toBe(0);
  });

  test("is for good: no way of writing moves the result", async () => {
    const { clock, db, scene, as, open, asked, vote, close, show, leave } = stage;
    const decision = await asked();
    for (const who of ["coordinator", "member", "other"] as const) await vote(who, decision, "yes");
    const stored = async () =>
      JSON.stringify([
        await db.read.select().from(decisions),
        await db.read.select().from(votes).orderBy(asc(votes.id)),
      ]);
    const before = await stored();
    const current = { id: decision.id, version: decision.version + 1 };
    const { coordinator } = scene.people;
    const attempts = {
      vote: () => vote("member", decision, "no", 1),
      close: () => close(current),
      open: () => open(current),
      cancel: () => as("coordinator", (tx) => cancelDecision(tx, coordinator, { ...current, reason: "No" })),
      revise: () => as("coordinator", (tx) => reviseDecision(tx, coordinator, { ...current, patch: { title: "No" } })),
    };
    for (const [name, attempt] of Object.entries(attempts)) expect(await outcomeOf(attempt()), name).toBe("FORBIDDEN");
    clock.now = start + 30 * day;
    await closeOverdueDecisions(db, clock.now);
    await remindOfDecisions(db, clock.now);
    await leave("other");
    expect(await stored()).toBe(before);
    expect((await show("member", decision)).result).toMatchObject({ leftIds: [], tally: { yes: 3 } });
  });

  test("or calling it off with a reason: nobody ever learns how the others voted", async () => {
    const { scene, as, asked, vote, show } = stage;
    const decision = await asked();
    await vote("member", decision, "no");
    await as("coordinator", (tx) =>
      cancelDecision(tx, scene.people.coordinator, { ...ref(decision), reason: "The city decided" }),
    );
    const called = await show("coordinator", decision);
    expect(called).toMatchObject({ state: "cancelled", reason: "The city decided", result: null });
    expect(called.electors.map(({ choice }) => choice)).toEqual([null, null, null]);
    expect(await outcomeOf(vote("other", decision, "yes"))).toBe("FORBIDDEN");
  });
});
