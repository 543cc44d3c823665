import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { changes, contributions, periods, updates } from "#server/db/schema/index.ts";
import { agreeAmendment, proposeAmendment } from "#server/features/contributions/amendment-service.ts";
import { lockManyPeriods } from "#server/features/reporting/period-closing-service.ts";
import { lockPeriod } from "#server/features/reporting/period-service.ts";
import { reviseRequestSettings } from "#server/features/reporting/request-settings-service.ts";
import { acceptManyUpdates, acceptUpdate, returnManyUpdates } from "#server/features/reporting/review-service.ts";
import { listTodo } from "#server/features/reporting/todo-queries.ts";
import { saveUpdate, submitUpdate } from "#server/features/reporting/update-service.ts";
import { actAs, buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { outcomeOf } from "#tests/support/outcome.ts";

const clock = { now: Date.UTC(2026, 6, 20) };
let db: Database;
let scene: Consortium;
let period: Awaited<ReturnType<typeof buildPeriod>>;
let lines: Awaited<ReturnType<typeof buildContribution>>[];

beforeEach(async () => {
  clock.now = Date.UTC(2026, 6, 20);
  db = await openTestDatabase({ clock: () => clock.now });
  scene = await buildConsortium(db);
  period = await buildPeriod(db, scene.project, { dueOn: "2026-07-30" });
  lines = [
    await buildContribution(db, scene.participants.member),
    await buildContribution(db, scene.participants.other),
  ];
});

const as = (who: Standpoint) => scene.people[who];
const waiting = async (index: number) => buildUpdate(db, lines[index]!, period, { state: "submitted" });
const accept = (ref: { id: string; version: number }) =>
  actAs(db, as("coordinator"), (tx) => acceptUpdate(tx, as("coordinator"), { id: ref.id, version: ref.version }));
const stored = async () => (await db.read.select().from(periods).where(eq(periods.id, period.id)))[0]!;
const settings = (patch: Parameters<typeof reviseRequestSettings>[2]["patch"], version: number | null = null) =>
  actAs(db, as("coordinator"), (tx) =>
    reviseRequestSettings(tx, as("coordinator"), { projectId: scene.project.id, version, patch }),
  );

describe("a period closes itself", () => {
  test("with the last acceptance it expects, and the history tells so", async () => {
    // What is not agreed, not of these months, or of a member that has not accepted is not expected.
    await buildContribution(db, scene.participants.member, { state: "proposed" });
    await buildContribution(db, scene.participants.member, { fromMonth: 7, toMonth: 12 });
    await buildContribution(db, scene.participants.invited);
    const refs = [await waiting(0), await waiting(1)];
    await accept(refs[0]!);
    expect((await stored()).lockedAt).toBeNull();
    await accept(refs[1]!);
    expect(await stored()).toMatchObject({ lockedAt: clock.now, version: period.version + 1 });
    const told = await db.read.select().from(changes).where(eq(changes.entityId, period.id));
    expect(told).toMatchObject([{ action: "locked", actorId: as("coordinator").userId }]);
  });

  test("not while a report beyond what is expected waits for an answer, nor where the project does not want it", async () => {
    const dropped = await buildContribution(db, scene.participants.other, { state: "withdrawn" });
    const leftOver = await buildUpdate(db, dropped, period, { state: "submitted" });
    for (const index of [0, 1]) await accept(await waiting(index));
    expect((await stored()).lockedAt).toBeNull();
    await settings({ locksWhenAccepted: false });
    await accept(leftOver);
    expect((await stored()).lockedAt).toBeNull();
  });

  test("accepted in bulk as one by one", async () => {
    const refs = [await waiting(0), await waiting(1)].map(({ id, version }) => ({ id, version }));
    const result = await actAs(db, as("coordinator"), (tx) =>
      acceptManyUpdates(tx, as("coordinator"), { projectId: scene.project.id, updates: refs }),
    );
    expect(result.done).toBe(2);
    expect((await stored()).lockedAt).toBe(clock.now);
  });

  test("opened again it takes what is missing, and no accepted figure moves", async () => {
    const refs = [await waiting(0), await waiting(1)];
    for (const ref of refs) await accept(ref);
    const before = await db.read.select().from(updates).orderBy(updates.id);
    const { version } = await stored();
    await actAs(db, as("coordinator"), (tx) =>
      lockPeriod(tx, as("coordinator"), { id: period.id, version, locked: false }),
    );
    const late = await buildContribution(db, scene.participants.member);
    for (const [index, ref] of refs.entries()) {
      const owner = as(index === 0 ? "member" : "other");
      const save = actAs(db, owner, (tx) =>
        saveUpdate(tx, owner, {
          contributionId: lines[index]!.id,
          periodId: period.id,
          version: ref.version + 1,
          patch: { deliveredCents: 1 },
        }),
      );
      expect(await outcomeOf(save)).toBe("STALE");
    }
    const bulk = actAs(db, as("coordinator"), (tx) =>
      returnManyUpdates(tx, as("coordinator"), {
        projectId: scene.project.id,
        updates: refs.map(({ id, version: seen }) => ({ id, version: seen + 1 })),
        note: "Once more",
      }),
    );
    expect(await outcomeOf(bulk)).toBe("NOTHING_DONE");
    expect(await db.read.select().from(updates).orderBy(updates.id)).toEqual(before);
    await accept(await buildUpdate(db, late, period, { state: "submitted" }));
    expect((await stored()).lockedAt).toBe(clock.now);
  });
});

test("an amended agreement changes what is planned, never what was reported in a closed period", async () => {
  const refs = [await waiting(0), await waiting(1)];
  for (const ref of refs) await accept(ref);
  const before = await db.read.select().from(updates).orderBy(updates.id);
  const closed = await stored();
  expect(closed.lockedAt).not.toBeNull();
  const [line] = lines;
  const { effortPmHundredths, quantity, unit, basis, basisNote, fromMonth, toMonth } = line!;
  const terms = { effortPmHundredths, quantity, unit, basis, basisNote, fromMonth, toMonth, valueCents: 7_700_000 };
  const proposed = await actAs(db, as("member"), (tx) =>
    proposeAmendment(tx, as("member"), {
      contributionId: line!.id,
      version: line!.version,
      terms,
      reason: "More heat",
    }),
  );
  await actAs(db, as("coordinator"), (tx) =>
    agreeAmendment(tx, as("coordinator"), { id: proposed.id, version: proposed.version }),
  );
  const [amended] = await db.read.select().from(contributions).where(eq(contributions.id, line!.id));
  expect(amended?.valueCents).toBe(7_700_000);
  expect(await db.read.select().from(updates).orderBy(updates.id)).toEqual(before);
  expect(await stored()).toEqual(closed);
});

describe("many at once", () => {
  test("reports are given back with one note, and periods are closed together", async () => {
    const refs = [await waiting(0), await waiting(1)].map(({ id, version }) => ({ id, version }));
    const returned = await actAs(db, as("coordinator"), (tx) =>
      returnManyUpdates(tx, as("coordinator"), { projectId: scene.project.id, updates: refs, note: "Which boiler?" }),
    );
    expect(returned.done).toBe(2);
    const rows = await db.read.select().from(updates);
    expect(rows.map(({ state, reviewNote }) => [state, reviewNote])).toEqual(
      ["returned", "returned"].map((state) => [state, "Which boiler?"]),
    );
    const second = await buildPeriod(db, scene.project, { number: 2, startMonth: 7, endMonth: 12 });
    const foreign = await buildPeriod(db, (await buildConsortium(db)).project);
    const closed = await actAs(db, as("coordinator"), (tx) =>
      lockManyPeriods(tx, as("coordinator"), {
        projectId: scene.project.id,
        locked: true,
        periods: [period, second, foreign].map(({ id, version }) => ({ id, version })),
      }),
    );
    expect(closed.results.map(({ appCode }) => appCode)).toEqual([null, null, "NOT_FOUND"]);
  });
});

const write = async (patch: { deliveredPmHundredths?: number; lateReason?: string }, version: number | null) =>
  actAs(db, as("member"), (tx) =>
    saveUpdate(tx, as("member"), { contributionId: lines[0]!.id, periodId: period.id, version, patch }),
  );
const handIn = (ref: { id: string; version: number }) =>
  actAs(db, as("member"), (tx) => submitUpdate(tx, as("member"), { id: ref.id, version: ref.version }));

describe("late reports", () => {
  test("carry a reason from the day after, by the clock of the project's zone", async () => {
    const draft = await write({ deliveredPmHundredths: 10 }, null);
    clock.now = Date.UTC(2026, 6, 30, 21);
    const refused = await handIn(draft).catch((fault: unknown) => fault);
    expect(refused).toMatchObject({ appCode: "INPUT", fields: [{ path: "lateReason", appCode: "LATE_REASON" }] });
    expect(await outcomeOf(handIn(await write({ lateReason: "  " }, draft.version)))).toBe("INPUT");
    const todo = await listTodo(db.read, as("member"), { projectId: scene.project.id, periodId: period.id });
    expect(todo).toMatchObject({ dueOn: "2026-07-30", timeZone: "Europe/Helsinki" });
    await settings({ timeZone: "America/New_York" });
    expect((await handIn({ id: draft.id, version: draft.version + 1 })).state).toBe("submitted");
  });

  test("the reason is handed in with the report and told with it", async () => {
    clock.now = Date.UTC(2026, 7, 2);
    const draft = await write({ deliveredPmHundredths: 10, lateReason: "The meter broke" }, null);
    expect(JSON.stringify(await db.read.select().from(changes))).not.toContain("The meter broke");
    await handIn(draft);
    const told = await db.read.select().from(changes).where(eq(changes.action, "submitted"));
    expect(told[0]?.fields).toMatchObject({ lateReason: ["", "The meter broke"] });
  });
});
