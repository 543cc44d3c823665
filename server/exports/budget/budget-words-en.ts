import type { FigureName } from "#shared/features/budget/budget-words.ts";
import type { RuleBook } from "#shared/features/projects/project-words.ts";

/** Every own word of the budget workbook in one language. */
export type BudgetWords = Record<
  | "document"
  | "overview"
  | "lines"
  | "member"
  | "number"
  | "total"
  | "category"
  | "title"
  | "stream"
  | "units"
  | "unit"
  | "price"
  | "amount"
  | "notCounted"
  | "confidential"
  | "whole"
  | "seen"
  | "project",
  string
> & { books: Record<RuleBook, string>; figures: Record<FigureName, string> };

export const budgetWordsEn: BudgetWords = {
  document: "Budget workbook",
  overview: "Overview",
  lines: "Lines",
  member: "Member",
  number: "No",
  total: "Total",
  category: "Category",
  title: "Title",
  stream: "Stream",
  units: "Units",
  unit: "Unit",
  price: "Price of one",
  amount: "Amount",
  notCounted: "not counted",
  confidential: "confidential",
  whole: "Whole project",
  seen: "What the reader sees",
  project: "Project as a whole",
  books: {
    "cluster-agreement": "Cluster agreement",
    "horizon-europe-actual": "Horizon Europe, actual costs",
    "horizon-europe-lump-sum": "Horizon Europe, lump sum",
    interreg: "Interreg",
  },
  figures: {
    A: "A. Personnel",
    "A.1": "A.1 Employees",
    "A.2": "A.2 Natural persons under direct contract",
    "A.3": "A.3 Seconded persons",
    "A.4": "A.4 SME owners without salary",
    B: "B. Subcontracting",
    C: "C. Purchase costs",
    "C.1": "C.1 Travel and subsistence",
    "C.2": "C.2 Equipment",
    "C.3": "C.3 Other goods, works and services",
    D: "D. Other cost categories",
    "D.1": "D.1 Financial support to third parties",
    "D.2": "D.2 Internally invoiced goods and services",
    "D.3": "D.3 Other costs",
    "D.4": "D.4 Other costs",
    "D.5": "D.5 Other costs",
    E: "E. Indirect costs",
    staff: "Staff",
    office: "Office and administration",
    travel: "Travel and accommodation",
    external: "External expertise and services",
    equipment: "Equipment",
    infrastructure: "Infrastructure and works",
    other: "Other costs",
    effort: "Effort",
    cash: "Cash",
    "in-kind": "In kind",
    technology: "Technology",
    direct: "Direct costs",
    "indirect-base": "Costs that carry indirect costs",
    total: "Total costs",
    "maximum-grant": "Maximum grant",
    "requested-grant": "Requested grant",
    "other-income": "Other income",
    "own-contribution": "Own contribution",
    "flat-base": "Base of the flat rate",
    remaining: "Remaining",
    funds: "Funds",
    period: "Period",
    "last-period": "Last period",
    "fund-1": "Fund 1",
    "fund-2": "Fund 2",
    "fund-3": "Fund 3",
    "fund-4": "Fund 4",
  },
};
