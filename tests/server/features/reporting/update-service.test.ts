import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { changes, updates } from "#server/db/schema/index.ts";
import { projectBalance } from "#server/features/contributions/balance-queries.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { lockPeriod } from "#server/features/reporting/period-service.ts";
import { acceptManyUpdates, acceptUpdate, returnUpdate } from "#server/features/reporting/review-service.ts";
import { listTodo } from "#server/features/reporting/todo-queries.ts";
import { listUpdates, showUpdate } from "#server/features/reporting/update-queries.ts";
import { saveUpdate, submitManyUpdates, submitUpdate } from "#server/features/reporting/update-service.ts";
import { listUpdatesSchema, type Report } from "#shared/features/reporting/update.ts";
import { actAs, buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { outcomeOf } from "#tests/support/outcome.ts";

let db: Database;
let scene: Consortium;
let line: Awaited<ReturnType<typeof buildContribution>>;
let period: Awaited<ReturnType<typeof buildPeriod>>;

beforeEach(async () => {
  db = await openTestDatabase();
  scene = await buildConsortium(db);
  line = await buildContribution(db, scene.participants.member, {
    title: "Pilot plant",
    valueCents: 1_200_000,
    effortPmHundredths: 240,
    fromMonth: 1,
    toMonth: 12,
  });
  period = await buildPeriod(db, scene.project);
});
afterEach(() => db.close());

type Ref = { id: string; version: number };
const as = (who: Standpoint) => scene.people[who];
const save = (who: Standpoint, version: number | null, patch: Partial<Report>, contributionId = line.id) =>
  actAs(db, as(who), (tx) => saveUpdate(tx, as(who), { contributionId, periodId: period.id, version, patch }));
const submit = (who: Standpoint, { id, version }: Ref) =>
  actAs(db, as(who), (tx) => submitUpdate(tx, as(who), { id, version }));
const accept = (who: Standpoint, { id, version }: Ref) =>
  actAs(db, as(who), (tx) => acceptUpdate(tx, as(who), { id, version }));
const giveBack = (who: Standpoint, { id, version }: Ref, note = "Please explain") =>
  actAs(db, as(who), (tx) => returnUpdate(tx, as(who), { id, version, note }));
const lock = (locked: boolean, version = period.version) =>
  actAs(db, as("coordinator"), (tx) => lockPeriod(tx, as("coordinator"), { id: period.id, version, locked }));
const todo = async (who: Standpoint) =>
  (await listTodo(db.read, as(who), { projectId: scene.project.id, periodId: period.id })).items;

describe("the life of a report", () => {
  test("drafted, handed in, returned with a note, handed in again, accepted: then it counts and never changes", async () => {
    expect(await todo("member")).toMatchObject([
      { title: "Pilot plant", update: null, mayWrite: true, planned: { pmHundredths: 120, cents: 600_000 } },
    ]);
    const draft = await save("member", null, { deliveredPmHundredths: 100 });
    const fuller = await save("member", draft.version, { deliveredCents: 500_000, text: "Boiler ordered" });
    const first = await submit("member", fuller);
    expect(first.state).toBe("submitted");
    const returned = await giveBack("coordinator", first, "Which boiler?");
    expect(await todo("member")).toMatchObject([
      { update: { state: "returned", reviewNote: "Which boiler?", deliveredCents: 500_000 }, mayWrite: true },
    ]);
    const mended = await save("member", returned.version, { text: "The one for sludge", remainingCents: 800_000 });
    expect(mended.state).toBe("returned");
    const accepted = await accept("coordinator", await submit("member", mended));
    expect(accepted.state).toBe("accepted");
    const balance = await projectBalance(db.read, await loadMembership(db.read, as("other"), scene.project.id));
    expect(balance.value).toEqual({ agreed: 1_200_000, delivered: 500_000, remaining: 800_000, forecast: 1_300_000 });
    expect(balance.effort).toEqual({ agreed: 240, delivered: 100, remaining: 140, forecast: 240 });
    // It was the only one expected: the period closed itself. Opened again, what was accepted still stays as it is.
    expect(await outcomeOf(save("member", accepted.version, { text: "later" }))).toBe("PERIOD_LOCKED");
    await lock(false, period.version + 1);
    expect(await outcomeOf(save("member", accepted.version, { text: "later" }))).toBe("STALE");
    expect(await outcomeOf(submit("member", accepted))).toBe("FORBIDDEN");
    expect(await outcomeOf(giveBack("coordinator", accepted))).toBe("FORBIDDEN");
    expect(await outcomeOf(accept("coordinator", accepted))).toBe("FORBIDDEN");
  });

  test("what is not handed in yet is the member's own: not listed, not shown, not in the history", async () => {
    const draft = await save("member", null, { deliveredPmHundredths: 77, text: "Canary text" });
    for (const who of ["coordinator", "other", "cluster", "reader"] as const) {
      expect(
        (await listUpdates(db.read, as(who), listUpdatesSchema.parse({ projectId: scene.project.id }))).total,
      ).toBe(0);
      expect(await outcomeOf(showUpdate(db.read, as(who), { id: draft.id }))).toBe("NOT_FOUND");
      expect(await outcomeOf(accept(who, draft))).toBe("NOT_FOUND");
    }
    expect(JSON.stringify(await db.read.select().from(changes))).not.toContain("Canary text");
    await submit("member", draft);
    expect(JSON.stringify(await db.read.select().from(changes))).toContain("Canary text");
  });

  test("a report without what its kind needs is not handed in; zero is an answer", async () => {
    const draft = await save("member", null, { text: "Nothing yet" });
    expect(await outcomeOf(submit("member", draft))).toBe("INPUT");
    expect(await outcomeOf(save("member", draft.version, { deliveredQuantity: "3" }))).toBe("INPUT");
    expect((await submit("member", await save("member", draft.version, { deliveredPmHundredths: 0 }))).state).toBe(
      "submitted",
    );
  });

  test("nobody reports for another member, against an open talk, or into a foreign period", async () => {
    for (const who of ["coordinator", "viewer", "other", "cluster"] as const)
      expect(await outcomeOf(save(who, null, { text: "x" }))).toBe("FORBIDDEN");
    for (const who of ["invited", "reader", "outsider"] as const)
      expect(await outcomeOf(save(who, null, { text: "x" }))).toBe("NOT_FOUND");
    const open = await buildContribution(db, scene.participants.member, { state: "proposed" });
    expect(await outcomeOf(save("member", null, { text: "x" }, open.id))).toBe("NOT_AGREED");
    const foreign = await buildConsortium(db);
    const other = await buildPeriod(db, foreign.project);
    const call = actAs(db, as("member"), (tx) =>
      saveUpdate(tx, as("member"), { contributionId: line.id, periodId: other.id, version: null, patch: {} }),
    );
    expect(await outcomeOf(call)).toBe("NOT_FOUND");
  });
});

describe("a locked period", () => {
  test("takes no draft, no report, no answer; unlocked it does again", async () => {
    const draft = await save("member", null, { deliveredPmHundredths: 10 });
    const other = await buildContribution(db, scene.participants.member);
    const waiting = await buildUpdate(db, other, period, { state: "submitted" });
    const { version } = await lock(true);
    expect(await outcomeOf(save("member", draft.version, { text: "late" }))).toBe("PERIOD_LOCKED");
    expect(await outcomeOf(submit("member", draft))).toBe("PERIOD_LOCKED");
    expect(await outcomeOf(accept("coordinator", waiting))).toBe("PERIOD_LOCKED");
    expect(await outcomeOf(giveBack("coordinator", waiting))).toBe("PERIOD_LOCKED");
    const third = await buildContribution(db, scene.participants.member);
    expect(await outcomeOf(save("member", null, { text: "new" }, third.id))).toBe("PERIOD_LOCKED");
    expect(await db.read.$count(updates)).toBe(2);
    expect(await outcomeOf(lock(false))).toBe("STALE");
    await lock(false, version);
    expect((await submit("member", draft)).state).toBe("submitted");
  });

  test("only the coordinator locks", async () => {
    for (const who of ["member", "viewer", "cluster"] as const) {
      const call = actAs(db, as(who), (tx) => lockPeriod(tx, as(who), { id: period.id, version: 1, locked: true }));
      expect(await outcomeOf(call)).toBe("FORBIDDEN");
    }
  });
});

describe("at the same time", () => {
  test("accept and return of one report: one winner, the others get 409 with the report as it stands", async () => {
    const waiting = await submit("member", await save("member", null, { deliveredPmHundredths: 10 }));
    const outcomes = await Promise.allSettled([
      accept("coordinator", waiting),
      giveBack("coordinator", waiting),
      accept("coordinator", waiting),
      giveBack("coordinator", waiting),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const losers = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));
    const stale = { code: "CONFLICT", appCode: "STALE", present: { version: waiting.version + 1 } };
    for (const fault of losers) expect(fault).toMatchObject(stale);
    const [stored] = await db.read.select().from(updates).where(eq(updates.id, waiting.id));
    expect(stored?.version).toBe(waiting.version + 1);
  });

  test("two people begin the same report: one draft, the second sees the first's text", async () => {
    const outcomes = await Promise.allSettled([
      save("member", null, { text: "mine" }),
      save("member", null, { text: "mine too" }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { appCode: "STALE", present: { text: expect.stringContaining("mine") } },
    });
    expect(await db.read.$count(updates)).toBe(1);
  });
});

describe("many at once", () => {
  test("each report is judged by itself", async () => {
    const second = await buildContribution(db, scene.participants.member);
    const drafts = [
      await save("member", null, { deliveredPmHundredths: 10 }),
      await save("member", null, { text: "no figure" }, second.id),
    ];
    const refs = drafts.map(({ id, version }) => ({ id, version }));
    const handedIn = await actAs(db, as("member"), (tx) =>
      submitManyUpdates(tx, as("member"), { projectId: scene.project.id, updates: refs }),
    );
    expect(handedIn.results.map((each) => each.appCode)).toEqual([null, "INPUT"]);
    const now = await db.read
      .select({ id: updates.id, version: updates.version })
      .from(updates)
      .orderBy(updates.createdAt, updates.id);
    const accepted = await actAs(db, as("coordinator"), (tx) =>
      acceptManyUpdates(tx, as("coordinator"), { projectId: scene.project.id, updates: now }),
    );
    expect(accepted).toMatchObject({ done: 1 });
    expect(accepted.results.find(({ id }) => id === refs[1]?.id)?.appCode).toBe("NOT_FOUND");
  });
});

test("delivered is the exact sum of whatever was accepted", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 99_999_999_999 }), { minLength: 1, maxLength: 6 }),
      async (amounts) => {
        const own = await buildConsortium(db);
        const cash = await buildContribution(db, own.participants.member, {
          kind: "cash",
          effortPmHundredths: null,
          valueCents: 1,
        });
        for (const [index, deliveredCents] of amounts.entries()) {
          const each = await buildPeriod(db, own.project, { number: index + 1 });
          await buildUpdate(db, cash, each, { deliveredCents, deliveredPmHundredths: null });
        }
        const balance = await projectBalance(db.read, await loadMembership(db.read, own.people.member, own.project.id));
        expect(BigInt(balance.value.delivered ?? -1)).toBe(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n));
      },
    ),
    { numRuns: 15 },
  );
});
