import type { ForecastCell } from "#shared/features/reporting/forecast.ts";

/** Fewest percent of the height between two labels beside a chart. */
const LABEL_GAP = 18;

/** Agreed, delivered and forecast added up from the first period to each. */
export function risingSums(cells: readonly ForecastCell[]): Record<"agreed" | "delivered" | "forecast", number[]> {
  const rising = (measure: "agreed" | "delivered" | "forecast") => {
    let sum = 0;
    return cells.map((cell) => (sum += cell[measure] ?? 0));
  };
  return { agreed: rising("agreed"), delivered: rising("delivered"), forecast: rising("forecast") };
}

/** Heights (percent from above) for labels that want these, moved apart as little as needed so that none covers another. */
export function placeLabels(wanted: readonly number[]): number[] {
  const order = wanted
    .map((height, index) => ({ height, index }))
    .toSorted((left, right) => left.height - right.height);
  const placed = wanted.map(() => 0);
  let next = 0;
  for (const { height, index } of order) {
    const top = Math.max(height, next);
    placed[index] = top;
    next = top + LABEL_GAP;
  }
  // What was pushed out below pushes the others up again.
  let limit = 100;
  for (const { index } of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, limit);
    limit = (placed[index] ?? 0) - LABEL_GAP;
  }
  return placed;
}
