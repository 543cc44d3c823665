import type { FigureName } from "./budget-words.ts";
import { type Figure, rateOf, sumOf } from "./figure.ts";
import { type HorizonCosts } from "./horizon-actual-rules.ts";

const indirectRateBp = 2_500;

export type LumpSumShare = {
  direct: Figure<FigureName>;
  indirect: Figure<FigureName>;
  total: Figure<FigureName>;
  /** What is paid once the stream is complete: total × rate, half-up. */
  lumpSum: Figure<FigureName>;
};

/**
 * Share of one participant in one stream under Horizon Europe, lump sum: indirect = 25 % of A + C, half-up to the cent; the
 * amount is fixed and paid when the stream is complete.
 */
export function lumpSumShare(costs: HorizonCosts, fundingRateBp: number): LumpSumShare {
  const of = (letter: string) =>
    Object.entries(costs).flatMap(([category, figure]) => (category.startsWith(letter) ? [figure] : []));
  const personnel = sumOf<FigureName>("A", of("A"));
  const purchase = sumOf<FigureName>("C", of("C"));
  const direct = sumOf<FigureName>("direct", [
    personnel,
    sumOf<FigureName>("B", of("B")),
    purchase,
    sumOf<FigureName>("D", of("D")),
  ]);
  const base = sumOf<FigureName>("indirect-base", [personnel, purchase]);
  const indirect = rateOf<FigureName>("E", base, indirectRateBp, "half-up");
  const total = sumOf<FigureName>("total", [direct, indirect]);
  return { direct, indirect, total, lumpSum: rateOf<FigureName>("maximum-grant", total, fundingRateBp, "half-up") };
}
