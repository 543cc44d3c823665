import { type ContributionKind, contributionKinds } from "../contributions/contribution-words.ts";
import type { RuleBook } from "../projects/project-words.ts";
import {
  type CostCategory,
  type HorizonCategory,
  horizonCategories,
  type InterregCategory,
  interregCategories,
  type LeftOutReason,
} from "./budget-words.ts";

/** The categories of a rule book in the order of its tables; E is computed and takes no line. */
export function categoriesOf(ruleBook: RuleBook): readonly CostCategory[] {
  if (ruleBook === "cluster-agreement") return contributionKinds;
  return ruleBook === "interreg" ? interregCategories : [...horizonCategories, "E"];
}

/**
 * Where a contribution belongs as long as nobody gave it a category. Cash pays for costs and is none itself: counted as a
 * cost, the same money would stand in the budget twice, once given and once spent.
 */
const byKind: Record<ContributionKind, { horizon: HorizonCategory; interreg: InterregCategory } | null> = {
  // Work of own people.
  effort: { horizon: "A.1", interreg: "staff" },
  cash: null,
  // Goods and services: nothing is known of them but that they are no staff and no equipment.
  "in-kind": { horizon: "C.3", interreg: "external" },
  equipment: { horizon: "C.2", interreg: "equipment" },
  // Licences and know-how are bought or used like other goods and services.
  technology: { horizon: "C.3", interreg: "external" },
};

/** The same cost in Horizon Europe; null where it has no counterpart. */
const horizonFor: Record<InterregCategory, HorizonCategory | null> = {
  staff: "A.1",
  // Paid by the 25 % for indirect costs.
  office: null,
  travel: "C.1",
  external: "C.3",
  // C.2 is equipment, infrastructure and other assets.
  equipment: "C.2",
  infrastructure: "C.2",
  other: null,
};

/** The same cost in Interreg; null where its programmes have no place for it. */
const interregFor: Record<HorizonCategory, InterregCategory | null> = {
  "A.1": "staff",
  // A contract of services, not of employment.
  "A.2": "external",
  "A.3": "staff",
  // Unpaid work of owners is no eligible cost.
  "A.4": null,
  B: "external",
  "C.1": "travel",
  "C.2": "equipment",
  "C.3": "external",
  "D.1": null,
  "D.2": null,
  "D.3": null,
  "D.4": null,
  "D.5": null,
};

/** A line as far as its category goes: a contribution of a kind, or a cost (kind null); `category` as somebody gave it. */
export type Categorised = { kind: ContributionKind | null; category: string | null };

/**
 * The category of a line under a rule book, or why it has none there: the one given by hand (its counterpart where it is
 * of another rule book), else by the kind of the contribution. A cluster agreement counts the ledger alone.
 */
export function categoryUnder(
  ruleBook: RuleBook,
  { kind, category }: Categorised,
): { category: CostCategory } | { left: LeftOutReason } {
  if (ruleBook === "cluster-agreement") return kind === null ? { left: "beside-ledger" } : { category: kind };
  if (kind === "cash") return { left: "finances" };
  const isInterreg = ruleBook === "interreg";
  const horizon = horizonCategories.find((each) => each === category);
  const interreg = interregCategories.find((each) => each === category);
  const usual = kind === null ? null : byKind[kind];
  const found = isInterreg
    ? (interreg ?? (horizon ? interregFor[horizon] : usual?.interreg))
    : (horizon ?? (interreg ? horizonFor[interreg] : usual?.horizon));
  return found ? { category: found } : { left: "no-category" };
}
