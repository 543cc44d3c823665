import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";

import type { BudgetRequest } from "#server/exports/budget/budget-sheet.ts";
import { renderBudgetWorkbook } from "#server/exports/budget/budget-workbook.ts";
import type { BudgetItem, BudgetParticipant, BudgetPlan } from "#shared/features/budget/budget.ts";
import { budgetOf } from "#shared/features/budget/project-budget-rules.ts";
import { type RuleBook, ruleBooks } from "#shared/features/projects/project-words.ts";
import { convertByOffice, isInstalled } from "#tests/support/outside-programs.ts";
import { readArchive } from "#tests/support/read-archive.ts";

const office = isInstalled("soffice");
const hostile = '=HYPERLINK("http://evil.example","x")';

const member = (number: number, over: Partial<BudgetParticipant> = {}): BudgetParticipant => ({
  id: `p${number}`,
  number,
  name: number === 2 ? hostile : `Member ${number}`,
  role: "beneficiary",
  isHidden: false,
  isNonProfit: number === 2,
  fundingRateBp: null,
  requestedCents: null,
  otherIncomeCents: number * 7,
  flatRates: null,
  termsVersion: 0,
  mayEdit: false,
  ...over,
});

const facts = { version: 1, unit: "", note: "", mayEdit: false, fromMonth: null, toMonth: null } as const;
const cost = (
  id: string,
  participantId: string,
  category: string,
  units: string,
  unitPriceCents: number,
): BudgetItem => ({
  ...facts,
  id,
  participantId,
  category,
  units,
  unitPriceCents,
  kind: null,
  cents: null,
  title: hostile,
  streamId: id.endsWith("1") ? "s1" : null,
});
const given = (
  id: string,
  participantId: string,
  kind: "effort" | "cash" | "equipment",
  cents: number,
): BudgetItem => ({
  ...cost(id, participantId, "", "0", 0),
  kind,
  cents,
  category: null,
  units: null,
  unitPriceCents: null,
});

const plan: BudgetPlan = {
  currency: "EUR",
  ruleBook: "interreg",
  durationMonths: 24,
  settings: {
    action: "IA",
    flatRates: { officeBp: 1_500, travelBp: 1_500 },
    funds: [{ name: hostile, rateBp: 8_000 }],
    version: 1,
  },
  participants: [member(1), member(2), member(3, { isHidden: true })],
  streams: [{ id: "s1", code: "S1", title: hostile }],
  periods: [
    { number: 1, startMonth: 1, endMonth: 12 },
    { number: 2, startMonth: 13, endMonth: 24 },
  ],
  items: [
    given("a1", "p1", "effort", 10_333_333),
    given("a2", "p1", "cash", 5_000),
    given("a3", "p2", "equipment", 4_000_000),
    cost("c1", "p1", "external", "3.3333", 833_341),
    cost("c2", "p1", "B", "1", 2_000_001),
    cost("c3", "p2", "A.1", "0.5", 1),
    cost("c4", "p2", "staff", "17.25", 123_457),
    cost("c51", "p2", "travel", "2", 99),
  ],
  hasHidden: true,
  mayPlan: false,
};

const request = (ruleBook: RuleBook): BudgetRequest => ({
  plan,
  ruleBook,
  language: "en",
  acronym: "EKOLEND",
  generatedAt: Date.UTC(2026, 10, 23),
});

/** What LibreOffice shows on the first sheet after it has worked every formula out again, row by row, in cents. */
function recalculated(bytes: Uint8Array, sheet: number): (number | string)[][] {
  const csv = convertByOffice(
    bytes,
    "xlsx",
    `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,${sheet}`,
  );
  const rows = parse(new TextDecoder().decode(csv), { relax_column_count: true });
  return rows.map((row) =>
    row.map((value) =>
      /^-?[\d,]+(?:\.\d+)?$/.test(value) ? Math.round(Number(value.replaceAll(",", "")) * 100) : value,
    ),
  );
}

/** The same workbook without the values the program kept, so that nothing but the formulas can give them. */
async function withoutKept(ruleBook: RuleBook): Promise<Uint8Array> {
  const { unzipSync, zipSync } = await import("fflate");
  const parts = unzipSync(await renderBudgetWorkbook(request(ruleBook)));
  for (const [path, bytes] of Object.entries(parts)) {
    if (!path.startsWith("xl/worksheets/sheet")) continue;
    const text = new TextDecoder().decode(bytes).replaceAll(/<\/f><v>[^<]*<\/v>/g, "</f>");
    parts[path] = new TextEncoder().encode(text);
  }
  return zipSync(parts);
}

describe("the budget workbook", () => {
  test.skipIf(!office).each(ruleBooks)(
    "comes to the program's sums in LibreOffice by its formulas alone, under %s",
    async (ruleBook) => {
      const budget = budgetOf(ruleBook, plan.items, plan, plan.periods);
      const bytes = await withoutKept(ruleBook);
      const rows = recalculated(bytes, 1);
      const [, head = []] = rows;
      const column = head.findIndex((value) => value === "Total costs");
      expect(rows.map((row) => row[column]).slice(2)).toEqual([
        ...budget.members.map((each) => each.budget?.total.cents ?? "confidential"),
        budget.total.cents,
      ]);
      expect(
        rows
          .at(-1)
          ?.slice(column + 1)
          .filter((value) => value !== ""),
      ).toEqual(budget.funding.map(({ cents }) => cents));
    },
  );

  test.each(ruleBooks)(
    "keeps the program's values beside its formulas, and no text enters one, under %s",
    async (ruleBook) => {
      const parts = readArchive(await renderBudgetWorkbook(request(ruleBook)));
      const sheets = [...parts].filter(([path]) => path.startsWith("xl/worksheets/sheet"));
      expect(sheets).toHaveLength(4);
      const formulas = sheets.flatMap(([, xml]) => [...xml.matchAll(/<f>([^<]*)<\/f><v>([^<]*)<\/v>/g)]);
      expect(formulas.length).toBeGreaterThan(10);
      const allowed =
        /^(?:SUM|ROUND|INT|(?:'|&apos;)(?:Member \d+|Lines)(?:'|&apos;)!|\$?[A-Z]{1,2}\$?\d+|[\d.()+*/:,-])+$/;
      for (const [, formula = ""] of formulas) expect(formula).toMatch(allowed);
      expect(parts.get("xl/sharedStrings.xml")).toContain("=HYPERLINK(");
      const total = budgetOf(ruleBook, plan.items, plan, plan.periods).total.cents / 100;
      expect(formulas.some(([, , value]) => Number(value) === total)).toBe(true);
    },
  );

  test("gives the same bytes for the same budget", async () => {
    const [one, other] = await Promise.all([0, 0].map(() => renderBudgetWorkbook(request("interreg"))));
    expect(Buffer.from(one ?? []).equals(Buffer.from(other ?? []))).toBe(true);
  });
});
