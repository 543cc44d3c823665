import { describe, expect, test } from "vitest";

import type { Tx } from "#server/db/database.ts";
import { addLine, removeLine, reviseLine } from "#server/features/budget/budget-line-service.ts";
import { showBudget } from "#server/features/budget/budget-queries.ts";
import { saveSettings, saveTerms, setCategory } from "#server/features/budget/budget-terms-service.ts";
import { removeStream } from "#server/features/streams/stream-service.ts";
import { undoAct } from "#server/features/changes/undo-service.ts";
import { addLineSchema, saveSettingsSchema } from "#shared/features/budget/budget.ts";
import { budgetOf } from "#shared/features/budget/project-budget-rules.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildBudgetLine } from "#tests/support/build-budget.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

const cost = (participantId: string, over: object = {}) =>
  addLineSchema.parse({
    participantId,
    category: "travel",
    title: "Trips",
    units: "1.5",
    unitPriceCents: 333,
    ...over,
  });

async function start() {
  const db = await openTestDatabase();
  const team = await buildTeam(db, { ruleBook: "interreg" });
  const as = <T>(person: Person, work: (tx: Tx) => Promise<T>) => actAs(db, person, work);
  const show = (person: Person) => showBudget(db.read, person, { projectId: team.project.id });
  const totalFor = async (person: Person) => {
    const plan = await show(person);
    return budgetOf(plan.ruleBook, plan.items, plan, plan.periods);
  };
  return { db, ...team, as, show, totalFor };
}

describe("a budget", () => {
  test("is made of agreed contributions and costs beside them, no figure twice", async () => {
    const { db, member, people, as, totalFor } = await start();
    await buildContribution(db, member, { valueCents: 10_000 });
    await buildContribution(db, member, { valueCents: 70_000, state: "proposed", agreedAt: null });
    await as(people.member, (tx) => addLine(tx, people.member, cost(member.id)));
    const budget = await totalFor(people.member);
    expect(budget.total.cents).toBe(10_000 + 499);
    expect(budget.members.map(({ budget: own }) => own?.rows.map(({ category }) => category))).toEqual([
      [],
      ["staff", "travel"],
    ]);
  });

  test("is kept by its member and by who plans; strangers learn of nothing", async () => {
    const { member, coordinator, people, as } = await start();
    const add = (person: Person, participantId: string) => as(person, (tx) => addLine(tx, person, cost(participantId)));
    const line = await add(people.member, member.id);
    await add(people.cluster, member.id);
    expect((await faultOf(add(people.member, coordinator.id))).code).toBe("FORBIDDEN");
    expect((await faultOf(add(people.outsider, member.id))).code).toBe("NOT_FOUND");
    const settings = saveSettingsSchema.parse({ projectId: member.projectId, version: 0, patch: { action: "IA" } });
    expect((await faultOf(as(people.member, (tx) => saveSettings(tx, people.member, settings)))).code).toBe(
      "FORBIDDEN",
    );
    const patch = { ...line, patch: { units: "2" } };
    await as(people.coordinator, (tx) => reviseLine(tx, people.coordinator, patch));
    const fault = await faultOf(as(people.member, (tx) => reviseLine(tx, people.member, patch)));
    expect([fault.appCode, fault.present]).toMatchObject(["STALE", { units: "2", version: 2 }]);
  });

  test("refuses amounts beyond the largest, months that end before they begin, streams of others", async () => {
    const { db, member, people, as } = await start();
    const foreign = await buildStream(db, (await buildTeam(db)).project);
    const fields = async (over: object) => {
      const fault = await faultOf(as(people.member, (tx) => addLine(tx, people.member, cost(member.id, over))));
      return fault.fields?.map(({ path, appCode }) => `${path} ${appCode}`);
    };
    expect(await fields({ units: "999999", unitPriceCents: 99_999_999_999 })).toEqual(["unitPriceCents TOO_LARGE"]);
    expect(await fields({ fromMonth: 9, toMonth: 3 })).toEqual(["toMonth BEFORE_START"]);
    expect(await fields({ streamId: foreign.id })).toEqual(["streamId NOT_VALID"]);
  });

  test("takes settings and terms by version, and a contribution into another category", async () => {
    const { db, project, member, people, as, show, totalFor } = await start();
    const line = await buildContribution(db, member, { valueCents: 10_000 });
    const patch = { flatRates: { travelBp: 1_500 }, funds: [{ name: "ERDF", rateBp: 8_000 }] };
    const input = saveSettingsSchema.parse({ projectId: project.id, version: 0, patch });
    await as(people.coordinator, (tx) => saveSettings(tx, people.coordinator, input));
    expect((await faultOf(as(people.coordinator, (tx) => saveSettings(tx, people.coordinator, input)))).appCode).toBe(
      "STALE",
    );
    const terms = { participantId: member.id, version: 0 as const, patch: { otherIncomeCents: 50 } };
    await as(people.member, (tx) => saveTerms(tx, people.member, terms));
    expect((await totalFor(people.member)).total.cents).toBe(11_500);
    expect((await show(people.member)).participants.at(-1)).toMatchObject({ otherIncomeCents: 50, termsVersion: 1 });
    await as(people.member, (tx) =>
      setCategory(tx, people.member, { id: line.id, version: line.version, category: "external" }),
    );
    const budget = await totalFor(people.member);
    expect([budget.total.cents, budget.funding[0]?.cents]).toEqual([10_000, 8_000]);
  });
});

describe("what is done to a budget", () => {
  test("can be taken back: costs, terms, settings and categories", async () => {
    const { db, project, member, people, as, show } = await start();
    const line = await buildContribution(db, member);
    const steps: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => addLine(tx, people.coordinator, cost(member.id)),
      (tx) => saveTerms(tx, people.coordinator, { participantId: member.id, version: 0, patch: { requestedCents: 5 } }),
      (tx) =>
        saveSettings(tx, people.coordinator, {
          projectId: project.id,
          version: 0,
          patch: { flatRates: { officeBp: 1 } },
        }),
      (tx) => setCategory(tx, people.coordinator, { id: line.id, version: 1, category: "other" }),
    ];
    const facts = async () => {
      const { settings, items, participants } = await show(people.coordinator);
      return { settings, participants, items: items.map(({ version: _version, ...item }) => item) };
    };
    const before = await facts();
    const acts: string[] = [];
    for (const step of steps)
      acts.push(
        await as(people.coordinator, async (tx) => {
          await step(tx);
          return tx.groupId;
        }),
      );
    expect(await facts()).not.toEqual(before);
    for (const groupId of acts.toReversed())
      await as(people.coordinator, (tx) => undoAct(tx, people.coordinator, { groupId }));
    expect(await facts()).toEqual(before);
  });

  test("a removed cost comes back; a stream that goes leaves its costs to the project", async () => {
    const { db, project, member, people, as, show } = await start();
    const stream = await buildStream(db, project);
    const row = await buildBudgetLine(db, member, { streamId: stream.id });
    await as(people.coordinator, (tx) => removeStream(tx, people.coordinator, { id: stream.id, version: 1 }));
    expect((await show(people.member)).items).toMatchObject([{ id: row.id, streamId: null, version: 2 }]);
    const groupId = await as(people.member, async (tx) => {
      await removeLine(tx, people.member, { id: row.id, version: 2 });
      return tx.groupId;
    });
    expect((await show(people.member)).items).toEqual([]);
    await as(people.member, (tx) => undoAct(tx, people.member, { groupId }));
    expect((await show(people.member)).items).toMatchObject([{ id: row.id, title: row.title }]);
  });
});

describe("what is confidential in a budget", () => {
  test("takes the figures and terms of its member away from all but itself and the coordinator", async () => {
    const { db, coordinator, member, people, as, show, totalFor } = await start();
    await buildContribution(db, member, { valueCents: 4_711, confidentiality: "coordinator" });
    await buildContribution(db, coordinator, { valueCents: 100 });
    const terms = { participantId: member.id, version: 0 as const, patch: { requestedCents: 4_712 } };
    await as(people.member, (tx) => saveTerms(tx, people.member, terms));
    const told = await show(people.cluster);
    expect(told.participants.map(({ isHidden }) => isHidden)).toEqual([false, true]);
    expect(JSON.stringify(told)).not.toMatch(/471[12]/);
    const budget = await totalFor(people.cluster);
    expect([budget.isWhole, budget.total.cents]).toEqual([false, 100]);
    for (const person of [people.coordinator, people.member]) expect((await totalFor(person)).total.cents).toBe(4_811);
  });
});
