import type { TFunction } from "i18next";
import type { BudgetNames } from "#client/features/budget/budget-names.ts";
import type { FigureName } from "#shared/features/budget/budget-words.ts";
import type { Figure } from "#shared/features/budget/figure.ts";

type Writers = {
  t: TFunction;
  names: BudgetNames;
  money: (cents: number) => string;
  share: (basisPoints: number) => string;
  decimal: (decimal: string) => string;
  list: (names: readonly string[]) => string;
};

/** The step that made a figure, in words and numbers: "15% of 103,333.33, cut off at the cent". */
export function figureFormula(figure: Figure<FigureName>, { t, names, money, share, decimal, list }: Writers): string {
  const rounding = "rounding" in figure ? t(`budget:why.${figure.rounding}`) : "";
  switch (figure.how) {
    case "entered":
      return figure.source === undefined ? t("budget:why.terms") : t("budget:why.entered");
    case "product":
      return t("budget:why.product", {
        units: decimal(figure.units),
        price: money(figure.unitPriceCents),
        rounding,
      });
    case "sum":
      return figure.of.length === 0
        ? t("budget:why.nothing")
        : t("budget:why.sum", { parts: figure.of.map(({ cents }) => money(cents)).join(" + ") });
    case "rate":
      return t("budget:why.rate", {
        rate: share(figure.rateBp),
        base: names.figure(figure.of.name),
        amount: money(figure.of.cents),
        rounding,
      });
    case "difference":
      return [figure.from, ...figure.minus].map(({ cents }) => money(cents)).join(" − ");
    case "part": {
      const places = [
        ...(figure.streamId === undefined ? [] : [names.place("stream", figure.streamId ?? "")]),
        ...(figure.period === undefined ? [] : [names.place("period", String(figure.period))]),
      ];
      return t("budget:why.part", { amount: money(figure.of.cents), places: list(places) });
    }
  }
}
