import { describe, expect, test } from "vitest";

import {
  readCode,
  readDeliverableState,
  readEffort,
  readLevel,
  readMonth,
  readProgress,
  readTaskState,
  readType,
} from "#shared/features/imports/plan-cell-rules.ts";
import { guessColumns, guessTarget, isTotal } from "#shared/features/imports/plan-column-rules.ts";

test.each([
  ["M12", 12],
  ["m 3", 3],
  ["Month 7", 7],
  ["мес. 4", 4],
  ["kk 5", 5],
  [12, 12],
  ["12.0", 12],
  ["2026-03-31", 1],
  ["01.04.2026", 2],
  ["31/08/2027", 18],
  [46_204, 5],
  ["", null],
])("%s is month %s of a project that starts in March 2026", (cell, month) => {
  expect(readMonth(cell, "2026-03-01")).toEqual({ value: month });
});

test.each([
  ["M0", "2026-03-01", "MONTH_OUTSIDE"],
  ["2026-02-28", "2026-03-01", "MONTH_OUTSIDE"],
  ["2026-03-31", null, "NO_START_DATE"],
  ["soon", "2026-03-01", "NOT_A_MONTH"],
  ["31.02.2026", "2026-03-01", "NOT_A_MONTH"],
])("%s is no month (start %s): %s", (cell, startOn, appCode) => {
  expect(readMonth(cell, startOn)).toEqual({ appCode });
});

describe("figures", () => {
  test("person-months with dot, comma, blanks and units, exact to hundredths", () => {
    const read = ["12,5", "0.25", 8.1, "1 200", "3 PM", "2 htkk", "4 чел.-мес."].map((cell) => readEffort(cell));
    expect(read.map((each) => ("value" in each ? each.value : each.appCode))).toEqual([
      1250, 25, 810, 120_000, 300, 200, 400,
    ]);
    for (const cell of ["1,234", "-1", "many", "0.125"]) expect(readEffort(cell)).toEqual({ appCode: "NOT_AN_EFFORT" });
  });

  test("progress as percent or share", () => {
    const read = ["45%", 45, 0.45, "0,5", 1, "100 %", ""].map((cell) => readProgress(cell));
    expect(read.map((each) => ("value" in each ? each.value : each.appCode))).toEqual([
      4_500,
      4_500,
      4_500,
      5_000,
      10_000,
      10_000,
      null,
    ]);
    for (const cell of ["120%", -1, "half"]) expect(readProgress(cell)).toEqual({ appCode: "NOT_A_PERCENTAGE" });
  });
});

test("codes with and without a stream", () => {
  expect(readCode("T4.2")).toEqual({ value: { stream: "4", number: 2 } });
  expect(readCode("D 1.10")).toEqual({ value: { stream: "1", number: 10 } });
  expect(readCode("MS3")).toEqual({ value: { stream: null, number: 3 } });
  expect(readCode("Р2.1")).toEqual({ value: { stream: "2", number: 1 } });
  for (const cell of ["T4.0", "4.2.1", "later"]) expect(readCode(cell)).toEqual({ appCode: "BAD_CODE" });
});

test("words in three languages", () => {
  expect([readTaskState("In progress"), readTaskState("Выполняется"), readTaskState("VALMIS")]).toEqual([
    { value: "active" },
    { value: "active" },
    { value: "done" },
  ]);
  expect([readDeliverableState("Принят"), readDeliverableState("palautettu")]).toEqual([
    { value: "accepted" },
    { value: "returned" },
  ]);
  expect([readType("R — Document, report"), readType("raportti"), readType("Data management plan")]).toEqual([
    { value: "R" },
    { value: "R" },
    { value: "DMP" },
  ]);
  expect([readLevel("PU - Public"), readLevel("CO"), readLevel("julkinen")]).toEqual([
    { value: "PU" },
    { value: "SEN" },
    { value: "PU" },
  ]);
  expect(readTaskState("constructor")).toEqual({ appCode: "UNKNOWN_STATE" });
});

const fieldsOf = (columns: ReturnType<typeof guessColumns>) => columns.map(({ index, field }) => `${index} ${field}`);

test("columns are told by their names, each field once", () => {
  expect(
    fieldsOf(guessColumns("tasks", ["№", "Задача", "Ответственный", "Начало", "Окончание", "Примечание"])),
  ).toEqual(["0 code", "1 title", "2 lead", "3 startMonth", "4 endMonth"]);
  expect(fieldsOf(guessColumns("effort", ["No", "Participant", "WP1", "WP2", "Total"]))).toEqual([
    "1 participant",
    "2 effort",
    "3 effort",
  ]);
  expect(guessTarget(["Participant", "WP1", "WP2"])).toBe("effort");
  expect(guessTarget(["Веха", "Срок"])).toBe("milestones");
  expect([isTotal("Итого"), isTotal("Yhteensä"), isTotal("Total PM"), isTotal("Totalis Oy")]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
