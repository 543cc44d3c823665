import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { projectBalance } from "#server/features/contributions/balance-queries.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { showMatrix } from "#server/features/matrix/matrix-queries.ts";
import { showForecast } from "#server/features/reporting/forecast-queries.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";

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

describe("what a reader is told", () => {
  test("totals are those of the balance, also where another member keeps a line to itself", async () => {
    await stage.lineIn(team.member, 0, { effortPmHundredths: 300 });
    await stage.lineIn(team.coordinator, 1, { effortPmHundredths: 900, confidentiality: "coordinator" });
    for (const who of [member, coordinator, team.people.cluster]) {
      const matrix = await stage.show(who);
      const membership = await loadMembership(db.read, who, team.project.id);
      const balance = await projectBalance(db.read, membership);
      expect(matrix.total.agreed).toBe(balance.effort.agreed);
      for (const { participantId, effort } of balance.participants)
        expect(matrix.rows.find((row) => row.participantId === participantId)?.sum.agreed).toBe(effort.agreed);
      for (const { streamId, effort } of balance.streams)
        expect(matrix.columns.find(({ id }) => id === streamId)?.sum.agreed).toBe(effort.agreed);
    }
    expect(await stage.cellOf(member, team.coordinator, 1)).toBeUndefined();
    expect((await stage.show(member)).rows.map(({ mayEdit }) => mayEdit)).toEqual([false, true]);
    expect((await stage.show(team.people.cluster)).rows.every(({ mayEdit }) => !mayEdit)).toBe(true);
  });

  test("by period the figures are the forecast's, and nothing can be written", async () => {
    const line = await stage.lineIn(team.member, 0, { effortPmHundredths: 700, fromMonth: 1, toMonth: 12 });
    const first = await buildPeriod(db, team.project);
    await buildPeriod(db, team.project, { number: 2, startMonth: 7, endMonth: 12 });
    await buildUpdate(db, line, first);
    const [matrix, forecast] = [
      await stage.show(member, "effort", "period"),
      await showForecast(db.read, member, { projectId: team.project.id, unit: "effort" }),
    ];
    expect(matrix.columns.map(({ sum }) => sum.agreed)).toEqual(forecast.total.cells.map(({ agreed }) => agreed));
    expect(matrix.columns.map(({ sum }) => sum.agreed)).toEqual([350, 350]);
    expect(matrix.total.agreed).toBe(700);
    expect(matrix.rows.some(({ mayEdit }) => mayEdit)).toBe(false);
  });

  test("a closed project is locked", async () => {
    expect((await stage.show(coordinator)).locked).toBe(false);
    const closed = await buildTeam(db, { status: "completed" });
    const who = closed.people.coordinator;
    const input = { projectId: closed.project.id, measure: "effort", by: "project" } as const;
    expect(await showMatrix(db.read, who, input)).toMatchObject({
      locked: true,
      rows: [{ mayEdit: false }, { mayEdit: false }],
    });
  });
});
