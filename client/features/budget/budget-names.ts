import type { TFunction } from "i18next";
import type { BudgetPlan } from "#shared/features/budget/budget.ts";
import type { BudgetDimension, FigureName } from "#shared/features/budget/budget-words.ts";
import type { PivotKey } from "#shared/features/budget/budget-pivot-rules.ts";
import type { RuleBook } from "#shared/features/projects/project-words.ts";

/** How the parts of a budget are called in the reader's language. */
export type BudgetNames = {
  figure: (name: FigureName) => string;
  place: (dimension: BudgetDimension, key: PivotKey) => string;
  member: (id: string) => string;
  /** The title of a line; null where the reader does not have it. */
  line: (id: string) => string | null;
  isContribution: (id: string) => boolean;
};

// Dots part the keys of a catalogue.
const keyOf = (name: FigureName) => name.replace(".", "");

/** Makes the names of a plan under a rule book, whose funds have names of their own. */
export function budgetNames(t: TFunction, plan: BudgetPlan, ruleBook: RuleBook): BudgetNames {
  const members = new Map(plan.participants.map(({ id, name }) => [id, name]));
  const streams = new Map(plan.streams.map(({ id, code, title }) => [id, `${code} ${title}`]));
  const items = new Map(plan.items.map((item) => [item.id, item]));
  const figure = (name: FigureName) => {
    const fund = /^fund-([1-4])$/.exec(name);
    if (fund) return plan.settings.funds[Number(fund[1]) - 1]?.name ?? t("budget:fund", { number: fund[1] });
    if (ruleBook === "cluster-agreement" && ["effort", "cash", "in-kind", "equipment", "technology"].includes(name))
      return t(`contributions:kind.${name}`);
    return t(`budget:figure.${keyOf(name)}`);
  };
  return {
    figure,
    member: (id) => members.get(id) ?? "",
    line: (id) => items.get(id)?.title ?? null,
    isContribution: (id) => (items.get(id)?.kind ?? null) !== null,
    place(dimension, key) {
      if (dimension === "participant") return members.get(key) ?? "";
      if (dimension === "category") return figure(key as FigureName);
      if (dimension === "stream") return streams.get(key) ?? t("budget:wholeProject");
      const period = plan.periods[Number(key)];
      if (!period) return t("budget:allMonths");
      const { number, startMonth, endMonth } = period;
      return t("budget:period", { number, from: startMonth, to: endMonth });
    },
  };
}
