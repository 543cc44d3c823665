import { Buffer } from "node:buffer";

import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readCsv } from "#server/imports/formats/csv-import.ts";
import { parseFiles } from "#server/imports/parse-files.ts";
import { hasRealData, realFile } from "#tests/support/real-data.ts";
import { sampleWorkbook, textFile } from "#tests/support/import-samples.ts";

const cellsOf = (text: string) => readCsv(Buffer.from(text)).tables[0]!.rows.map((row) => row.cells);

describe("CORDIS quoting", () => {
  test("a field that begins with a quote keeps it, doubled or not, beside empty fields", () => {
    const text =
      '"id";"note";"title"\n"1";"";""Deep Learning" for all"\n"2";"";"""Deep"" Sea"\n"3";"a;b";"two\nlines"\n';
    expect(cellsOf(text)).toEqual([
      ["id", "note", "title"],
      ["1", "", '"Deep Learning" for all'],
      ["2", "", '"Deep" Sea'],
      ["3", "a;b", "two\nlines"],
    ]);
  });

  test("the same where only some fields are quoted", () => {
    expect(cellsOf('id;note;title\n1;"";""Deep Learning"" for all"\n2;;"x ""y"""\n')).toEqual([
      ["id", "note", "title"],
      ["1", "", '"Deep Learning" for all'],
      ["2", "", 'x "y"'],
    ]);
  });

  test("only the apostrophe before a would-be formula is taken away", () => {
    expect(cellsOf("a,b\n'=1+1,'tis\n")).toEqual([
      ["a", "b"],
      ["=1+1", "'tis"],
    ]);
  });
});

test("every well-formed file reads as a standard reader reads it", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ";", ",", "\n", " ", "é"), maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      (rows, quoteAll) => {
        const quoted = (text: string) =>
          quoteAll || /[";,\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        const text = `x;y;z\n${rows.map((cells) => cells.map(quoted).join(";")).join("\n")}\n`;
        const standard = parse(text, { delimiter: ";" }).filter((cells) => cells.some((each) => each !== ""));
        expect(cellsOf(text)).toEqual(standard);
      },
    ),
  );
});

describe("encodings and separators", () => {
  const text = "projectID;acronym;title;startDate\n1;A;Jyväskylä;2024-01-01\n";
  const utf16 = (little: boolean) => {
    const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
    return little ? bytes : bytes.swap16();
  };
  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 BOM", Buffer.from(`\ufeff${text}`)],
    ["UTF-16 LE", utf16(true)],
    ["UTF-16 BE", utf16(false)],
    ["Windows-1252", Buffer.from(text, "latin1")],
  ])("%s is recognised and shown", async (encoding, bytes) => {
    const { files, consortia } = await parseFiles([{ name: "a.csv", bytes }]);
    expect(files).toMatchObject([{ encoding, separator: ";", format: "csv" }]);
    expect(consortia.projects).toMatchObject([{ title: "Jyväskylä" }]);
  });

  test.each([",", "\t", "|"])("separator %j is recognised", async (separator) => {
    const { files, consortia } = await parseFiles([textFile("a.csv", text.replaceAll(";", separator))]);
    expect([files[0]?.separator, consortia.projects.length]).toEqual([separator, 1]);
  });

  test("columns are known by their names, in any order and spelling, with others between", async () => {
    const csv =
      'Role,Extra,PIC,Legal name,Grant agreement ID,EC contribution (EUR),Country code,Net EC contribution,Order\nThird party,x,999888777,One,42,"1.234,50",UK,7,3\n';
    const { consortia } = await parseFiles([textFile("a.csv", csv)]);
    expect(consortia.participations).toMatchObject([
      {
        projectId: "42",
        organisationId: "999888777",
        role: "third-party",
        grantCents: 123_450,
        netGrantCents: 700,
        sourceNumber: 3,
      },
    ]);
    expect(consortia.organisations).toMatchObject([{ name: "One", country: "GB", countryImported: "UK" }]);
  });
});

test("older exports, which call the organisation's number id, and a title above the header are read", async () => {
  const rows =
    "projectRcn;projectID;projectAcronym;role;id;name;endOfParticipation\n1;42;X;hostInstitution;999888777;One;true\n";
  const titled = [["Projects 2024"], [], ["id", "acronym", "startDate", "endDate"], [42, "X", "01/09/2018", 44_074]];
  const { consortia, errorCount } = await parseFiles([textFile("o.csv", rows), sampleWorkbook({ S: titled })]);
  expect(errorCount).toBe(0);
  expect(consortia.participations).toMatchObject([{ role: "coordinator", organisationId: "999888777", hasLeft: true }]);
  expect(consortia.projects).toMatchObject([
    { externalId: "42", startOn: "2018-09-01", endOn: "2020-08-31", place: { row: 4 } },
  ]);
});

test.skipIf(!hasRealData)(
  "reference lists with BOM and a workbook with a wrong dimension give all their rows",
  async () => {
    const { files } = await parseFiles([
      realFile("cordisref-countries.csv"),
      realFile("he_webItem_poi.xlsx"),
      realFile("he_project_deliverables_sample.csv"),
    ]);
    expect(files.map(({ encoding, separator, tables }) => [encoding, separator, tables[0]?.rows])).toEqual([
      ["UTF-8 BOM", ";", readCsv(Buffer.from(realFile("cordisref-countries.csv").bytes)).tables[0]!.rows.length - 1],
      [null, null, 4],
      ["UTF-8", ";", 272],
    ]);
  },
);
