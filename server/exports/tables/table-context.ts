import type { HorizonTableKey, Language } from "#shared/features/exports/export-words.ts";
import type { PlanTables } from "#shared/features/exports/plan-tables.ts";
import type { SummaryValue } from "#shared/features/exports/summary.ts";

import type { ValueText } from "../formats/value-text.ts";
import { textValue } from "../sections/section-context.ts";
import { type FormBlock, type FormTable, type Grid, tableBlock } from "./table-grid.ts";
import { englishTableWords, type TableWords, tableTitles } from "./table-words-en.ts";
import { finnishTableWords } from "./table-words-fi.ts";
import { russianTableWords } from "./table-words-ru.ts";

/** The words of the tables in each language. */
export const tableWords: Record<Language, TableWords> = {
  en: englishTableWords,
  ru: russianTableWords,
  fi: finnishTableWords,
};

/** What every table is made from. */
export type TableContext = {
  tables: PlanTables;
  words: TableWords;
  text: ValueText;
  currency: string;
  /** "3 Shortname" of a participant; empty for none. */
  nameOf: (participantId: string | null) => string;
};

export const none: SummaryValue = { type: "none" };
export const confidential: SummaryValue = { type: "confidential" };

/** "3 Shortname" of a participant as a value. */
export const participantValue = ({ nameOf }: TableContext, id: string | null): SummaryValue => textValue(nameOf(id));

/** Puts a grid under the heading of its table, with notes where something is confidential. */
export function formTable(
  { words }: TableContext,
  key: HorizonTableKey,
  grid: Grid,
  more: { blocks?: FormBlock[]; notes?: string[] } = {},
): FormTable {
  const isEmpty = grid.rows.length === 0;
  const hasHidden = grid.rows.some(({ cells }) =>
    cells.some((cell) => cell.type === "confidential" || (cell.type === "sum" && cell.value.type === "confidential")),
  );
  return {
    key,
    heading: `Table ${key}: ${tableTitles[key]}`,
    subtitle: words.titles[key],
    grid,
    blocks: !isEmpty && more.blocks ? more.blocks : [tableBlock(grid, "")],
    notes: [
      ...(isEmpty ? [words.empty[key]] : []),
      ...(isEmpty ? [] : (more.notes ?? [])),
      ...(hasHidden ? [words.confidential] : []),
    ],
  };
}

/** A table that this audience, or this reader, does not get. */
export function absentTable(context: TableContext, key: HorizonTableKey): FormTable {
  const table = formTable(context, key, { columns: [], rows: [] });
  return { ...table, notes: [context.words.notHere] };
}
