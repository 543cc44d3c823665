import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { changes, contributions } from "#server/db/schema/index.ts";
import { remindOfDecisions } from "#server/features/decisions/decision-deadline-service.ts";
import { listDecisions } from "#server/features/decisions/decision-queries.ts";
import { reviseDecision } from "#server/features/decisions/decision-service.ts";
import type { Standpoint } from "#tests/support/build-consortium.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { outcomeOf, refusedFields } from "#tests/support/outcome.ts";

import { day, type DecisionStage, openDecisionStage, start } from "./decision-stage.ts";

let stage: DecisionStage;
beforeEach(async () => {
  stage = await openDecisionStage();
});
afterEach(() => stage.db.close());

describe("before it is opened", () => {
  test("a question is the coordinator's paper: nobody else finds it, not even in the history", async () => {
    const { db, scene, ask, show } = stage;
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
    const { scene, as, ask, open } = stage;
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
    const { asked } = stage;
    expect(await refusedFields(asked({ closesAt: start }))).toEqual(["closesAt NOT_IN_FUTURE"]);
    expect(await outcomeOf(asked({ voters: ["subcontractor"] }))).toBe("NO_VOTERS");
  });
});

describe("votes by share", () => {
  test("weigh what is agreed, frozen at opening", async () => {
    const { db, scene, asked, vote, show } = stage;
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
    const { db, scene, asked } = stage;
    await buildContribution(db, scene.participants.member, { confidentiality: "coordinator" });
    await buildContribution(db, scene.participants.other);
    expect(await outcomeOf(asked({ weighting: "share" }))).toBe("SHARES_CONFIDENTIAL");
    expect(await outcomeOf(asked({ weighting: "share", voters: ["coordinator"] }))).toBe("NO_SHARES");
    expect(await outcomeOf(asked())).toBe("done");
  });
});

describe("the day before", () => {
  test("managers who have not voted are reminded, once; what was opened within its last day reminds nobody", async () => {
    const { clock, db, scene, asked, vote, notified, usersOf } = stage;
    await buildPerson(db, scene.owners.other, "editor");
    const decision = await asked();
    await asked({ closesAt: start + day });
    await vote("member", decision, "yes");
    expect(await remindOfDecisions(db, clock.now)).toBe(0);
    clock.now = start + 6 * day;
    expect(await remindOfDecisions(db, clock.now)).toBe(1);
    expect(await notified("reminder")).toEqual(usersOf("coordinator", "other"));
    expect(await remindOfDecisions(db, clock.now + 1)).toBe(0);
  });
});
