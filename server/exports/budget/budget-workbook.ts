import { type WriteSheet, writeXlsx } from "hucre";

import type { FigureName } from "#shared/features/budget/budget-words.ts";
import type { Figure } from "#shared/features/budget/figure.ts";
import { budgetOf, usedCategories } from "#shared/features/budget/project-budget-rules.ts";

import { repack } from "../formats/archive.ts";
import { createValueText } from "../formats/value-text.ts";
import { settleWorkbook } from "../formats/xlsx.ts";
import { cellFont, cellOf, headCell } from "../formats/xlsx-cells.ts";
import { type BudgetRequest, type Cells, sheetOf, type Workbook } from "./budget-sheet.ts";
import { budgetWords } from "./budget-words.ts";
import { lineSheet } from "./line-sheet.ts";
import { type FigurePlaces, formulaOf } from "./figure-formula.ts";

type BudgetFigure = Figure<FigureName>;
/**
 * Writes a budget as a workbook: an overview, a sheet for each member and one of lines. Amounts of members and totals are
 * live formulas down to the lines, their kept values those of the program; texts can never become formulas. Pure.
 */
export async function renderBudgetWorkbook(request: BudgetRequest): Promise<Uint8Array> {
  const book = workbookOf(request);
  const { sheet: lines, rowOf, column } = lineSheet(book);
  const places = memberPlaces(book, rowOf, column);
  const generatedAt = new Date(request.generatedAt);
  const packed = await writeXlsx({
    properties: {
      title: `${request.acronym} – ${book.words.document}`,
      subject: book.words.books[request.ruleBook],
      creator: "Consortia",
      lastModifiedBy: "Consortia",
      created: generatedAt,
      modified: generatedAt,
    },
    defaultFont: cellFont,
    stringMode: "shared",
    sheets: [overviewSheet(book, places), ...places.map((place) => memberSheet(book, place)), lines],
  });
  return repack(packed, settleWorkbook);
}

function workbookOf(request: BudgetRequest): Workbook {
  const { plan, language, ruleBook } = request;
  const words = budgetWords[language];
  const values = createValueText(language, plan.currency);
  const minor = 10 ** values.moneyPlaces;
  return {
    ...request,
    budget: budgetOf(ruleBook, plan.items, plan, plan.periods),
    words,
    minor,
    money(cents, formula, isTotal = false) {
      const cell = cellOf({ type: "money", cents }, values, language, { total: isTotal, align: "right" }) ?? {};
      return formula === null ? cell : { ...cell, type: "formula", formula, formulaResult: cents / minor };
    },
    text: (value, isTotal = false) => cellOf({ type: "text", text: value }, values, language, { total: isTotal }) ?? {},
    nameOf(name) {
      const fund = /^fund-([1-4])$/.exec(name)?.[1];
      return (fund && plan.settings.funds[Number(fund) - 1]?.name) || words.figures[name];
    },
  };
}

type MemberPlace = {
  participantId: string;
  sheetName: string;
  rows: { figure: BudgetFigure; key: string; isTotal: boolean }[];
  places: FigurePlaces;
};

const FIRST_ROW = 3;

/** Which figure stands in which row of which member's sheet: categories, the total, then who pays. */
function memberPlaces(book: Workbook, lineRow: (id: string) => number | undefined, lineColumn: string): MemberPlace[] {
  return book.budget.members.flatMap(({ participantId, budget }) => {
    const number = book.plan.participants.find(({ id }) => id === participantId)?.number;
    if (!budget || number === undefined) return [];
    const rows = [
      ...budget.rows.map(({ category, figure }) => ({ figure, key: `category ${category}`, isTotal: false })),
      { figure: budget.total, key: "total", isTotal: true },
      ...budget.funding.map((figure) => ({ figure, key: `funding ${figure.name}`, isTotal: false })),
    ];
    const own = new Map(rows.map(({ figure }, at) => [figure, `B${FIRST_ROW + at}`]));
    const places: FigurePlaces = { cellOf: (figure) => own.get(figure), lineRow, lineColumn, minor: book.minor };
    return [{ participantId, sheetName: `${book.words.member} ${number}`, rows, places }];
  });
}

function memberSheet(book: Workbook, { participantId, sheetName, rows, places }: MemberPlace): WriteSheet {
  const name = book.plan.participants.find(({ id }) => id === participantId)?.name ?? "";
  const cells: Cells = new Map([
    ["0,0", book.text(`${name} – ${book.words.books[book.ruleBook]}`, true)],
    ["1,0", headCell({ heading: book.words.category, weight: 40 })],
    ["1,1", headCell({ heading: book.words.amount, weight: 16, end: true })],
  ]);
  rows.forEach(({ figure, isTotal }, at) => {
    cells.set(`${FIRST_ROW - 1 + at},0`, book.text(book.nameOf(figure.name), isTotal));
    cells.set(`${FIRST_ROW - 1 + at},1`, book.money(figure.cents, formulaOf(figure, places), isTotal));
  });
  return sheetOf(sheetName, cells, FIRST_ROW - 1 + rows.length, [44, 18]);
}

function overviewSheet(book: Workbook, places: readonly MemberPlace[]): WriteSheet {
  const { budget, words, plan } = book;
  const columns = [
    ...usedCategories(budget).map((name) => ({ key: `category ${name}`, name })),
    { key: "total", name: "total" as FigureName },
    ...budget.funding.map(({ name }) => ({ key: `funding ${name}`, name })),
  ];
  const cells: Cells = new Map([
    ["0,0", book.text(`${book.acronym} – ${words.books[book.ruleBook]} (${plan.currency})`, true)],
    ["1,0", headCell({ heading: words.member, weight: 30 })],
  ]);
  columns.forEach(({ name }, at) =>
    cells.set(`1,${at + 1}`, headCell({ heading: book.nameOf(name), weight: 16, end: true })),
  );
  const sums = columns.map(() => 0);
  plan.participants.forEach(({ id, name }, at) => {
    const row = FIRST_ROW - 1 + at;
    cells.set(`${row},0`, book.text(name));
    const place = places.find(({ participantId }) => participantId === id);
    columns.forEach(({ key }, index) => {
      if (!place) return void cells.set(`${row},${index + 1}`, book.text(words.confidential));
      const found = place.rows.findIndex((each) => each.key === key);
      const figure = place.rows[found]?.figure;
      if (!figure) return;
      sums[index] = (sums[index] ?? 0) + figure.cents;
      cells.set(`${row},${index + 1}`, book.money(figure.cents, `'${place.sheetName}'!B${FIRST_ROW + found}`));
    });
  });
  const end = FIRST_ROW - 1 + plan.participants.length;
  cells.set(`${end},0`, book.text(budget.isWhole ? words.whole : words.seen, true));
  sums.forEach((cents, at) => {
    const column = columnLetters(at + 1);
    const formula = end < FIRST_ROW ? null : `SUM(${column}${FIRST_ROW}:${column}${end})`;
    cells.set(`${end},${at + 1}`, book.money(cents, formula, true));
  });
  return sheetOf(words.overview, cells, end + 1, [30, ...columns.map(() => 16)]);
}

/** A, B, …, Z, AA, … of a column by its index. */
function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return `${before === 0 ? "" : columnLetters(before - 1)}${String.fromCharCode(65 + (index % 26))}`;
}
