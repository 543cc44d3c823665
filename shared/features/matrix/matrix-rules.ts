import { addExactly } from "../../money.ts";
import { discloseTotal, type Part } from "../contributions/disclosure-rules.ts";
import { discloseFromEveryView } from "../contributions/viewpoint-rules.ts";
import type { Confidentiality, ContributionKind, ContributionState } from "../contributions/contribution-words.ts";
import type { Terms } from "../contributions/contribution.ts";
import { noTerms } from "../contributions/contribution-rules.ts";
import type { Matrix, MatrixCell, MatrixLine, MatrixSum } from "./matrix.ts";
import type { MatrixMeasure } from "./matrix-words.ts";

/** A line of the ledger as the matrix counts it; `hidden` when this reader may not see it. */
export type MatrixEntry = {
  participantId: string;
  ownerId: string;
  streamId: string | null;
  state: ContributionState;
  confidentiality: Confidentiality;
  amount: number | null;
  hidden: boolean;
};

export type ToldCell<Entry> = MatrixSum & { participantId: string; streamId: string | null; lines: Entry[] };

export type ToldMatrix<Entry> = {
  rows: Map<string, MatrixSum>;
  columns: Map<string | null, MatrixSum>;
  cells: ToldCell<Entry>[];
  total: MatrixSum;
};

/** A matrix of nothing agreed and nothing open. */
export const nothing: MatrixSum = { agreed: 0, open: 0 };

/**
 * Sums by participant, stream and crosswise as one reader may know them: agreed lines, and open ones that are seen. A sum is
 * told only when no agreed line in it is hidden; a cell, unless something may be hidden there (somewhere in its row and
 * somewhere in its column). The grand total follows the rule for totals (security.md, R-A12), `fromOutside` from every member's view.
 */
export function tellMatrix<Entry extends MatrixEntry>(
  entries: readonly Entry[],
  fromOutside: boolean,
): ToldMatrix<Entry> {
  const counted = entries.filter(({ state, amount }) => state === "agreed" && amount !== null);
  const hidden = counted.filter((entry) => entry.hidden);
  const hiddenRows = new Set(hidden.map(({ participantId }) => participantId));
  const hiddenColumns = new Set(hidden.map(({ streamId }) => streamId));
  const seen = entries.filter((entry) => !entry.hidden && entry.state !== "withdrawn");
  const known = [...seen, ...hidden];
  const rows = mapGroups(known, ({ participantId }) => participantId, sumOf);
  const columns = mapGroups(known, ({ streamId }) => streamId, sumOf);
  const cells = [...Map.groupBy(seen, ({ participantId, streamId }) => `${participantId} ${streamId ?? ""}`).values()];
  return {
    rows,
    columns,
    cells: cells.flatMap((lines) => {
      const [first] = lines;
      if (!first) return [];
      const { participantId, streamId } = first;
      const isTold = !(hiddenRows.has(participantId) && hiddenColumns.has(streamId));
      const sum = sumOf(lines);
      return [{ participantId, streamId, ...sum, agreed: isTold ? sum.agreed : null, lines }];
    }),
    total: { agreed: totalOf(counted, fromOutside), open: sumOf(seen).open },
  };
}

function mapGroups<Item, Key, Value>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
  valueOf: (group: readonly Item[]) => Value,
): Map<Key, Value> {
  return new Map([...Map.groupBy(items, keyOf)].map(([key, group]) => [key, valueOf(group)]));
}

function sumOf(entries: readonly MatrixEntry[]): MatrixSum {
  const add = (list: readonly MatrixEntry[]) => addExactly(list.map(({ amount }) => amount ?? 0));
  const agreed = entries.filter(({ state }) => state === "agreed");
  const open = entries.filter(({ state, hidden }) => state !== "agreed" && !hidden);
  return { agreed: agreed.some((entry) => entry.hidden) ? null : add(agreed), open: add(open) };
}

function totalOf(counted: readonly MatrixEntry[], fromOutside: boolean): number | null {
  const parts = counted.map((entry): Part & MatrixEntry & { amount: number } => ({
    ...entry,
    amount: entry.amount ?? 0,
  }));
  return fromOutside ? discloseFromEveryView(parts) : discloseTotal(parts);
}

/** Which lines a measure counts: effort is stated by lines of that kind alone, a value by lines of every kind. */
export function isCountedIn(measure: MatrixMeasure, kind: ContributionKind): boolean {
  return measure === "value" || kind === "effort";
}

/** The amount of these figures in a measure. */
export function amountOf(
  measure: MatrixMeasure,
  terms: Pick<Terms, "effortPmHundredths" | "valueCents">,
): number | null {
  return measure === "effort" ? terms.effortPmHundredths : terms.valueCents;
}

/** Whether an amount of this measure leaves nothing of a line of this kind, so that the line goes with it. */
export function isTakenOff(measure: MatrixMeasure, kind: ContributionKind, amount: number | null): boolean {
  return measure === "effort" ? amount === null || amount === 0 : amount === null && kind === "cash";
}

/** The figures of a line once its amount is changed; null: nothing of the line is left. A value without a basis is an estimate. */
export function termsWith(
  measure: MatrixMeasure,
  kind: ContributionKind,
  terms: Terms,
  amount: number | null,
): Terms | null {
  if (isTakenOff(measure, kind, amount)) return null;
  if (measure === "effort") return { ...terms, effortPmHundredths: amount };
  if (amount === null) return { ...terms, valueCents: null, basis: null };
  return { ...terms, valueCents: amount, basis: terms.basis ?? (kind === "cash" ? null : "estimate") };
}

/** The line that a figure typed into an empty cell puts on the table: effort, or an estimated value in kind. */
export function newLineOf(measure: MatrixMeasure, amount: number): { kind: ContributionKind; terms: Terms } | null {
  const kind = measure === "effort" ? "effort" : "in-kind";
  const terms = termsWith(measure, kind, noTerms, amount);
  return terms && { kind, terms };
}

/** The amount a line will have once what this reader proposed is agreed. */
export function wishedAmount({ amount, amendment }: Pick<MatrixLine, "amount" | "amendment">): number | null {
  if (amendment === null) return amount;
  return amendment.kind === "withdrawal" ? null : amendment.amount;
}

/** What a cell without lines that are seen tells: 0, or confidential where its row and its column keep something back. */
export function emptyCellSum(row: MatrixSum, column: MatrixSum): MatrixSum {
  return row.agreed === null && column.agreed === null ? { agreed: null, open: 0 } : nothing;
}

/** Cells by row and column, for looking them up; the key is made by `placeKey`. */
export function cellsByPlace(matrix: Pick<Matrix, "cells">): Map<string, MatrixCell> {
  return new Map(matrix.cells.map((cell) => [placeKey(cell.participantId, cell.columnId), cell]));
}

/** Names one cell. */
export function placeKey(participantId: string, columnId: string | null): string {
  return `${participantId} ${columnId ?? ""}`;
}
