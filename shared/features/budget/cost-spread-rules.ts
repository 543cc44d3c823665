import { portionFloor, portionHalfUp } from "../../money.ts";

/** Cents of a cost in one stream (null: the project as a whole) and one period (0 for the first). */
export type CostCell = { streamId: string | null; period: number; cents: number };

/** The cells of several costs added up, by period and then in the order of the streams, the whole project last. */
export function mergeCells(cells: readonly CostCell[], streamIds: readonly string[]): CostCell[] {
  const place = (streamId: string | null) => {
    const at = streamId === null ? -1 : streamIds.indexOf(streamId);
    return at === -1 ? streamIds.length : at;
  };
  const merged = new Map<string, CostCell>();
  for (const cell of cells) {
    const key = `${cell.period} ${cell.streamId ?? ""}`;
    merged.set(key, { ...cell, cents: (merged.get(key)?.cents ?? 0) + cell.cents });
  }
  return [...merged.values()].toSorted(
    (left, right) => left.period - right.period || place(left.streamId) - place(right.streamId),
  );
}

/**
 * An amount over cells by their weight: differences of cumulated half-up portions, so that no part is below 0 and the last
 * weighty cell takes the rest. Without any weight it goes to the last cell.
 */
export function spreadByWeight(amount: number, base: readonly CostCell[]): CostCell[] {
  const whole = base.reduce((sum, { cents }) => sum + cents, 0);
  let passed = 0;
  let spread = 0;
  return base.map((cell, index) => {
    passed += cell.cents;
    const isLast = whole === 0 && index === base.length - 1;
    const upTo = whole === 0 ? (isLast ? amount : 0) : portionHalfUp(amount, passed, whole);
    const cents = upTo - spread;
    spread = upTo;
    return { ...cell, cents };
  });
}

/**
 * A flat rate over the cells it is counted on: each period truncated by itself, the last one with a base takes what the
 * others leave of the total (domain.md, Interreg); inside of a period by the weight of the streams.
 */
export function spreadFlatRate(total: number, rateBp: number, base: readonly CostCell[]): CostCell[] {
  const byPeriod = [...Map.groupBy(base, ({ period }) => period).values()];
  const sums = byPeriod.map((cells) => cells.reduce((sum, { cents }) => sum + cents, 0));
  const touched = sums.findLastIndex((sum) => sum > 0);
  const last = touched === -1 ? sums.length - 1 : touched;
  const parts = sums.map((sum, index) => (index === last ? 0 : portionFloor(sum, rateBp, 10_000)));
  parts[last] = total - parts.reduce((sum, part) => sum + part, 0);
  return byPeriod.flatMap((cells, index) => spreadByWeight(parts[index] ?? 0, cells));
}
