import type { TableCost } from "#shared/features/exports/plan-tables.ts";
import type { SummaryValue } from "#shared/features/exports/summary.ts";
import { addExactly } from "#shared/money.ts";

import { moneyValue, textValue } from "../sections/section-context.ts";
import { bearers, justificationOf } from "./cost-tables.ts";
import { absentTable, confidential, formTable, none, participantValue, type TableContext } from "./table-context.ts";
import { across, down, type FormTable, type GridCell, type GridRow, summed } from "./table-grid.ts";

const purchases = ["C.1", "C.2", "C.3"] as const;
const FIRST = 2;
const TOTAL = FIRST + purchases.length;

const sumOf = (items: readonly TableCost[]) => addExactly(items.map(({ cents }) => cents));

/** Whether purchases are more than 15 % of personnel costs; both in cents. */
function isAboveShare(purchaseCents: number, personnelCents: number): boolean {
  return BigInt(purchaseCents) * 100n > BigInt(personnelCents) * 15n;
}

/**
 * The purchases that have to be justified one by one: the largest first, until what remains is at most 15 % of the
 * personnel costs; none where all of them are (Horizon Europe's form, table 3.1h). Equal costs keep their order.
 */
export function majorPurchases(
  items: readonly TableCost[],
  personnelCents: number,
): { major: TableCost[]; remaining: TableCost[] } {
  const sorted = items.toSorted((left, right) => right.cents - left.cents);
  let taken = 0;
  let rest = sumOf(sorted);
  while (taken < sorted.length && isAboveShare(rest, personnelCents)) {
    rest -= sorted[taken]?.cents ?? 0;
    taken += 1;
  }
  return { major: sorted.slice(0, taken), remaining: sorted.slice(taken) };
}

/** 3.1h: purchases of each participant by kind, those above 15 % of its personnel costs justified by their major items. */
export function purchaseTable(context: TableContext): FormTable {
  const { tables, words, currency } = context;
  if (tables.costs === null) return absentTable(context, "3.1h");
  const { hiddenIds, items } = tables.costs;
  const { columns: heads } = words;
  const rows: GridRow[] = [];
  const subtotals: number[] = [];
  for (const { participantId } of bearers(context)) {
    const own = items.filter((item) => item.participantId === participantId);
    const added = hiddenIds.includes(participantId)
      ? [
          {
            cells: line(
              participantValue(context, participantId),
              none,
              purchases.map(() => confidential),
              confidential,
            ),
          },
        ]
      : rowsOf(context, participantId, own, rows.length);
    rows.push(...added);
    if (added.length > 0) subtotals.push(rows.length - 1);
  }
  if (rows.length > 0) {
    const bearing = new Set(bearers(context).map(({ participantId }) => participantId));
    const all = items.filter((item) => bearing.has(item.participantId));
    const hasHidden = hiddenIds.some((id) => bearing.has(id));
    const sum = (category: string | null, column: number) =>
      summed(hasHidden ? confidential : moneyValue(sumOf(purchasesIn(all, category))), rows, down(subtotals, column));
    const sums = purchases.map((category, at) => sum(category, FIRST + at));
    rows.push({ total: true, cells: line(textValue(words.overall), none, sums, sum(null, TOTAL)) });
  }
  return formTable(
    context,
    "3.1h",
    {
      columns: [
        { heading: heads.participant, weight: 22 },
        { heading: heads.item, weight: 36 },
        { heading: heads.travel, weight: 15, end: true },
        { heading: heads.equipment, weight: 15, end: true },
        { heading: heads.otherGoods, weight: 15, end: true },
        { heading: heads.total, weight: 16, end: true },
        { heading: heads.justification, weight: 34 },
      ],
      rows,
    },
    { notes: [`${words.amountsIn} ${currency}.`] },
  );
}

const line = (
  participant: SummaryValue,
  item: SummaryValue,
  kinds: readonly GridCell[],
  total: GridCell,
  why: SummaryValue = none,
): GridCell[] => [participant, item, ...kinds, total, why];

function purchasesIn(items: readonly TableCost[], category: string | null): TableCost[] {
  return items.filter((item) =>
    category === null ? purchases.some((each) => each === item.category) : item.category === category,
  );
}

/** One participant: its major items, what remains, and its total; `start` is the place of the first row. */
function rowsOf(context: TableContext, id: string, own: readonly TableCost[], start: number): GridRow[] {
  const { words, text } = context;
  const bought = purchasesIn(own, null);
  if (bought.length === 0) return [];
  const personnel = sumOf(own.filter(({ category }) => category.startsWith("A.")));
  const { major, remaining } = majorPurchases(bought, personnel);
  const participant = participantValue(context, id);
  const rows: GridRow[] = Array.from({ length: start }, () => ({ cells: [] }));
  const add = (label: string, items: readonly TableCost[], why = "") => {
    const kinds = purchases.map((category) => {
      const found = purchasesIn(items, category);
      return found.length === 0 ? none : moneyValue(sumOf(found));
    });
    rows.push({ cells: line(participant, textValue(label), kinds, none, textValue(why)) });
    const at = rows.length - 1;
    rows[at]?.cells.splice(TOTAL, 1, summed(moneyValue(sumOf(items)), rows, across(at, [FIRST, FIRST + 1, FIRST + 2])));
  };
  for (const item of major) add(item.title, [item], justificationOf(item));
  if (remaining.length > 0) add(major.length === 0 ? words.withinShare : words.remaining, remaining);
  const parts = [...rows.keys()].slice(start);
  const kinds = purchases.map((category, at) =>
    summed(moneyValue(sumOf(purchasesIn(bought, category))), rows, down(parts, FIRST + at)),
  );
  const share =
    personnel === 0
      ? ""
      : `${text.write({ type: "share", basisPoints: Number((BigInt(sumOf(bought)) * 10_000n) / BigInt(personnel)) })} ${words.ofPersonnel}`;
  const all = summed(moneyValue(sumOf(bought)), rows, down(parts, TOTAL));
  rows.push({ total: true, cells: line(participant, textValue(words.subtotal), kinds, all, textValue(share)) });
  return rows.slice(start);
}
