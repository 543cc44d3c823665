import type { Cell, WriteSheet } from "hucre";

import type { BudgetPlan } from "#shared/features/budget/budget.ts";
import type { FigureName } from "#shared/features/budget/budget-words.ts";
import type { ProjectBudget } from "#shared/features/budget/project-budget-rules.ts";
import type { Language } from "#shared/features/exports/export-words.ts";
import type { RuleBook } from "#shared/features/projects/project-words.ts";

import type { BudgetWords } from "./budget-words-en.ts";

/** A budget to be written: the plan as its reader may know it, under one rule book. */
export type BudgetRequest = {
  plan: BudgetPlan;
  ruleBook: RuleBook;
  language: Language;
  acronym: string;
  generatedAt: number;
};

export type Cells = NonNullable<WriteSheet["cells"]>;

/** What the sheets of one workbook share. */
export type Workbook = BudgetRequest & {
  budget: ProjectBudget;
  words: BudgetWords;
  money: (cents: number, formula: string | null, isTotal?: boolean) => Partial<Cell>;
  text: (value: string, isTotal?: boolean) => Partial<Cell>;
  nameOf: (name: FigureName) => string;
  minor: number;
};

/** A sheet of a title, a head and rows, to be printed across. */
export function sheetOf(name: string, cells: Cells, rows: number, widths: readonly number[]): WriteSheet {
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: Array.from({ length: rows }, () => widths.map(() => null)),
    cells,
    freezePane: { rows: 2 },
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}
