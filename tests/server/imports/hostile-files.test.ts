import { Buffer } from "node:buffer";

import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";

import { type ImportSource, parseFiles } from "#server/imports/parse-files.ts";
import type { ParsedImport } from "#shared/features/imports/consortium.ts";
import { parseInChild } from "#server/imports/parse-run.ts";
import { faultOf } from "#tests/support/fault-of.ts";
import {
  participantHeader,
  participantRows,
  projectHeader,
  sampleParticipants,
  sampleProjects,
  sampleWorkbook,
  sheetXml,
  textFile,
  workbookOf,
} from "#tests/support/import-samples.ts";

/** The errors of reading one file, as code and row. */
async function errorsOf(source: ImportSource) {
  const { problems, consortia, errorCount } = await parseFiles([source]);
  expect(errorCount).toBeGreaterThan(0);
  return {
    errors: problems.filter((each) => each.severity === "error").map(({ appCode, row }) => [appCode, row]),
    consortia,
  };
}

const manyRows = (count: number) => Array.from({ length: count }, (_, index) => [index, `P${index}`]);

describe("workbooks that are refused", () => {
  test("a bomb by its directory, and one whose directory lies", async () => {
    const zeros = new Uint8Array(60 * 1024 * 1024);
    const bytes = Buffer.from(zipSync({ "xl/worksheets/sheet1.xml": zeros }));
    expect((await errorsOf({ name: "bomb.xlsx", bytes })).errors).toEqual([["IMPORT_TOO_LARGE", null]]);
    const lie = Buffer.from(bytes);
    const directory = lie.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    lie.writeUInt32LE(1000, directory + 24);
    expect((await errorsOf({ name: "lie.xlsx", bytes: lie })).errors).toEqual([["IMPORT_TOO_LARGE", null]]);
  });

  test("too many entries, a truncated archive, an archive of something else", async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 201 }, (_, index) => [`xl/worksheets/s${index}.xml`, new Uint8Array([60])]),
    );
    expect((await errorsOf({ name: "many.xlsx", bytes: zipSync(parts) })).errors).toEqual([["IMPORT_TOO_LARGE", null]]);
    const whole = sampleProjects().bytes;
    expect((await errorsOf({ name: "cut.xlsx", bytes: whole.subarray(0, whole.length - 200) })).errors).toEqual([
      ["FILE_DAMAGED", null],
    ]);
    expect((await errorsOf({ name: "zip.xlsx", bytes: zipSync({ "a.txt": new Uint8Array([1]) }) })).errors).toEqual([
      ["FILE_DAMAGED", null],
    ]);
  });

  test("entities in a sheet, 20 001 rows, 1 000 columns, a cell in the last column of all", async () => {
    const laughs = sheetXml([[1]]).replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "ha">]><worksheet');
    expect((await errorsOf(workbookOf({ S: laughs }))).errors).toEqual([["DTD_REFUSED", null]]);
    expect((await errorsOf(sampleWorkbook({ S: manyRows(20_001) }))).errors).toEqual([["TOO_MANY_ROWS", null]]);
    const wide = [Array.from({ length: 1000 }, (_, index) => `c${index}`)];
    expect((await errorsOf(sampleWorkbook({ S: wide }))).errors).toEqual([["TOO_MANY_COLUMNS", null]]);
    const far = sheetXml([[1]]).replace('r="A1"><v>', 'r="XFD1"><v>');
    expect((await errorsOf(workbookOf({ S: far }))).errors).toEqual([["TOO_MANY_COLUMNS", null]]);
  });

  test("a page of HTML, a picture and an empty file, whatever they are called", async () => {
    expect((await errorsOf(textFile("table.xlsx", "<html><table><tr><td>1</td></tr></table></html>"))).errors).toEqual([
      ["FILE_IS_HTML", null],
    ]);
    expect(
      (await errorsOf({ name: "a.xlsx", bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0]) })).errors,
    ).toEqual([["FILE_TYPE", null]]);
    expect((await errorsOf(textFile("a.csv", ""))).errors).toEqual([["EMPTY_FILE", null]]);
  });
});

describe("workbooks that are read all the same", () => {
  test("with a wrong dimension and inline strings", async () => {
    const { consortia, errorCount } = await parseFiles([sampleProjects(), sampleParticipants()]);
    expect([errorCount, consortia.projects.length, consortia.participations.length]).toEqual([0, 2, 5]);
  });

  test("a formula counts with its stored value and is marked with its place", async () => {
    const computed = sheetXml([participantHeader, ...participantRows]).replace(
      '<c r="J2"><v>100.1</v></c>',
      '<c r="J2"><f>50+50.1</f><v>100.1</v></c>',
    );
    const { consortia, problems } = await parseFiles([sampleProjects(), workbookOf({ Rows: computed }, "p.xlsx")]);
    expect(consortia.participations.find((row) => row.organisationId === "900000011")?.grantCents).toBe(10_010);
    expect(problems).toMatchObject([
      {
        appCode: "FORMULA_VALUE",
        severity: "warning",
        file: "p.xlsx",
        sheet: "Rows",
        row: 2,
        column: "ecContribution",
      },
    ]);
  });
});

describe("texts that are refused", () => {
  test("XML with entities, with a document type, and cut off, with the line", async () => {
    const laughs =
      '<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<project><id>&b;</id></project>';
    expect((await errorsOf(textFile("laughs.xml", laughs))).errors).toEqual([["DTD_REFUSED", 2]]);
    const outside = '<!DOCTYPE p SYSTEM "file:///etc/passwd"><project/>';
    expect((await errorsOf(textFile("outside.xml", outside))).errors).toEqual([["DTD_REFUSED", 1]]);
    expect((await errorsOf(textFile("cut.xml", "<project>\n<id>1</id>"))).errors).toEqual([["FILE_DAMAGED", 2]]);
  });

  test("CSV with a lone quote, a shifted row, a line of more than a megabyte", async () => {
    const head = "projectID;acronym;startDate;title\n";
    expect((await errorsOf(textFile("a.csv", `${head}1;A;2024-01-01;"open\n2;B;2024-01-01;x\n`))).errors).toEqual([
      ["BAD_QUOTES", 2],
    ]);
    expect((await errorsOf(textFile("a.csv", `${head}1;A;2024-01-01;x\n2;B;2024-01-01;y;z\n`))).errors).toEqual([
      ["WRONG_FIELD_COUNT", 3],
    ]);
    expect((await errorsOf(textFile("a.csv", `${head}1;A;2024-01-01;${"x".repeat(1_100_000)}\n`))).errors).toEqual([
      ["LINE_TOO_LONG", 2],
    ]);
    const rows = Array.from({ length: 20_001 }, (_, index) => `${index};A;2024-01-01;t`).join("\n");
    expect((await errorsOf(textFile("a.csv", head + rows))).errors[0]?.[0]).toBe("TOO_MANY_ROWS");
  });

  test("JSON of another kind, and one nested without end", async () => {
    expect((await errorsOf(textFile("a.json", '{"format":"consortia-project/99"}'))).errors).toEqual([
      ["UNKNOWN_FORMAT", null],
    ]);
    expect((await errorsOf(textFile("a.json", "[".repeat(200_000)))).errors).toEqual([["FILE_DAMAGED", null]]);
    const missing = await errorsOf(textFile("a.json", '{"format":"consortia-project/1"}'));
    expect(missing.errors.every(([code]) => code === "BAD_FIELD")).toBe(true);
  });
});

const withCell = (column: string, value: string | number | null) => {
  const at = participantHeader.indexOf(column);
  const rows = participantRows.map((cells, row) =>
    cells.map((cell, index) => (row === 1 && index === at ? value : cell)),
  );
  return parseFiles([sampleProjects(), sampleWorkbook({ Rows: [participantHeader, ...rows] }, "p.xlsx")]);
};

describe("cells that cannot be read", () => {
  test.each([
    ["role", "chief", "UNKNOWN_ROLE"],
    ["role", null, "UNKNOWN_ROLE"],
    ["activityType", "XYZ", "UNKNOWN_ACTIVITY_TYPE"],
    ["ecContribution", "1,234", "AMBIGUOUS_AMOUNT"],
    ["ecContribution", 10.125, "TOO_PRECISE"],
    ["ecContribution", -1, "NEGATIVE_AMOUNT"],
    ["ecContribution", "1e400", "NOT_AN_AMOUNT"],
    ["organisationID", null, "MISSING_VALUE"],
    ["name", "bad\u202ename", "BAD_CHARACTER"],
    ["name", "#REF!", "UNREADABLE_CELL"],
  ])("%s = %j is %s with file, sheet, row and column", async (column, value, appCode) => {
    const { problems, errorCount } = await withCell(column, value);
    expect(errorCount).toBe(1);
    const place = { file: "p.xlsx", sheet: "Rows", row: 3, column };
    expect(problems.filter((each) => each.severity === "error")).toMatchObject([
      { appCode, ...place, kind: "participation" },
    ]);
  });

  test("a country code that nobody knows is told and kept as it stands", async () => {
    const { problems, errorCount, consortia } = await withCell("country", "QQ");
    expect(errorCount).toBe(0);
    expect(problems.map((each) => each.appCode)).toContain("UNKNOWN_COUNTRY");
    expect(consortia.organisations.find((row) => row.countryImported === "QQ")).toMatchObject({ country: null });
  });

  test("contradictions are told and nothing is repaired", async () => {
    const rows = [
      ...participantRows,
      [900001, "HEATLOOP", 900000014, "Delta Limited", null, "PRC", "DE", null, "participant", 5],
    ];
    const projects = [[900001, "HEATLOOP", "Heat", "2024-01-01", 1, 200.2, "T", "IA", ""]];
    const read = await parseFiles([
      sampleWorkbook({
        A: [projectHeader, ...projects],
        B: [participantHeader, ...rows],
        Notes: [["anything"], ["at all"]],
      }),
    ]);
    expect(read.problems.map((each) => each.appCode).toSorted()).toEqual([
      "SHEET_IGNORED",
      "SUM_DIFFERS",
      "TWO_COUNTRIES",
      "TWO_NAMES",
    ]);
    expect(read.consortia.organisations.find((row) => row.externalId === "900000014")).toMatchObject({
      name: '=Delta "Works" Ltd',
      country: "IE",
    });
    const two = [
      ...participantRows,
      [900001, "HEATLOOP", 900000012, "Beta University", null, "HES", "EL", null, "coordinator", 0],
    ];
    const doubled = await parseFiles([sampleProjects(), sampleWorkbook({ B: [participantHeader, ...two] })]);
    expect(doubled.problems.filter((each) => each.severity === "error")).toMatchObject([
      { appCode: "TWO_COORDINATORS", row: 7 },
    ]);
  });
});

test("the process that reads is stopped when it needs too long or too much", async () => {
  const source = sampleProjects();
  expect(
    await faultOf(parseInChild<ParsedImport>({ sources: [source], wanted: "consortia" }, { longestMs: 1 })),
  ).toMatchObject({
    code: "PAYLOAD_TOO_LARGE",
    appCode: "IMPORT_TOO_LARGE",
  });
  expect(
    await faultOf(parseInChild<ParsedImport>({ sources: [source], wanted: "consortia" }, { residentMb: 10 })),
  ).toMatchObject({ appCode: "IMPORT_TOO_LARGE" });
  const { consortia } = await parseInChild<ParsedImport>({ sources: [source], wanted: "consortia" });
  expect(consortia.projects).toHaveLength(2);
});
