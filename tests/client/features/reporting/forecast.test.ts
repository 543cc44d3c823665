import { describe, expect, test } from "vitest";

import { placeLabels, risingSums } from "#client/features/reporting/forecast-curve.ts";
import { forecastFile } from "#client/features/reporting/forecast-file.ts";
import { forecastRows } from "#client/features/reporting/forecast-view.ts";
import type { Forecast, ForecastCell } from "#shared/features/reporting/forecast.ts";

const cell = (agreed: number | null): ForecastCell => ({ agreed, delivered: agreed, forecast: agreed, before: agreed });
const row = (agreed: number | null) => ({ cells: [cell(agreed)], all: cell(agreed) });
const forecast: Forecast = {
  unit: "value",
  currency: "EUR",
  periods: [{ id: "t1", number: 1, startMonth: 1, endMonth: 6, locked: false }],
  members: [
    { id: "p1", name: "=Alpha" },
    { id: "p2", name: "Beta" },
  ],
  streams: [{ id: "s1", code: "S1", title: "Heat" }],
  comparedWith: null,
  total: row(null),
  seen: row(300),
  byMember: [
    { participantId: "p1", ...row(300) },
    { participantId: "p2", ...row(null) },
  ],
  byStream: [
    { streamId: "s1", ...row(null) },
    { streamId: null, ...row(200) },
  ],
  pairs: [
    { participantId: "p1", streamId: "s1", ...row(100) },
    { participantId: "p1", streamId: null, ...row(200) },
  ],
  landing: [],
  hasHidden: true,
};
const names = { member: (id: string) => id, stream: (id: string | null) => id ?? "whole" };

describe("the rows of plan and actual", () => {
  test("are members with their streams, or streams with their members, above the total", () => {
    const members = forecastRows(forecast, { by: "member" }, names);
    expect(members.rows.map(({ id, parts }) => [id, parts.map((part) => part.name)])).toEqual([
      ["p1", ["s1", "whole"]],
      ["p2", []],
    ]);
    expect(members.total).toBe(forecast.total);
    const streams = forecastRows(forecast, { by: "stream" }, names);
    expect(streams.rows.map(({ id, parts }) => [id, parts.length])).toEqual([
      ["s1", 1],
      ["none", 1],
    ]);
  });

  test("narrowed to a stream are its members' parts above the stream's sum, narrowed to both a single part", () => {
    const inStream = forecastRows(forecast, { by: "member", stream: "none" }, names);
    expect(inStream.rows.map(({ all }) => all.agreed)).toEqual([200]);
    expect(inStream.total?.all.agreed).toBe(200);
    const single = forecastRows(forecast, { by: "stream", member: "p1", stream: "s1" }, names);
    expect(single.rows.map(({ all }) => all.agreed)).toEqual([100]);
    expect(single.total).toBeNull();
  });
});

describe("plan and actual as a file", () => {
  const text = forecastFile(forecast, {
    heads: ["Member", "Stream", "Period", "Agreed", "Delivered", "Forecast", "Before"],
    confidential: "Confidential",
    total: "Total",
    member: (id) => forecast.members.find((each) => each.id === id)?.name ?? "",
    stream: (id) => id ?? "whole",
  });

  test("says what is withheld, never 0, and writes names that no spreadsheet takes for formulas", () => {
    expect(text).toContain('"\'=Alpha","s1",1,1.00,1.00,1.00,1.00\r\n');
    expect(text).toContain('"Total","Total","Total","Confidential"');
    expect(text).toContain('"Beta","Total","Total","Confidential"');
  });

  test("has as many fields in every line", () => {
    const lines = text.trim().split("\r\n");
    expect(new Set(lines.map((line) => line.split(",").length))).toEqual(new Set([7]));
  });
});

describe("the picture of plan and actual", () => {
  test("adds up from period to period", () => {
    expect(risingSums([cell(1), cell(2), cell(null)]).agreed).toEqual([1, 3, 3]);
  });

  test("keeps labels apart, inside of the picture, in their order", () => {
    for (const wanted of [[4, 5, 96], [90, 95, 99], [0, 0, 0], [50], []]) {
      const placed = placeLabels(wanted);
      const sorted = placed.toSorted((left, right) => left - right);
      expect(sorted.every((height, index) => index === 0 || height - (sorted[index - 1] ?? 0) >= 18)).toBe(true);
      expect(Math.max(0, ...placed)).toBeLessThanOrEqual(100);
    }
  });
});
