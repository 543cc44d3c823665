import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { editText, repack } from "#server/exports/formats/archive.ts";
import { renderInChild } from "#server/exports/render-run.ts";
import { renderExport } from "#server/exports/render.ts";
import { majorPurchases } from "#server/exports/tables/purchase-table.ts";
import { tablesDocumentOf } from "#server/exports/tables/tables-document.ts";
import { columnLetters, sumFormula } from "#server/exports/tables/tables-xlsx.ts";
import { horizonTables, languages, tableFormats } from "#shared/features/exports/export-words.ts";
import type { ProjectFile } from "#shared/features/exports/project-file.ts";
import type { PlanTables, TableCost } from "#shared/features/exports/plan-tables.ts";
import { buildPlanTables, formulaText } from "#tests/support/build-plan-tables.ts";
import { buildSummary } from "#tests/support/build-summary.ts";
import { convertByOffice, isInstalled, textOfPdf } from "#tests/support/outside-programs.ts";
import { readArchive } from "#tests/support/read-archive.ts";

const office = isInstalled("soffice");
const pdfReader = isInstalled("pdftotext");
const file = {} as ProjectFile;
const summary = (language: (typeof languages)[number] = "en") => buildSummary(4, { language });
const workbook = (tables: PlanTables) => renderExport({ format: "xlsx", summary: summary(), file, tables });

/** Cells that hold a formula, sheet by sheet in the order of the file. */
function formulasOf(bytes: Uint8Array): { formula: string; value: string }[] {
  return [...readArchive(bytes)]
    .filter(([path]) => path.startsWith("xl/worksheets/sheet"))
    .toSorted(([left], [right]) => left.localeCompare(right, "en", { numeric: true }))
    .flatMap(([, xml]) => [...xml.matchAll(/<f>([^<]*)<\/f><v>([^<]*)<\/v>/g)])
    .map(([, formula = "", value = ""]) => ({ formula, value }));
}

const inHundredths = (value: string) => Math.round(Number(value) * 100);

describe("the tables as a workbook", () => {
  test("have one sheet each, and formulas that are sums over places alone", async () => {
    const bytes = await workbook(buildPlanTables());
    const parts = readArchive(bytes);
    const book = parts.get("xl/workbook.xml") ?? "";
    for (const key of horizonTables) expect(book).toContain(`name="${key}"`);
    const formulas = formulasOf(bytes);
    expect(formulas.length).toBeGreaterThan(15);
    for (const { formula } of formulas)
      expect(formula).toMatch(/^SUM\([A-Z]+\d+(:[A-Z]+\d+)?(,[A-Z]+\d+(:[A-Z]+\d+)?)*\)$/);
    const all = [...parts].filter(([path]) => path.startsWith("xl/worksheets/")).map(([, xml]) => xml);
    expect(all.join("").match(/<f[ >]/g)).toHaveLength(formulas.length);
    expect(parts.get("xl/sharedStrings.xml")).toContain("=HYPERLINK(");
    expect(parts.get("xl/styles.xml")).toContain('quotePrefix="1"');
  });

  test.skipIf(!office)("add up to the same in LibreOffice, which is given no values to repeat", async () => {
    for (const tables of [buildPlanTables(), buildPlanTables(30)]) {
      const bytes = await workbook(tables);
      const bare = repack(bytes, (path, part) =>
        path.startsWith("xl/worksheets/sheet")
          ? editText(part, (xml) => xml.replaceAll(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, "$1"))
          : part,
      );
      const opened = new TextDecoder().decode(convertByOffice(bare, "xlsx", "fods"));
      const cells = [...opened.matchAll(/<table:table-cell [^>]*table:formula="([^"]*)"[^>]*>/g)];
      const computed = cells.map(([cell]) => inHundredths(/office:value="([^"]*)"/.exec(cell)?.[1] ?? ""));
      expect(computed).toEqual(formulasOf(bytes).map(({ value }) => inHundredths(value)));
      for (const [, formula] of cells) expect(formula).toMatch(/^of:=SUM\(/);
      expect(opened).toContain("=HYPERLINK(");
    }
  });

  test("say “confidential” without a formula from which it could be worked out", async () => {
    const base = buildPlanTables();
    const effort = base.effort ?? { rows: {}, columns: {}, cells: [], total: null };
    const hidden: PlanTables = {
      ...base,
      keys: ["3.1f", "3.1h"],
      effort: {
        ...effort,
        rows: { ...effort.rows, p1: null },
        columns: { ...effort.columns, s1: null },
        cells: effort.cells.filter(({ participantId, streamId }) => participantId !== "p1" || streamId !== "s1"),
        total: null,
      },
      costs: {
        hiddenIds: ["p1"],
        items: base.costs?.items.filter(({ participantId }) => participantId !== "p1") ?? [],
      },
    };
    const { tables } = tablesDocumentOf(summary(), hidden);
    const [matrix, purchases] = tables;
    const row = matrix?.grid.rows[0]?.cells ?? [];
    expect(row[2]).toEqual({ type: "confidential" });
    expect(row.at(-1)).toEqual({ type: "confidential" });
    const totals = matrix?.grid.rows.at(-1)?.cells ?? [];
    expect(totals[2]).toEqual({ type: "confidential" });
    expect(totals[3]).toMatchObject({ type: "sum" });
    expect(totals.at(-1)).toEqual({ type: "confidential" });
    const overall = purchases?.grid.rows.at(-1)?.cells.slice(2, 6);
    expect(overall).toEqual(Array.from({ length: 4 }, () => ({ type: "confidential" })));
    expect(matrix?.notes.join()).toContain("never stands for zero");
  });

  test("say so when they are empty or not for this audience", () => {
    const nothing: PlanTables = {
      keys: [...horizonTables],
      participants: [],
      streams: [],
      tasks: [],
      deliverables: [],
      milestones: [],
      leftOut: 0,
      risks: [],
      effort: { rows: {}, columns: {}, cells: [], total: 0 },
      costs: { items: [], hiddenIds: [] },
    };
    for (const language of languages) {
      const made = tablesDocumentOf(summary(language), nothing).tables;
      expect(made.every(({ notes, grid }) => notes.length === 1 && grid.rows.length === 0)).toBe(true);
      expect(new Set(made.map(({ notes }) => notes[0])).size).toBe(horizonTables.length - 1);
      const closed = tablesDocumentOf(summary(language), { ...nothing, risks: null, effort: null, costs: null }).tables;
      const absent = closed.filter(({ notes }) => notes[0] === closed[4]?.notes[0]).map(({ key }) => key);
      expect(absent).toEqual(["3.1e", "3.1f", "3.1g", "3.1h", "3.1i", "3.1j"]);
    }
  });
});

describe("the tables for Word", () => {
  test.skipIf(!office || !pdfReader)("open in LibreOffice with every table, on lying pages", async () => {
    const bytes = await renderExport({ format: "docx", summary: summary("fi"), file, tables: buildPlanTables(16) });
    expect(readArchive(bytes).get("word/document.xml")).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/);
    const read = textOfPdf(convertByOffice(bytes, "docx", "pdf")).replaceAll(/\s+/g, " ");
    for (const key of horizonTables) expect(read).toContain(`Table ${key}: `);
    for (const words of ["Työpakettien luettelo", formulaText, "Чистый воздух", "Two weeks at full load.", "T16.2"])
      expect(read).toContain(words);
  });
});

test("the same tables give the same bytes, now, later and in another process", { timeout: 60_000 }, async () => {
  for (const format of tableFormats) {
    const request = { format, summary: summary("ru"), file, tables: buildPlanTables(5) };
    const now = Buffer.from(await renderExport(request));
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(Buffer.from(await renderExport(request)).equals(now), format).toBe(true);
    expect(Buffer.from(await renderInChild(request)).equals(now), format).toBe(true);
  }
});

const item = (cents: number): TableCost => ({
  participantId: "p",
  category: "C.1",
  title: "Item",
  note: "",
  stream: null,
  cents,
});
const sum = (list: readonly TableCost[]) => list.reduce((total, each) => total + each.cents, 0);

describe("purchases to justify", () => {
  const amounts = fc.array(fc.nat(1_000_000_00), { maxLength: 20 });

  test("are the fewest large ones that leave at most 15 % of personnel costs", () => {
    fc.assert(
      fc.property(amounts, fc.nat(10_000_000_00), (cents, personnel) => {
        const { major, remaining } = majorPurchases(cents.map(item), personnel);
        const isAbove = (total: number) => BigInt(total) * 100n > BigInt(personnel) * 15n;
        expect(major.length + remaining.length).toBe(cents.length);
        expect(sum(major) + sum(remaining)).toBe(cents.reduce((total, each) => total + each, 0));
        expect(isAbove(sum(remaining))).toBe(false);
        // With the smallest of the major ones it would be too much.
        expect(major.length === 0 || isAbove(sum(remaining) + (major.at(-1)?.cents ?? 0))).toBe(true);
        for (const kept of remaining) expect(kept.cents).toBeLessThanOrEqual(major.at(-1)?.cents ?? Infinity);
      }),
    );
  });

  test("are none at exactly 15 %", () => {
    expect(majorPurchases([item(1_500)], 10_000).major).toEqual([]);
    expect(majorPurchases([item(1_501)], 10_000).major).toHaveLength(1);
  });
});

test("places are named as a spreadsheet names them", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  expect(
    sumFormula([
      [0, 4],
      [1, 4],
      [3, 4],
    ]),
  ).toBe("SUM(E4:E5,E7)");
  expect(
    sumFormula([
      [2, 2],
      [2, 3],
      [2, 4],
    ]),
  ).toBe("SUM(C6:E6)");
});
