import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { contributions, notifications, offers, periods, updates } from "#server/db/schema/index.ts";
import { listChanges } from "#server/features/changes/change-queries.ts";
import {
  proposeContribution,
  reviseContribution,
  setConfidentiality,
} from "#server/features/contributions/contribution-service.ts";
import {
  agreeContribution,
  agreeManyContributions,
  counterContribution,
  withdrawContribution,
} from "#server/features/contributions/offer-service.ts";
import { saveUpdate } from "#server/features/reporting/update-service.ts";
import type { Terms } from "#shared/features/contributions/contribution.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { buildContribution, buildPeriod } from "#tests/support/build-contribution.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

import { act, undo } from "./undo-stage.ts";

const hour = 3_600_000;
let now: number;
let db: Database;
let team: Awaited<ReturnType<typeof buildTeam>>;
let member: Person;
let coordinator: Person;
beforeEach(async () => {
  now = Date.now();
  db = await openTestDatabase({ clock: () => now });
  team = await buildTeam(db);
  ({ member, coordinator } = team.people);
});

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
const propose = (confidentiality: "consortium" | "coordinator" = "consortium") =>
  act(db, member, (tx) =>
    proposeContribution(tx, member, {
      projectId: team.project.id,
      participantId: team.member.id,
      streamId: null,
      kind: "effort",
      title: "Engineers",
      confidentiality,
      terms,
    }),
  );

/** The ledger with every offer and report, but for how often and when it was written. */
async function ledger(): Promise<string> {
  const tables = [
    await db.read.select().from(contributions).orderBy(contributions.id),
    await db.read.select().from(offers).orderBy(offers.id),
    await db.read.select().from(updates).orderBy(updates.id),
    await db.read.select().from(periods).orderBy(periods.id),
  ];
  return JSON.stringify(tables, (key, value: unknown) =>
    key === "version" || key === "updatedAt" ? undefined : value,
  );
}

async function thereAndBack(person: Person, work: Parameters<typeof act>[2]): Promise<void> {
  const before = await ledger();
  const { groupId } = await act(db, person, work);
  const after = await ledger();
  expect(after).not.toBe(before);
  const undone = await undo(db, person, groupId);
  expect(undone.skipped).toEqual([]);
  expect(await ledger()).toBe(before);
  const redone = await undo(db, person, undone.groupId);
  expect(redone.isRedo).toBe(true);
  expect(await ledger()).toBe(after);
  await undo(db, person, redone.groupId);
  expect(await ledger()).toBe(before);
}

const lineOf = async (id: string) => (await db.read.select().from(contributions).where(eq(contributions.id, id)))[0]!;
const refOf = async (id: string) => ({ id, version: (await lineOf(id)).version });

describe("a line of the ledger", () => {
  test("proposed, revised, answered, opened, withdrawn and agreed: taken back and done again with its offers", async () => {
    expect.hasAssertions();
    await thereAndBack(member, (tx) =>
      proposeContribution(tx, member, {
        projectId: team.project.id,
        participantId: team.member.id,
        streamId: null,
        kind: "effort",
        title: "Engineers",
        confidentiality: "consortium",
        terms,
      }),
    );
    const { id } = (await propose()).result;
    const a = await refOf(id);
    await thereAndBack(member, (tx) => reviseContribution(tx, member, { ...a, patch: { title: "Other" } }));
    const b = await refOf(id);
    await thereAndBack(member, (tx) => reviseContribution(tx, member, { ...b, patch: { valueCents: 2_000_000 } }));
    const c = await refOf(id);
    await thereAndBack(coordinator, (tx) =>
      counterContribution(tx, coordinator, { ...c, terms: { ...terms, valueCents: 900_000 }, reason: "Too much" }),
    );
    const d = await refOf(id);
    await thereAndBack(member, (tx) => setConfidentiality(tx, member, { ...d, confidentiality: "coordinator" }));
    const e = await refOf(id);
    await thereAndBack(member, (tx) => withdrawContribution(tx, member, e));
    const f = await refOf(id);
    await thereAndBack(coordinator, (tx) => agreeContribution(tx, coordinator, f));
  });

  test("agreed many at once is one act; lines others moved on stay", async () => {
    const lines = await Promise.all([1, 2, 3].map(() => buildContribution(db, team.member, { state: "proposed" })));
    const { groupId } = await act(db, coordinator, (tx) =>
      agreeManyContributions(tx, coordinator, {
        projectId: team.project.id,
        lines: lines.map(({ id, version }) => ({ id, version })),
      }),
    );
    const period = await buildPeriod(db, team.project);
    await act(db, member, (tx) =>
      saveUpdate(tx, member, {
        contributionId: lines[1]!.id,
        periodId: period.id,
        version: null,
        patch: { deliveredCents: 1 },
      }),
    );
    const undone = await undo(db, coordinator, groupId);
    expect(undone).toMatchObject({ done: 2, skipped: [{ entityId: lines[1]!.id, reason: "in-use" }] });
    const states = await Promise.all(lines.map(async ({ id }) => (await lineOf(id)).state));
    expect(states).toEqual(["proposed", "agreed", "proposed"]);
  });

  test("an agreement is taken back by nobody but who gave it, within the hour, and both sides are told", async () => {
    const { id } = (await propose()).result;
    const ref = await refOf(id);
    const { groupId } = await act(db, coordinator, (tx) => agreeContribution(tx, coordinator, ref));
    expect((await faultOf(undo(db, member, groupId))).code).toBe("NOT_FOUND");
    const before = (await db.read.select().from(notifications)).length;
    const undone = await undo(db, coordinator, groupId);
    const told = (await db.read.select().from(notifications)).slice(before);
    expect(told.map(({ userId, entityId }) => [userId, entityId])).toEqual([[member.userId, id]]);
    await undo(db, coordinator, undone.groupId);
    // The hour counts from the agreement, however often it was taken back in between.
    const again = await act(db, member, (tx) =>
      setConfidentiality(tx, member, { id, version: 4, confidentiality: "coordinator" }),
    );
    await undo(db, member, again.groupId);
    now += hour + 1;
    expect(await lineOf(id)).toMatchObject({ state: "agreed" });
    const last = await db.read.select().from(contributions).where(eq(contributions.id, id));
    expect(last[0]?.agreedById).toBe(coordinator.userId);
  });

  test("an agreement older than an hour stays", async () => {
    const { id } = (await propose()).result;
    const ref = await refOf(id);
    const { groupId } = await act(db, coordinator, (tx) => agreeContribution(tx, coordinator, ref));
    now += hour + 1;
    expect(await faultOf(undo(db, coordinator, groupId))).toMatchObject({
      appCode: "NOTHING_UNDONE",
      present: [{ reason: "too-late" }],
    });
  });

  test("a proposal that was answered stays", async () => {
    const { groupId, result } = await propose();
    const ref = await refOf(result.id);
    await act(db, coordinator, (tx) =>
      counterContribution(tx, coordinator, { ...ref, terms: { ...terms, valueCents: 1 }, reason: "-" }),
    );
    expect(await faultOf(undo(db, member, groupId))).toMatchObject({ present: [{ reason: "changed" }] });
  });

  test("what became of a confided line is for its two sides alone", async () => {
    const { groupId, result } = await propose("coordinator");
    await undo(db, member, groupId);
    const { rows } = await listChanges(db.read, team.people.cluster, { projectId: team.project.id, limit: 50 });
    expect(rows.filter(({ entityId }) => entityId === result.id)).toEqual([]);
    const own = await listChanges(db.read, member, { projectId: team.project.id, limit: 50 }, now);
    expect(own.rows.map(({ action, mayUndo, isUndone }) => [action, mayUndo, isUndone])).toEqual([
      ["removed", true, false],
      ["created", false, true],
    ]);
  });
});
