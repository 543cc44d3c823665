import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { amendments, changes, contributions, notifications } from "#server/db/schema/index.ts";
import { buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { outcomeOf, refusedFields } from "#tests/support/outcome.ts";

import { type AmendmentStage, openAmendmentStage, terms } from "./amendment-stage.ts";

let stage: AmendmentStage;
beforeEach(async () => {
  stage = await openAmendmentStage();
});
afterEach(() => stage.db.close());

describe("a change of an agreed line", () => {
  test("moves no figure before both sides agreed: proposed, countered, agreed", async () => {
    const { db, line, propose, agree, counter, show, agreedValue } = stage;
    const proposed = await propose("member");
    expect(proposed).toMatchObject({ version: 1, state: "open", contributionId: line.id });
    expect(await agreedValue()).toBe(1_000_000);
    expect(await outcomeOf(agree("member", proposed))).toBe("FORBIDDEN");
    expect(await outcomeOf(agree("other", proposed))).toBe("FORBIDDEN");
    const countered = await counter("coordinator", proposed, { ...terms, valueCents: 950_000 });
    expect(await outcomeOf(agree("coordinator", countered))).toBe("FORBIDDEN");
    expect(await outcomeOf(agree("member", proposed))).toBe("STALE");
    expect(await agreedValue()).toBe(1_000_000);
    expect(await agree("member", countered)).toMatchObject({ state: "agreed", version: 2 });
    expect(await agreedValue()).toBe(950_000);
    const after = await show("member");
    expect(after).toMatchObject({ valueCents: 950_000, state: "agreed", version: 2, openAmendment: null });
    expect(after.agreedAt).toBe(line.agreedAt);
    expect(after.amendments.map(({ number, side, state }) => [number, side, state])).toEqual([
      [1, "member", "countered"],
      [2, "coordinator", "agreed"],
    ]);
    expect(after.offers.at(-1)).toMatchObject({ side: "coordinator", valueCents: 950_000, reason: "Half way" });
    expect(after.offers.at(-1)?.byOrganisationName).toBe("Lead");
    const rows = await db.read
      .select({ entity: changes.entity, action: changes.action })
      .from(changes)
      .where(eq(changes.entityId, line.id))
      .orderBy(asc(changes.seq));
    expect(rows.map(({ entity, action }) => `${entity} ${action}`)).toEqual([
      "amendment created",
      "amendment countered",
      "amendment created",
      "amendment agreed",
      "contribution amended",
    ]);
  });

  test("shows the agreed figures beside the proposed ones, and what each side may do", async () => {
    const { db, scene, line, propose, show } = stage;
    await propose("coordinator", { ...terms, valueCents: 300_000, toMonth: 18 });
    const period = await buildPeriod(db, scene.project);
    await buildUpdate(db, line, period);
    const { openAmendment } = await show("member");
    expect(openAmendment).toMatchObject({
      comparison: [
        { field: "valueCents", before: 1_000_000, after: 300_000 },
        { field: "toMonth", before: 12, after: 18 },
      ],
      belowDelivered: ["value"],
      may: { agree: true, counter: true, decline: true, withdraw: false },
    });
    expect((await show("coordinator")).openAmendment?.may).toEqual({
      agree: false,
      counter: false,
      decline: false,
      withdraw: true,
    });
    expect((await show("other")).openAmendment?.may.agree).toBe(false);
  });

  test("is declined with a reason, or taken back, and the line stays; then another may be proposed", async () => {
    const { propose, decline, withdraw, show, agreedValue } = stage;
    const first = await propose("member");
    expect(await outcomeOf(propose("coordinator"))).toBe("AMENDMENT_OPEN");
    expect(await outcomeOf(decline("member", first))).toBe("FORBIDDEN");
    expect(await decline("coordinator", first)).toMatchObject({ state: "declined" });
    const second = await propose("coordinator");
    expect(await outcomeOf(withdraw("member", second))).toBe("FORBIDDEN");
    expect(await withdraw("coordinator", second)).toMatchObject({ state: "withdrawn" });
    expect(await agreedValue()).toBe(1_000_000);
    expect((await show("member")).amendments.map(({ state, answer }) => [state, answer])).toEqual([
      ["declined", "Not now"],
      ["withdrawn", ""],
    ]);
  });

  test("takes the line back only when both sides agree", async () => {
    const { propose, agree, show, agreedValue } = stage;
    const back = await propose("member", null);
    expect(await show("coordinator")).toMatchObject({ state: "agreed", openAmendment: { kind: "withdrawal" } });
    expect(await agree("coordinator", back)).toMatchObject({ state: "agreed" });
    expect(await show("member")).toMatchObject({ state: "withdrawn", version: 2, offers: [] });
    expect(await agreedValue()).toBe(0);
  });

  test("of the coordinator's own line is agreed as it is proposed, with its reason on record", async () => {
    const { db, scene, propose, show } = stage;
    const own = await buildContribution(db, scene.participants.coordinator);
    expect(await propose("coordinator", terms, own)).toMatchObject({ state: "agreed" });
    expect(await show("coordinator", own.id)).toMatchObject({
      valueCents: 900_000,
      amendments: [{ reason: "Prices fell", state: "agreed" }],
    });
    expect(await db.read.$count(notifications)).toBe(0);
  });

  test("is refused when it changes nothing, does not fit the kind, or the line moved on", async () => {
    const { db, scene, propose, line } = stage;
    expect(await refusedFields(propose("member", { ...terms, valueCents: 1_000_000 }))).toEqual([
      "terms NOTHING_CHANGED",
    ]);
    expect(await refusedFields(propose("member", { ...terms, toMonth: 25 }))).toEqual([
      "terms.toMonth OUTSIDE_PROJECT",
    ]);
    expect(await outcomeOf(propose("member", terms, { ...line, version: 2 }))).toBe("STALE");
    const open = await buildContribution(db, scene.participants.member, { state: "proposed" });
    expect(await outcomeOf(propose("member", terms, open))).toBe("FORBIDDEN");
    expect(await db.read.$count(amendments)).toBe(0);
  });

  test("of a confidential line is told to its sides alone, in records too", async () => {
    const { db, scene, propose, agree, list } = stage;
    await db.housekeep((tx) => tx.update(contributions).set({ confidentiality: "coordinator" }));
    const proposed = await propose("member");
    expect(await outcomeOf(agree("other", proposed))).toBe("NOT_FOUND");
    expect((await list("other", { amended: true })).total).toBe(0);
    expect((await list("coordinator", { amended: true })).total).toBe(1);
    const [change] = await db.read.select().from(changes).where(eq(changes.entity, "amendment"));
    expect(change?.confidentialTo).toBe(scene.owners.member.id);
    const [told] = await db.read.select().from(notifications);
    expect(told).toMatchObject({ kind: "amendment", userId: scene.people.coordinator.userId, params: {} });
  });

  test("tells the other side at every turn", async () => {
    const { db, scene, propose, agree, counter } = stage;
    const countered = await counter("coordinator", await propose("member"), { ...terms, valueCents: 950_000 });
    await agree("member", countered);
    const rows = await db.read.select().from(notifications).orderBy(asc(notifications.id));
    const { coordinator, member } = scene.people;
    expect(rows.map(({ kind, userId }) => [kind, userId])).toEqual([
      ["amendment", coordinator.userId],
      ["amendment", member.userId],
      ["agreed", coordinator.userId],
    ]);
  });
});
