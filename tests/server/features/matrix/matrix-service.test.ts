import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { amendments, contributions, notifications, offers } from "#server/db/schema/index.ts";
import { projectBalance } from "#server/features/contributions/balance-queries.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { showMatrix } from "#server/features/matrix/matrix-queries.ts";
import { writeMatrix } from "#server/features/matrix/matrix-service.ts";
import { showForecast } from "#server/features/reporting/forecast-queries.ts";
import { notationOf } from "#shared/features/matrix/amount-rules.ts";
import { planEdits } from "#shared/features/matrix/edit-plan-rules.ts";
import { cellsByPlace, placeKey } from "#shared/features/matrix/matrix-rules.ts";
import type { MatrixAxis, MatrixMeasure } from "#shared/features/matrix/matrix-words.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { buildAmendment, buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

import { act, undo } from "../changes/undo-stage.ts";

let db: Database;
let team: Awaited<ReturnType<typeof buildTeam>>;
let member: Person;
let coordinator: Person;
let streams: { id: string; title: string }[];
beforeEach(async () => {
  db = await openTestDatabase();
  team = await buildTeam(db);
  ({ member, coordinator } = team.people);
  streams = [await buildStream(db, team.project), await buildStream(db, team.project)];
});

const show = (who: Person, measure: MatrixMeasure = "effort", by: MatrixAxis = "project") =>
  showMatrix(db.read, who, { projectId: team.project.id, measure, by });

type Edit = [participant: { id: string }, stream: number, wish: string];

/** Plans texts as the page does, and writes what the plan says. */
async function write(who: Person, edits: Edit[], measure: MatrixMeasure = "effort") {
  const matrix = await show(who, measure);
  const wished = edits.map(([{ id }, at, wish]) => ({ participantId: id, columnId: streams[at]?.id ?? null, wish }));
  const plan = planEdits(matrix, wished, notationOf(measure, "EUR", 2));
  const done = await act(db, who, (tx) =>
    writeMatrix(tx, who, {
      projectId: team.project.id,
      measure,
      reason: "From the matrix",
      newTitle: "Effort",
      cells: plan.writes.map((planned) => planned.write),
    }),
  );
  return { ...done, plan };
}

const cellOf = async (who: Person, participant: { id: string }, at: number, measure: MatrixMeasure = "effort") =>
  cellsByPlace(await show(who, measure)).get(placeKey(participant.id, streams[at]?.id ?? null));

const ledger = async () =>
  (await db.read.select().from(contributions).orderBy(contributions.id)).map(
    ({ version: _, updatedAt: __, ...line }) => line,
  );
const openChanges = () => db.read.select().from(amendments).where(eq(amendments.state, "open"));
const lineIn = (participant: { id: string }, at: number, parts: Parameters<typeof buildContribution>[2] = {}) =>
  buildContribution(
    db,
    { ...participant, projectId: team.project.id },
    { streamId: streams[at]?.id ?? null, ...parts },
  );

describe("a cell is the ledger", () => {
  test("a figure in an empty cell proposes a line, by the side that writes it, and the other side is told once", async () => {
    const { result } = await write(member, [
      [team.member, 0, "3,5"],
      [team.member, 1, "2"],
    ]);
    expect(result.done).toBe(2);
    expect(await ledger()).toMatchObject([
      { title: `Effort: ${streams[0]?.title}`, kind: "effort", state: "proposed", effortPmHundredths: 350 },
      { state: "proposed", effortPmHundredths: 200, streamId: streams[1]?.id },
    ]);
    const told = await db.read.select().from(notifications).where(eq(notifications.userId, coordinator.userId));
    expect(told).toHaveLength(1);
    await write(coordinator, [[team.member, 2, "1"]]);
    expect(await cellOf(coordinator, team.member, 2)).toMatchObject({
      agreed: 0,
      open: 100,
      lines: [{ state: "countered" }],
    });
  });

  test("an open line is revised by the side whose offer stands and countered by the other", async () => {
    await write(member, [[team.member, 0, "3"]]);
    await write(member, [[team.member, 0, "4"]]);
    expect(await cellOf(member, team.member, 0)).toMatchObject({
      open: 400,
      lines: [{ state: "proposed", act: "revise" }],
    });
    await write(coordinator, [[team.member, 0, "2.5"]]);
    expect(await cellOf(member, team.member, 0)).toMatchObject({
      open: 250,
      lines: [{ state: "countered", act: "counter" }],
    });
    expect(
      (await db.read.select().from(offers)).map(({ effortPmHundredths }) => effortPmHundredths).toSorted(),
    ).toEqual([250, 300, 400]);
  });

  test("an agreed line stands while its change is proposed, reworded, and taken back at the agreed figure", async () => {
    await lineIn(team.member, 0, { effortPmHundredths: 1_200 });
    await write(member, [[team.member, 0, "14"]]);
    expect(await cellOf(member, team.member, 0)).toMatchObject({
      agreed: 1_200,
      lines: [{ amount: 1_200, act: "reword", amendment: { amount: 1_400, side: "member" } }],
    });
    await write(member, [[team.member, 0, "15"]]);
    expect(await openChanges()).toMatchObject([{ effortPmHundredths: 1_500, reason: "From the matrix" }]);
    await write(member, [[team.member, 0, "12"]]);
    expect(await openChanges()).toEqual([]);
    await write(member, [[team.member, 0, ""]]);
    expect(await openChanges()).toMatchObject([{ kind: "withdrawal" }]);
    const cell = await cellOf(coordinator, team.member, 0);
    expect(cell).toMatchObject({ lines: [{ act: null, problem: "waiting" }] });
    expect((await write(member, [[team.member, 0, "9"]])).plan.writes[0]?.act).toBe("reword");
  });

  test("the coordinator's own agreed line changes at once", async () => {
    await lineIn(team.coordinator, 0, { effortPmHundredths: 1_200 });
    await write(coordinator, [[team.coordinator, 0, "14"]]);
    expect(await cellOf(coordinator, team.coordinator, 0)).toMatchObject({ agreed: 1_400 });
  });

  test("value counts lines of every kind and makes one in kind", async () => {
    await lineIn(team.member, 0, {
      kind: "cash",
      effortPmHundredths: null,
      state: "proposed",
      valueCents: 5_000,
      basis: null,
    });
    await write(
      member,
      [
        [team.member, 0, "60"],
        [team.member, 1, "1 000"],
      ],
      "value",
    );
    expect(await cellOf(member, team.member, 0, "value")).toMatchObject({ open: 6_000 });
    expect(await cellOf(member, team.member, 1, "value")).toMatchObject({
      open: 100_000,
      lines: [{ kind: "in-kind" }],
    });
    expect(await cellOf(member, team.member, 0)).toBeUndefined();
    await write(member, [[team.member, 0, ""]], "value");
    expect(await cellOf(member, team.member, 0, "value")).toBeUndefined();
  });
});

describe("many cells, one act", () => {
  test("each is judged by itself, and what the page has not seen is not overwritten", async () => {
    const line = await lineIn(team.member, 0, { effortPmHundredths: 1_200 });
    const cell = (participantId: string, at: number, seen: { id: string; version: number } | null) => ({
      participantId,
      streamId: streams[at]?.id ?? null,
      amount: 100,
      line: seen,
      amendment: null,
    });
    const send = (who: Person, cells: ReturnType<typeof cell>[]) =>
      act(db, who, (tx) =>
        writeMatrix(tx, who, { projectId: team.project.id, measure: "effort", reason: "x", newTitle: "Effort", cells }),
      );
    const { result } = await send(member, [
      cell(team.member.id, 0, { id: line.id, version: line.version + 1 }),
      cell(team.member.id, 1, null),
      cell(team.coordinator.id, 1, null),
    ]);
    expect(result).toMatchObject({
      done: 1,
      results: [{ appCode: "STALE" }, { appCode: null }, { appCode: "FORBIDDEN" }],
    });
    expect((await faultOf(send(member, [cell(team.coordinator.id, 0, null)]))).appCode).toBe("FORBIDDEN");
    const all = [cell(team.coordinator.id, 0, null), cell(team.member.id, 0, null)];
    expect((await faultOf(send(member, all))).appCode).toBe("NOTHING_DONE");
    expect((await faultOf(send(team.people.outsider, all))).code).toBe("NOT_FOUND");
    await lineIn(team.member, 0);
    expect((await faultOf(send(member, [cell(team.member.id, 0, { id: line.id, version: 1 })]))).appCode).toBe(
      "SEVERAL_LINES",
    );
  });

  test("one undo takes all of it back, and doing it again brings all of it again", async () => {
    await lineIn(team.member, 0, { effortPmHundredths: 1_200 });
    await lineIn(team.coordinator, 0, { effortPmHundredths: 500 });
    const reworded = await lineIn(team.member, 2, { effortPmHundredths: 800 });
    await buildAmendment(db, reworded, {
      effortPmHundredths: 900,
      side: "coordinator",
      valueCents: reworded.valueCents,
    });
    await lineIn(team.coordinator, 1, { state: "proposed", agreedAt: null, effortPmHundredths: 700 });
    const before = await ledger();
    const changesBefore = (await openChanges()).map(({ effortPmHundredths }) => effortPmHundredths);
    const { groupId, result } = await write(coordinator, [
      [team.member, 0, "14"],
      [team.coordinator, 0, "6"],
      [team.coordinator, 1, ""],
      [team.member, 1, "3"],
      [team.member, 2, "9,5"],
    ]);
    expect(result.done).toBe(5);
    const after = await ledger();
    const undone = await undo(db, coordinator, groupId);
    expect(undone.skipped).toEqual([]);
    expect(await ledger()).toEqual(before);
    expect((await openChanges()).map(({ effortPmHundredths }) => effortPmHundredths)).toEqual(changesBefore);
    const again = await undo(db, coordinator, undone.groupId);
    expect(again.skipped).toEqual([]);
    expect(await ledger()).toEqual(after);
    expect((await openChanges()).map(({ effortPmHundredths }) => effortPmHundredths).toSorted()).toEqual([1_400, 950]);
    expect((await undo(db, coordinator, again.groupId)).skipped).toEqual([]);
    expect(await ledger()).toEqual(before);
  });

  test("what was agreed in the meantime stays agreed", async () => {
    const line = await lineIn(team.member, 0, { effortPmHundredths: 1_200 });
    const { groupId } = await write(member, [[team.member, 0, "14"]]);
    await db.housekeep(async (tx) => {
      await tx
        .update(amendments)
        .set({ state: "declined" })
        .where(and(eq(amendments.contributionId, line.id)));
    });
    expect((await faultOf(undo(db, member, groupId))).appCode).toBe("NOTHING_UNDONE");
  });
});

describe("what a reader is told", () => {
  test("totals are those of the balance, also where another member keeps a line to itself", async () => {
    await lineIn(team.member, 0, { effortPmHundredths: 300 });
    await lineIn(team.coordinator, 1, { effortPmHundredths: 900, confidentiality: "coordinator" });
    for (const who of [member, coordinator, team.people.cluster]) {
      const matrix = await show(who);
      const membership = await loadMembership(db.read, who, team.project.id);
      const balance = await projectBalance(db.read, membership);
      expect(matrix.total.agreed).toBe(balance.effort.agreed);
      for (const { participantId, effort } of balance.participants)
        expect(matrix.rows.find((row) => row.participantId === participantId)?.sum.agreed).toBe(effort.agreed);
      for (const { streamId, effort } of balance.streams)
        expect(matrix.columns.find(({ id }) => id === streamId)?.sum.agreed).toBe(effort.agreed);
    }
    expect(await cellOf(member, team.coordinator, 1)).toBeUndefined();
    expect((await show(member)).rows.map(({ mayEdit }) => mayEdit)).toEqual([false, true]);
    expect((await show(team.people.cluster)).rows.every(({ mayEdit }) => !mayEdit)).toBe(true);
  });

  test("by period the figures are the forecast's, and nothing can be written", async () => {
    const line = await lineIn(team.member, 0, { effortPmHundredths: 700, fromMonth: 1, toMonth: 12 });
    const first = await buildPeriod(db, team.project);
    await buildPeriod(db, team.project, { number: 2, startMonth: 7, endMonth: 12 });
    await buildUpdate(db, line, first);
    const [matrix, forecast] = [
      await show(member, "effort", "period"),
      await showForecast(db.read, member, { projectId: team.project.id, unit: "effort" }),
    ];
    expect(matrix.columns.map(({ sum }) => sum.agreed)).toEqual(forecast.total.cells.map(({ agreed }) => agreed));
    expect(matrix.columns.map(({ sum }) => sum.agreed)).toEqual([350, 350]);
    expect(matrix.total.agreed).toBe(700);
    expect(matrix.rows.some(({ mayEdit }) => mayEdit)).toBe(false);
  });

  test("a closed project is locked", async () => {
    db = await openTestDatabase();
    team = await buildTeam(db, { status: "completed" });
    expect((await show(team.people.coordinator)).locked).toBe(true);
  });
});
