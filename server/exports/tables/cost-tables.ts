import type { TableCost } from "#shared/features/exports/plan-tables.ts";
import type { HorizonTableKey } from "#shared/features/exports/export-words.ts";
import { addExactly } from "#shared/money.ts";

import { moneyValue, textValue } from "../sections/section-context.ts";
import { absentTable, confidential, formTable, none, participantValue, type TableContext } from "./table-context.ts";
import { down, type FormTable, type GridRow, summed } from "./table-grid.ts";

const sumOf = (items: readonly TableCost[]) => addExactly(items.map(({ cents }) => cents));

/** Participants that bear costs of their own; what third parties give in kind has a table by itself. */
export function bearers({ tables }: TableContext) {
  return tables.participants.filter(({ isThirdParty }) => !isThirdParty);
}

/** "Title (S1): note" of a cost. */
export function justificationOf({ title, stream, note }: TableCost): string {
  const named = stream === null ? title : `${title} (${stream})`;
  return note.trim() === "" ? named : `${named}: ${note}`;
}

type Listing = {
  key: HorizonTableKey;
  participantIds: readonly string[];
  isListed: (item: TableCost) => boolean;
  who: string;
  /** Null: the table is of one category and needs no column for it. */
  category: string | null;
  why: string;
};

/** Single costs with who bears them and why, a total for each participant with several, and the total of all. */
function listing(context: TableContext, { key, participantIds, isListed, who, category, why }: Listing): FormTable {
  const { tables, words, currency } = context;
  if (tables.costs === null) return absentTable(context, key);
  const rows: GridRow[] = [];
  const counted: number[] = [];
  const last = category === null ? 2 : 3;
  const beforeCost = (first: GridRow["cells"], kind: string, reason: string) =>
    category === null ? [...first, textValue(reason)] : [...first, textValue(kind), textValue(reason)];
  for (const id of participantIds) {
    const name = participantValue(context, id);
    if (tables.costs.hiddenIds.includes(id)) {
      rows.push({ cells: [...beforeCost([name], "", ""), confidential] });
      counted.push(rows.length - 1);
      continue;
    }
    const items = tables.costs.items.filter((item) => item.participantId === id && isListed(item));
    for (const item of items) {
      const kind = words.categories[item.category] ?? item.category;
      rows.push({ cells: [...beforeCost([name], kind, justificationOf(item)), moneyValue(item.cents)] });
      counted.push(rows.length - 1);
    }
  }
  if (rows.length > 0) {
    const hasHidden = participantIds.some((id) => tables.costs?.hiddenIds.includes(id));
    const all = tables.costs.items.filter((item) => participantIds.includes(item.participantId) && isListed(item));
    const total = hasHidden ? confidential : moneyValue(sumOf(all));
    rows.push({
      total: true,
      cells: [...beforeCost([textValue(words.overall)], "", ""), summed(total, rows, down(counted, last))],
    });
  }
  return formTable(context, key, {
    columns: [
      { heading: who, weight: 26 },
      ...(category === null ? [] : [{ heading: category, weight: 30 }]),
      { heading: why, weight: 60 },
      { heading: `${words.columns.cost} (${currency})`, weight: 18, end: true },
    ],
    rows: rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell ?? none) })),
  });
}

/** 3.1g: what is given to subcontractors, and why. */
export function subcontractingTable(context: TableContext): FormTable {
  const { columns: heads } = context.words;
  return listing(context, {
    key: "3.1g",
    participantIds: bearers(context).map(({ participantId }) => participantId),
    isListed: ({ category }) => category === "B",
    who: heads.participant,
    category: null,
    why: heads.subcontracted,
  });
}

/** 3.1i: costs of category D. */
export function otherCostTable(context: TableContext): FormTable {
  const { columns: heads } = context.words;
  return listing(context, {
    key: "3.1i",
    participantIds: bearers(context).map(({ participantId }) => participantId),
    isListed: ({ category }) => category.startsWith("D."),
    who: heads.participant,
    category: heads.category,
    why: heads.justification,
  });
}

/** 3.1j: what participants in the role of a third party put in. */
export function inKindTable(context: TableContext): FormTable {
  const { columns: heads } = context.words;
  const thirdParties = context.tables.participants.filter(({ isThirdParty }) => isThirdParty);
  return listing(context, {
    key: "3.1j",
    participantIds: thirdParties.map(({ participantId }) => participantId),
    isListed: () => true,
    who: heads.thirdParty,
    category: heads.category,
    why: heads.justification,
  });
}
