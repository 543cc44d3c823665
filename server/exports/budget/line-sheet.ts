import type { WriteSheet } from "hucre";

import { categoriesOf, categoryUnder } from "#shared/features/budget/category-rules.ts";
import type { BudgetItem } from "#shared/features/budget/budget.ts";
import { productOf } from "#shared/features/budget/figure.ts";

import { createValueText } from "../formats/value-text.ts";
import { cellOf, headCell } from "../formats/xlsx-cells.ts";
import { type Cells, sheetOf, type Workbook } from "./budget-sheet.ts";

const weights = [26, 30, 40, 26, 10, 12, 14, 16];

/**
 * The lines of a budget, those of a member and category one below the other so that their sums are ranges; what is not
 * counted says so and stands in no sum. Amounts of costs are units × price as a formula.
 */
export function lineSheet(book: Workbook): {
  sheet: WriteSheet;
  rowOf: (id: string) => number | undefined;
  column: string;
} {
  const { plan, words, language } = book;
  const values = createValueText(language, plan.currency);
  const items = sorted(book);
  const left = new Set(book.budget.left.map(({ itemId }) => itemId));
  const heads = [
    words.member,
    words.category,
    words.title,
    words.stream,
    words.units,
    words.unit,
    words.price,
    words.amount,
  ];
  const cells: Cells = new Map([["0,0", book.text(words.lines, true)]]);
  heads.forEach((heading, at) => cells.set(`1,${at}`, headCell({ heading, weight: 10, end: at > 3 && at !== 5 })));
  const rows = new Map(items.map(({ id }, at) => [id, at + 3]));
  items.forEach((item, at) => {
    const row = at + 2;
    const found = categoryUnder(book.ruleBook, item);
    const isCounted = "category" in found && !left.has(item.id);
    const stream = plan.streams.find(({ id }) => id === item.streamId);
    const texts = [
      plan.participants.find(({ id }) => id === item.participantId)?.name ?? "",
      isCounted && "category" in found ? words.figures[found.category] : words.notCounted,
      item.title,
      stream ? `${stream.code} ${stream.title}` : words.project,
    ];
    texts.forEach((value, column) => cells.set(`${row},${column}`, book.text(value)));
    if (item.kind === null) {
      const units = cellOf({ type: "quantity", amount: item.units ?? "0", unit: "" }, values, language, {
        align: "right",
      });
      if (units) cells.set(`${row},4`, units);
      cells.set(`${row},5`, book.text(item.unit));
      cells.set(`${row},6`, book.money(item.unitPriceCents ?? 0, null));
    }
    const amount = amountOf(book, item, row + 1);
    if (amount) cells.set(`${row},7`, amount);
  });
  const sheet = sheetOf(words.lines, cells, items.length + 2, weights);
  return { sheet, rowOf: (id) => rows.get(id), column: `'${words.lines}'!$H` };
}

/** Units have at most four places: whole numbers all the way, so that no binary fraction decides a cent. */
function amountOf(book: Workbook, item: BudgetItem, row: number) {
  if (item.kind !== null) return item.cents === null ? null : book.money(item.cents, null);
  const isTruncated = book.ruleBook === "interreg";
  const rounding = isTruncated ? "truncated" : "half-up";
  const { cents } = productOf("total", item.units ?? "0", item.unitPriceCents ?? 0, rounding);
  const product = `ROUND(E${row}*10000,0)*ROUND(G${row}*${book.minor},0)/10000`;
  const formula = isTruncated ? `INT(${product})/${book.minor}` : `ROUND(${product},0)/${book.minor}`;
  return book.money(cents, formula);
}

function sorted({ plan, ruleBook }: Workbook): BudgetItem[] {
  const order = categoriesOf(ruleBook);
  const member = new Map(plan.participants.map(({ id }, at) => [id, at]));
  const stream = new Map(plan.streams.map(({ id }, at) => [id, at]));
  const place = (item: BudgetItem) => {
    const found = categoryUnder(ruleBook, item);
    return [
      member.get(item.participantId) ?? member.size,
      "category" in found ? order.indexOf(found.category) : order.length,
      item.streamId === null ? stream.size : (stream.get(item.streamId) ?? stream.size),
    ];
  };
  return plan.items.toSorted((left, right) => {
    const [a, b] = [place(left), place(right)];
    const at = a.findIndex((value, index) => value !== b[index]);
    return at === -1 ? (left.id < right.id ? -1 : 1) : (a[at] ?? 0) - (b[at] ?? 0);
  });
}
