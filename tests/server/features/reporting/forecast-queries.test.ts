import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { showForecast } from "#server/features/reporting/forecast-queries.ts";
import { forecastSchema } from "#shared/features/reporting/forecast.ts";
import type { ForecastUnit } from "#shared/features/reporting/forecast-words.ts";
import { buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";

let db: Database;
let scene: Consortium;
let periods: { id: string }[];

beforeEach(async () => {
  db = await openTestDatabase();
  scene = await buildConsortium(db);
  periods = [];
  for (const number of [1, 2, 3, 4])
    periods.push(await buildPeriod(db, scene.project, { number, startMonth: number * 6 - 5, endMonth: number * 6 }));
});

const seenBy = async (who: Standpoint, unit: ForecastUnit = "value") =>
  forecastSchema.parse(await showForecast(db.read, scene.people[who], { projectId: scene.project.id, unit }));
const period = (number: number) => periods[number - 1]!;

describe("plan and actual", () => {
  test("spreads what was agreed, counts accepted reports as delivered and handed-in ones as forecast", async () => {
    const stream = await buildStream(db, scene.project, { number: 1 });
    const line = await buildContribution(db, scene.participants.member, { streamId: stream.id, toMonth: 24 });
    await buildUpdate(db, line, period(1), { deliveredCents: 300_000, remainingCents: null });
    await buildUpdate(db, line, period(2), { state: "submitted", deliveredCents: 200_000, remainingCents: 600_000 });
    await buildUpdate(db, line, period(3), { state: "draft", deliveredCents: 999_999 });
    const found = await seenBy("other");
    expect(found.pairs).toMatchObject([{ participantId: scene.participants.member.id, streamId: stream.id }]);
    expect(found.total.cells.map(({ agreed, delivered, forecast }) => [agreed, delivered, forecast])).toEqual([
      [250_000, 300_000, 300_000],
      [250_000, 0, 200_000],
      [250_000, 0, 300_000],
      [250_000, 0, 300_000],
    ]);
    expect(found.total.all).toEqual({ agreed: 1_000_000, delivered: 300_000, forecast: 1_100_000, before: 1_000_000 });
    expect(found.comparedWith).toBe(2);
  });

  test("counts effort in hundredths of person-months", async () => {
    await buildContribution(db, scene.participants.member, { toMonth: 24 });
    expect((await seenBy("member", "effort")).total.cells.map(({ agreed }) => agreed)).toEqual([50, 50, 50, 50]);
  });

  test("names the lines with something to come and no month left", async () => {
    const line = await buildContribution(db, scene.participants.member, { toMonth: 6, title: "Pump" });
    await buildUpdate(db, line, period(1), { deliveredCents: 400_000 });
    const { landing, total } = await seenBy("coordinator");
    expect(landing).toMatchObject([{ title: "Pump", amount: 600_000, reason: "months-over" }]);
    expect(total.cells.map(({ forecast }) => forecast)).toEqual([400_000, 0, 0, 600_000]);
  });

  test("compares with nothing before anything was reported", async () => {
    await buildContribution(db, scene.participants.member);
    const found = await seenBy("cluster");
    expect(found.comparedWith).toBeNull();
    expect(found.total.all.before).toBe(found.total.all.forecast);
  });
});

const hide = () =>
  buildContribution(db, scene.participants.member, { confidentiality: "coordinator", title: "Walrus", toMonth: 6 });

describe("what is confidential", () => {
  test("takes every sum with it in which it stands, for others only", async () => {
    const line = await hide();
    await buildUpdate(db, line, period(1), { state: "submitted", deliveredCents: 111_111 });
    await buildContribution(db, scene.participants.other);
    for (const who of ["other", "cluster", "reader"] as const) {
      const found = await seenBy(who);
      expect(found.hasHidden).toBe(true);
      expect(found.total.all.agreed).toBeNull();
      expect(found.total.cells.every(({ agreed }) => agreed === null)).toBe(true);
      expect(found.byMember.map(({ all }) => all.agreed)).toEqual([null, who === "reader" ? null : 1_000_000]);
      expect(found.landing).toEqual([]);
      expect(found.comparedWith).toBeNull();
      expect(JSON.stringify(found)).not.toContain("Walrus");
    }
    for (const who of ["coordinator", "member"] as const) {
      const found = await seenBy(who);
      expect(found.total.all.agreed).toBe(2_000_000);
      expect(found.landing).toMatchObject([{ title: "Walrus" }]);
    }
  });

  test("does not hide what others put in, nor the lines a reader sees", async () => {
    await hide();
    await buildContribution(db, scene.participants.other, { toMonth: 24 });
    const found = await seenBy("other");
    expect(found.seen.all.agreed).toBe(1_000_000);
    expect(found.seen.cells.map(({ agreed }) => agreed)).toEqual([250_000, 250_000, 250_000, 250_000]);
  });

  test("is not there for outsiders", async () => {
    await expect(seenBy("outsider")).rejects.toMatchObject({ appCode: "NOT_FOUND" });
  });
});
