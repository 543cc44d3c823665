import { and, asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { changes, contributions, decisions, notifications, participants, votes } from "#server/db/schema/index.ts";
import { closeOverdueDecisions, remindOfDecisions } from "#server/features/decisions/decision-deadline-service.ts";
import { listDecisions, showDecision } from "#server/features/decisions/decision-queries.ts";
import {
  cancelDecision,
  createDecision,
  reviseDecision,
  startVote,
} from "#server/features/decisions/decision-service.ts";
import { castVote, closeDecision } from "#server/features/decisions/vote-service.ts";
import type { CreateDecisionInput } from "#shared/features/decisions/decision.ts";
import type { VoteChoice } from "#shared/features/decisions/decision-words.ts";
import { actAs, buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { outcomeOf, refusedFields } from "#tests/support/outcome.ts";

const day = 86_400_000;
const start = Date.UTC(2026, 10, 2, 9);

let now = start;
let db: Database;
let scene: Consortium;

beforeEach(async () => {
  now = start;
  db = await openTestDatabase({ clock: () => now });
  scene = await buildConsortium(db);
});
afterEach(() => db.close());

type Ref = { id: string; version: number };
const ref = ({ id, version }: Ref) => ({ id, version });
const as = <T>(who: Standpoint, work: Parameters<typeof db.transact<T>>[1]) => actAs(db, scene.people[who], work);
const ask = (changed: Partial<CreateDecisionInput> = {}, who: Standpoint = "coordinator") =>
  as(who, (tx) =>
    createDecision(tx, scene.people[who], {
      projectId: scene.project.id,
      title: "Shall we meet in Lahti?",
      text: "Two days in May.",
      closesAt: start + 7 * day,
      quorumBp: 5_000,
      majority: "simple",
      majorityBp: null,
      weighting: "organisation",
      voters: ["coordinator", "beneficiary"],
      ...changed,
    }),
  );
const open = (of: Ref) => as("coordinator", (tx) => startVote(tx, scene.people.coordinator, ref(of)));
const asked = async (changed: Partial<CreateDecisionInput> = {}) => open(await ask(changed));
const vote = (who: Standpoint, { id }: Ref, choice: VoteChoice, version: number | null = null) =>
  as(who, (tx) => castVote(tx, scene.people[who], { decisionId: id, version, choice, reason: "Because" }));
const close = (of: Ref) => as("coordinator", (tx) => closeDecision(tx, scene.people.coordinator, ref(of)));
const show = (who: Standpoint, { id }: Ref) => showDecision(db.read, scene.people[who], { id });
const leave = (who: "member" | "other") =>
  db.housekeep((tx) =>
    tx.update(participants).set({ state: "withdrawn" }).where(eq(participants.id, scene.participants[who].id)),
  );
const notified = async (kind: (typeof notifications.$inferSelect)["kind"]) =>
  (await db.read.select({ userId: notifications.userId }).from(notifications).where(eq(notifications.kind, kind)))
    .map(({ userId }) => userId)
    .toSorted();
const people = (...who: Standpoint[]) => who.map((each) => scene.people[each].userId).toSorted();

describe("before it is opened", () => {
  test("a question is the coordinator's paper: nobody else finds it, not even in the history", async () => {
    const draft = await ask();
    expect(await outcomeOf(show("member", draft))).toBe("NOT_FOUND");
    const seen = async (who: Standpoint) =>
      (await listDecisions(db.read, scene.people[who], { projectId: scene.project.id })).rows.length;
    expect([await seen("coordinator"), await seen("member"), await seen("cluster")]).toEqual([1, 0, 0]);
    const [change] = await db.read.select().from(changes).where(eq(changes.entityId, draft.id));
    expect(change?.confidentialTo).toBe(scene.owners.coordinator.id);
    expect(await outcomeOf(ask({}, "member"))).toBe("FORBIDDEN");
  });

  test("it is changed field by field; an own majority says how much", async () => {
    const draft = await ask();
    const revise = (version: number, patch: object) =>
      as("coordinator", (tx) => reviseDecision(tx, scene.people.coordinator, { id: draft.id, version, patch }));
    expect(await revise(1, { title: "And in Turku?" })).toMatchObject({ version: 2 });
    expect(await outcomeOf(revise(1, { title: "Late" }))).toBe("STALE");
    expect(await refusedFields(revise(2, { majority: "own" }))).toEqual(["majorityBp REQUIRED"]);
    expect(await refusedFields(revise(2, { majorityBp: 6_000 }))).toEqual(["majorityBp NOT_USED"]);
    const opened = await open({ id: draft.id, version: 2 });
    expect(await outcomeOf(revise(opened.version, { title: "Too late" }))).toBe("FORBIDDEN");
  });

  test("it needs a deadline to come and somebody to vote", async () => {
    expect(await refusedFields(asked({ closesAt: start }))).toEqual(["closesAt NOT_IN_FUTURE"]);
    expect(await outcomeOf(asked({ voters: ["subcontractor"] }))).toBe("NO_VOTERS");
  });
});

describe("an open vote", () => {
  test("is told to those who vote; invited organisations and other roles do not", async () => {
    const decision = await asked();
    expect((await show("member", decision)).electors.map(({ name, weight }) => [name, weight])).toEqual([
      ["Lead", 1],
      ["Mover", 1],
      ["Other", 1],
    ]);
    expect(await notified("decision-opened")).toEqual(people("member", "other"));
    for (const who of ["viewer", "cluster"] as const)
      expect(await outcomeOf(vote(who, decision, "yes"))).toBe("FORBIDDEN");
    for (const who of ["invited", "reader", "outsider"] as const)
      expect(await outcomeOf(vote(who, decision, "yes"))).toBe("NOT_FOUND");
  });

  test("tells who has voted, not how, but to the organisation itself", async () => {
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
    const decision = await asked();
    await vote("member", decision, "no");
    expect(await outcomeOf(vote("member", decision, "yes"))).toBe("STALE");
    expect(await vote("member", decision, "yes", 1)).toMatchObject({ counted: true, state: "open" });
    expect((await show("member", decision)).ownVote).toEqual({ version: 2, choice: "yes", reason: "Because" });
    expect(await db.read.$count(votes)).toBe(1);
  });

  test("keeps its electorate: a new member does not vote, one that left is not counted", async () => {
    const decision = await asked();
    await db.housekeep((tx) =>
      tx.update(participants).set({ state: "accepted" }).where(eq(participants.id, scene.participants.invited.id)),
    );
    expect(await outcomeOf(vote("invited", decision, "yes"))).toBe("FORBIDDEN");
    await vote("member", decision, "yes");
    await vote("other", decision, "yes");
    await leave("other");
    expect(await outcomeOf(close(decision))).toBe("QUORUM_CHANGED");
    now = start + 7 * day;
    await closeOverdueDecisions(db, now);
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
    expect(await notified("decision-closed")).toEqual(people("member", "other"));
    const [counted] = await db.read
      .select({ fields: changes.fields })
      .from(changes)
      .where(and(eq(changes.entity, "vote"), eq(changes.action, "counted")));
    expect(JSON.stringify(counted?.fields)).toContain("abstain");
  });

  test("by the coordinator once the quorum is reached, not before", async () => {
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
    const decision = await asked();
    await vote("member", decision, "yes");
    now = start + 7 * day - 1;
    expect(await closeOverdueDecisions(db, now)).toBe(0);
    expect(await vote("other", decision, "no")).toMatchObject({ counted: true });
    now += 1;
    expect(await vote("coordinator", decision, "no")).toEqual({
      decisionId: decision.id,
      state: "closed",
      counted: false,
    });
    expect((await show("member", decision)).result?.tally).toEqual({ yes: 1, no: 1, abstain: 0, absent: 1 });
    expect(await closeOverdueDecisions(db, now)).toBe(0);
  });

  test("is for good: no way of writing moves the result", async () => {
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
    now = start + 30 * day;
    await closeOverdueDecisions(db, now);
    await remindOfDecisions(db, now);
    await leave("other");
    expect(await stored()).toBe(before);
    expect((await show("member", decision)).result).toMatchObject({ leftIds: [], tally: { yes: 3 } });
  });

  test("or calling it off with a reason: nobody ever learns how the others voted", async () => {
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

describe("votes by share", () => {
  test("weigh what is agreed, frozen at opening", async () => {
    await buildContribution(db, scene.participants.member, { valueCents: 200_000 });
    const line = await buildContribution(db, scene.participants.other, { valueCents: 100_000 });
    const decision = await asked({ weighting: "share" });
    await db.housekeep((tx) =>
      tx.update(contributions).set({ valueCents: 9_000_000 }).where(eq(contributions.id, line.id)),
    );
    await vote("member", decision, "yes");
    await vote("other", decision, "no");
    expect((await show("coordinator", decision)).result).toMatchObject({ yesBp: 6_667, noBp: 3_333, accepted: true });
  });

  test("are refused while a share is confidential, for everybody would read it from the weights", async () => {
    await buildContribution(db, scene.participants.member, { confidentiality: "coordinator" });
    await buildContribution(db, scene.participants.other);
    expect(await outcomeOf(asked({ weighting: "share" }))).toBe("SHARES_CONFIDENTIAL");
    expect(await outcomeOf(asked({ weighting: "share", voters: ["coordinator"] }))).toBe("NO_SHARES");
    expect(await outcomeOf(asked())).toBe("done");
  });
});

describe("the day before", () => {
  test("managers who have not voted are reminded, once; what was opened within its last day reminds nobody", async () => {
    await buildPerson(db, scene.owners.other, "editor");
    const decision = await asked();
    await asked({ closesAt: start + day });
    await vote("member", decision, "yes");
    expect(await remindOfDecisions(db, now)).toBe(0);
    now = start + 6 * day;
    expect(await remindOfDecisions(db, now)).toBe(1);
    expect(await notified("reminder")).toEqual(people("coordinator", "other"));
    expect(await remindOfDecisions(db, now + 1)).toBe(0);
  });
});
