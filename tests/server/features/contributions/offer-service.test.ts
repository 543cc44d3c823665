import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { changes, contributions } from "#server/db/schema/index.ts";
import { showContribution } from "#server/features/contributions/contribution-detail-queries.ts";
import { proposeContribution, reviseContribution } from "#server/features/contributions/contribution-service.ts";
import {
  agreeContribution,
  agreeManyContributions,
  counterContribution,
  withdrawContribution,
} from "#server/features/contributions/offer-service.ts";
import type { ProposeContributionInput, Terms } from "#shared/features/contributions/contribution.ts";
import { actAs, buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { outcomeOf } from "#tests/support/outcome.ts";

let db: Database;
let scene: Consortium;

beforeEach(async () => {
  db = await openTestDatabase();
  scene = await buildConsortium(db);
});
afterEach(() => db.close());

const terms: Terms = {
  effortPmHundredths: 250,
  quantity: null,
  unit: null,
  valueCents: 1_500_000,
  basis: "own-cost",
  basisNote: "",
  fromMonth: 2,
  toMonth: 12,
};
const inputFor = (participantId: string): ProposeContributionInput => ({
  projectId: scene.project.id,
  participantId,
  streamId: null,
  kind: "effort",
  title: "Boiler tests",
  confidentiality: "consortium",
  terms,
});
const propose = (
  who: Standpoint,
  participantId = scene.participants.member.id,
  changed: Partial<ProposeContributionInput> = {},
) =>
  actAs(db, scene.people[who], (tx) =>
    proposeContribution(tx, scene.people[who], { ...inputFor(participantId), ...changed }),
  );
const agree = (who: Standpoint, ref: { id: string; version: number }) =>
  actAs(db, scene.people[who], (tx) => agreeContribution(tx, scene.people[who], { id: ref.id, version: ref.version }));
const counter = (who: Standpoint, ref: { id: string; version: number }, changed: Partial<Terms>, reason: string) =>
  actAs(db, scene.people[who], (tx) =>
    counterContribution(tx, scene.people[who], {
      id: ref.id,
      version: ref.version,
      terms: { ...terms, ...changed },
      reason,
    }),
  );
const withdraw = (who: Standpoint, ref: { id: string; version: number }) =>
  actAs(db, scene.people[who], (tx) =>
    withdrawContribution(tx, scene.people[who], { id: ref.id, version: ref.version }),
  );
const show = (who: Standpoint, id: string) => showContribution(db.read, scene.people[who], { id });
describe("the life of a line", () => {
  test("proposed, countered, countered back, agreed: every offer, who and when is kept", async () => {
    const proposed = await propose("member");
    expect(proposed).toMatchObject({ version: 1, state: "proposed" });
    const countered = await counter(
      "coordinator",
      proposed,
      { valueCents: 1_200_000 },
      "The rate of the call is lower",
    );
    expect(countered).toMatchObject({ version: 2, state: "countered" });
    const back = await counter("member", countered, { valueCents: 1_350_000 }, "Meet in the middle");
    expect(back).toMatchObject({ version: 3, state: "proposed" });
    expect(await agree("coordinator", back)).toMatchObject({ version: 4, state: "agreed" });
    const line = await show("member", proposed.id);
    expect(line.offers.map(({ number, side, valueCents, reason }) => ({ number, side, valueCents, reason }))).toEqual([
      { number: 1, side: "member", valueCents: 1_500_000, reason: "" },
      { number: 2, side: "coordinator", valueCents: 1_200_000, reason: "The rate of the call is lower" },
      { number: 3, side: "member", valueCents: 1_350_000, reason: "Meet in the middle" },
    ]);
    expect(line.offers.map(({ byOrganisationName }) => byOrganisationName)).toEqual(["Mover", "Lead", "Mover"]);
    expect(line).toMatchObject({
      valueCents: 1_350_000,
      state: "agreed",
      may: { revise: false, agree: false, counter: false, withdraw: false },
    });
    const [stored] = await db.read.select().from(contributions).where(eq(contributions.id, proposed.id));
    expect(stored).toMatchObject({ agreedById: scene.people.coordinator.userId });
    expect(stored?.agreedAt).toBe(stored?.updatedAt);
    const history = await db.read
      .select({ action: changes.action })
      .from(changes)
      .where(eq(changes.entityId, proposed.id))
      .orderBy(changes.seq);
    expect(history.map(({ action }) => action)).toEqual(["created", "countered", "countered", "agreed"]);
  });

  test("the coordinator asks a member for a line: it waits for the member, who agrees", async () => {
    const asked = await propose("coordinator");
    expect(asked.state).toBe("countered");
    expect(await outcomeOf(agree("coordinator", asked))).toBe("FORBIDDEN");
    expect((await show("member", asked.id)).may).toEqual({
      revise: false,
      agree: true,
      counter: true,
      withdraw: true,
      setConfidentiality: true,
      amend: false,
    });
    expect(await agree("member", asked)).toMatchObject({ state: "agreed" });
  });

  test("the coordinator proposes and agrees its own line", async () => {
    const own = await propose("coordinator", scene.participants.coordinator.id);
    expect(own.state).toBe("proposed");
    expect(await agree("coordinator", own)).toMatchObject({ state: "agreed" });
  });

  test("a member withdraws what it proposed, the coordinator what it asked for; nothing follows", async () => {
    const proposed = await propose("member");
    expect(await outcomeOf(withdraw("coordinator", proposed))).toBe("FORBIDDEN");
    const gone = await withdraw("member", proposed);
    expect(gone.state).toBe("withdrawn");
    expect(await outcomeOf(agree("coordinator", gone))).toBe("FORBIDDEN");
    expect(await withdraw("coordinator", await propose("coordinator"))).toMatchObject({ state: "withdrawn" });
  });

  test("the side whose offer stands changes it; changed figures are a further offer, a changed title is none", async () => {
    const proposed = await propose("member");
    const revise = (who: Standpoint, version: number, patch: object) =>
      actAs(db, scene.people[who], (tx) =>
        reviseContribution(tx, scene.people[who], { id: proposed.id, version, patch }),
      );
    expect(await outcomeOf(revise("coordinator", 1, { valueCents: 1 }))).toBe("FORBIDDEN");
    await revise("member", 1, { title: "Boiler tests in Turku" });
    await revise("member", 2, { valueCents: 1_600_000 });
    expect(await outcomeOf(revise("member", 2, { title: "Late" }))).toBe("STALE");
    const line = await show("coordinator", proposed.id);
    expect(line).toMatchObject({ title: "Boiler tests in Turku", valueCents: 1_600_000, version: 3 });
    expect(line.offers.map(({ valueCents }) => valueCents)).toEqual([1_500_000, 1_600_000]);
  });
});

describe("who may take part", () => {
  test.each(["viewer", "other", "invited", "cluster", "reader"] as const)(
    "%s proposes nothing for a member",
    async (who) => {
      expect(await outcomeOf(propose(who))).toBe("FORBIDDEN");
    },
  );

  test("an outsider is told of nothing, and a participant of another project is unknown", async () => {
    expect(await outcomeOf(propose("outsider"))).toBe("NOT_FOUND");
    expect(await outcomeOf(propose("coordinator", "0190b7a0-0000-7000-8000-000000000000"))).toBe("NOT_FOUND");
  });

  test("a refused act leaves no line, no offer and no history", async () => {
    const proposed = await propose("member");
    await outcomeOf(agree("other", proposed));
    await outcomeOf(counter("viewer", proposed, {}, "no"));
    expect((await show("member", proposed.id)).offers).toHaveLength(1);
    expect(await db.read.$count(changes)).toBe(1);
  });
});

describe("agreeing", () => {
  test("line by line in one transaction: what moved on is reported and stops nothing", async () => {
    const first = await propose("member");
    const moved = await propose("member");
    await counter("coordinator", moved, {}, "Too much");
    const ask = await propose("coordinator");
    const elsewhere = await buildContribution(db, scene.participants.other, { state: "agreed" });
    const lines = [first, moved, ask, { id: elsewhere.id, version: 1 }].map(({ id, version }) => ({ id, version }));
    const answer = await actAs(db, scene.people.coordinator, (tx) =>
      agreeManyContributions(tx, scene.people.coordinator, { projectId: scene.project.id, lines }),
    );
    expect(answer).toEqual({
      done: 1,
      results: [
        { id: first.id, appCode: null },
        { id: moved.id, appCode: "STALE" },
        { id: ask.id, appCode: "FORBIDDEN" },
        { id: elsewhere.id, appCode: "FORBIDDEN" },
      ],
    });
    expect((await show("member", first.id)).state).toBe("agreed");
    expect(
      await outcomeOf(
        actAs(db, scene.people.coordinator, (tx) =>
          agreeManyContributions(tx, scene.people.coordinator, { projectId: scene.project.id, lines }),
        ),
      ),
    ).toBe("NOTHING_DONE");
  });

  test("of two at the same time one wins and the other reads the line as it stands", async () => {
    const proposed = await propose("member");
    const calls = [
      agree("coordinator", proposed),
      counter("coordinator", proposed, {}, "No"),
      withdraw("member", proposed),
      agree("coordinator", proposed),
    ];
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const losers = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    for (const fault of losers)
      expect(fault).toMatchObject({ code: "CONFLICT", appCode: "STALE", present: { id: proposed.id, version: 2 } });
  });
});
