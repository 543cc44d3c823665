import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { amendments, notifications, offers } from "#server/db/schema/index.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { buildAmendment } from "#tests/support/build-contribution.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

import { undo } from "../changes/undo-stage.ts";
import { type MatrixStage, openMatrixStage } from "./matrix-stage.ts";

let db: Database;
let stage: MatrixStage;
let team: MatrixStage["team"];
let member: Person;
let coordinator: Person;
beforeEach(async () => {
  db = await openTestDatabase();
  stage = await openMatrixStage(db);
  ({ team } = stage);
  ({ member, coordinator } = team.people);
});

const byNumber = (left: number, right: number) => left - right;
const cell = (participantId: string, at: number, seen: { id: string; version: number } | null) => ({
  participantId,
  streamId: stage.streams[at]?.id ?? null,
  amount: 100,
  line: seen,
  amendment: null,
});

describe("a cell is the ledger", () => {
  test("a figure in an empty cell proposes a line, by the side that writes it, and the other side is told once", async () => {
    const { result } = await stage.write(member, [
      [team.member, 0, "3,5"],
      [team.member, 1, "2"],
    ]);
    expect(result.done).toBe(2);
    expect(await stage.ledger()).toMatchObject([
      { title: `Effort: ${stage.streams[0]?.title}`, kind: "effort", state: "proposed", effortPmHundredths: 350 },
      { state: "proposed", effortPmHundredths: 200, streamId: stage.streams[1]?.id },
    ]);
    const told = await db.read.select().from(notifications).where(eq(notifications.userId, coordinator.userId));
    expect(told).toHaveLength(1);
    await stage.write(coordinator, [[team.member, 2, "1"]]);
    expect(await stage.cellOf(coordinator, team.member, 2)).toMatchObject({
      agreed: 0,
      open: 100,
      lines: [{ state: "countered" }],
    });
  });

  test("an open line is revised by the side whose offer stands and countered by the other", async () => {
    await stage.write(member, [[team.member, 0, "3"]]);
    await stage.write(member, [[team.member, 0, "4"]]);
    expect(await stage.cellOf(member, team.member, 0)).toMatchObject({
      open: 400,
      lines: [{ state: "proposed", act: "revise" }],
    });
    await stage.write(coordinator, [[team.member, 0, "2.5"]]);
    expect(await stage.cellOf(member, team.member, 0)).toMatchObject({
      open: 250,
      lines: [{ state: "countered", act: "counter" }],
    });
    expect(
      (await db.read.select().from(offers)).map(({ effortPmHundredths }) => effortPmHundredths ?? 0).toSorted(byNumber),
    ).toEqual([250, 300, 400]);
  });

  test("an agreed line stands while its change is proposed, reworded, and taken back at the agreed figure", async () => {
    await stage.lineIn(team.member, 0, { effortPmHundredths: 1_200 });
    await stage.write(member, [[team.member, 0, "14"]]);
    expect(await stage.cellOf(member, team.member, 0)).toMatchObject({
      agreed: 1_200,
      lines: [{ amount: 1_200, act: "reword", amendment: { amount: 1_400, side: "member" } }],
    });
    await stage.write(member, [[team.member, 0, "15"]]);
    expect(await stage.openChanges()).toMatchObject([{ effortPmHundredths: 1_500, reason: "From the matrix" }]);
    await stage.write(member, [[team.member, 0, "12"]]);
    expect(await stage.openChanges()).toEqual([]);
    await stage.write(member, [[team.member, 0, ""]]);
    expect(await stage.openChanges()).toMatchObject([{ kind: "withdrawal" }]);
    const cell = await stage.cellOf(coordinator, team.member, 0);
    expect(cell).toMatchObject({ lines: [{ act: null, problem: "waiting" }] });
    expect((await stage.write(member, [[team.member, 0, "9"]])).plan.writes[0]?.act).toBe("reword");
  });

  test("the coordinator's own agreed line changes at once", async () => {
    await stage.lineIn(team.coordinator, 0, { effortPmHundredths: 1_200 });
    await stage.write(coordinator, [[team.coordinator, 0, "14"]]);
    expect(await stage.cellOf(coordinator, team.coordinator, 0)).toMatchObject({ agreed: 1_400 });
  });

  test("value counts lines of every kind and makes one in kind", async () => {
    await stage.lineIn(team.member, 0, {
      kind: "cash",
      effortPmHundredths: null,
      state: "proposed",
      valueCents: 5_000,
      basis: null,
    });
    await stage.write(
      member,
      [
        [team.member, 0, "60"],
        [team.member, 1, "1 000"],
      ],
      "value",
    );
    expect(await stage.cellOf(member, team.member, 0, "value")).toMatchObject({ open: 6_000 });
    expect(await stage.cellOf(member, team.member, 1, "value")).toMatchObject({
      open: 100_000,
      lines: [{ kind: "in-kind" }],
    });
    expect(await stage.cellOf(member, team.member, 0)).toBeUndefined();
    await stage.write(member, [[team.member, 0, ""]], "value");
    expect(await stage.cellOf(member, team.member, 0, "value")).toBeUndefined();
  });
});

describe("many cells, one act", () => {
  test("each is judged by itself, and what the page has not seen is not overwritten", async () => {
    const line = await stage.lineIn(team.member, 0, { effortPmHundredths: 1_200 });
    const { result } = await stage.send(member, [
      cell(team.member.id, 0, { id: line.id, version: line.version + 1 }),
      cell(team.member.id, 1, null),
      cell(team.coordinator.id, 1, null),
    ]);
    expect(result).toMatchObject({
      done: 1,
      results: [{ appCode: "STALE" }, { appCode: null }, { appCode: "FORBIDDEN" }],
    });
    expect((await faultOf(stage.send(member, [cell(team.coordinator.id, 0, null)]))).appCode).toBe("FORBIDDEN");
    const all = [cell(team.coordinator.id, 0, null), cell(team.member.id, 0, null)];
    expect((await faultOf(stage.send(member, all))).appCode).toBe("NOTHING_DONE");
    expect((await faultOf(stage.send(team.people.outsider, all))).code).toBe("NOT_FOUND");
    await stage.lineIn(team.member, 0);
    expect((await faultOf(stage.send(member, [cell(team.member.id, 0, { id: line.id, version: 1 })]))).appCode).toBe(
      "SEVERAL_LINES",
    );
  });

  test("one undo takes all of it back, and doing it again brings all of it again", async () => {
    await stage.lineIn(team.member, 0, { effortPmHundredths: 1_200 });
    await stage.lineIn(team.coordinator, 0, { effortPmHundredths: 500 });
    const reworded = await stage.lineIn(team.member, 2, { effortPmHundredths: 800 });
    await buildAmendment(db, reworded, {
      effortPmHundredths: 900,
      side: "coordinator",
      valueCents: reworded.valueCents,
    });
    await stage.lineIn(team.coordinator, 1, { state: "proposed", agreedAt: null, effortPmHundredths: 700 });
    const before = await stage.ledger();
    const changesBefore = (await stage.openChanges()).map(({ effortPmHundredths }) => effortPmHundredths);
    const { groupId, result } = await stage.write(coordinator, [
      [team.member, 0, "14"],
      [team.coordinator, 0, "6"],
      [team.coordinator, 1, ""],
      [team.member, 1, "3"],
      [team.member, 2, "9,5"],
    ]);
    expect(result.done).toBe(5);
    const after = await stage.ledger();
    const undone = await undo(db, coordinator, groupId);
    expect(undone.skipped).toEqual([]);
    expect(await stage.ledger()).toEqual(before);
    expect((await stage.openChanges()).map(({ effortPmHundredths }) => effortPmHundredths)).toEqual(changesBefore);
    const again = await undo(db, coordinator, undone.groupId);
    expect(again.skipped).toEqual([]);
    expect(await stage.ledger()).toEqual(after);
    expect(
      (await stage.openChanges()).map(({ effortPmHundredths }) => effortPmHundredths ?? 0).toSorted(byNumber),
    ).toEqual([950, 1_400]);
    expect((await undo(db, coordinator, again.groupId)).skipped).toEqual([]);
    expect(await stage.ledger()).toEqual(before);
  });

  test("what was agreed in the meantime stays agreed", async () => {
    const line = await stage.lineIn(team.member, 0, { effortPmHundredths: 1_200 });
    const { groupId } = await stage.write(member, [[team.member, 0, "14"]]);
    await db.housekeep(async (tx) => {
      await tx
        .update(amendments)
        .set({ state: "declined" })
        .where(and(eq(amendments.contributionId, line.id)));
    });
    expect((await faultOf(undo(db, member, groupId))).appCode).toBe("NOTHING_UNDONE");
  });
});
