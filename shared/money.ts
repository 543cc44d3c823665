import { z } from "zod";

export { formatScaled, parseScaled } from "./scaled.ts";

/** The largest amount a field takes: 999 999 999.99 in minor units. */
export const MAX_CENTS = 99_999_999_999;

/** An amount of money: an integer count of the currency's minor unit, never negative. */
export const centsSchema = z.int().min(0).max(MAX_CENTS);

/** Effort: an integer count of hundredths of a person-month. */
export const pmHundredthsSchema = z.int().min(0).max(99_999_999);

/** A rate or share in basis points (100 % = 10 000). */
export const basisPointsSchema = z.int().min(0).max(10_000);

/** Adds integers exactly; throws RangeError instead of leaving the safe range. */
export function addExactly(amounts: Iterable<number>): number {
  let total = 0n;
  for (const amount of amounts) {
    if (!Number.isSafeInteger(amount)) throw new RangeError("an amount is not a safe integer");
    total += BigInt(amount);
  }
  const sum = Number(total);
  if (!Number.isSafeInteger(sum)) throw new RangeError("a sum left the safe range");
  return sum;
}

/** `part / whole` of `amount`, half-up to the next integer, computed in integers (all ≥ 0, whole > 0). */
export function portionHalfUp(amount: number, part: number, whole: number): number {
  const product = BigInt(amount) * BigInt(part) * 2n + BigInt(whole);
  return Number(product / (BigInt(whole) * 2n));
}

/** `part / whole` of `amount`, cut off to the integer below (all ≥ 0, whole > 0). */
export function portionFloor(amount: number, part: number, whole: number): number {
  return Number((BigInt(amount) * BigInt(part)) / BigInt(whole));
}

/**
 * Splits `whole` (10 000 basis points as a rule) over weights by largest remainder, so that the parts
 * add up to exactly `whole`; ties go to the earlier weight. All weights 0 gives all parts 0.
 */
export function sharesByLargestRemainder(weights: readonly number[], whole = 10_000): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return weights.map(() => 0);
  const products = weights.map((weight) => BigInt(weight) * BigInt(whole));
  const shares = products.map((product) => Number(product / total));
  let missing = whole - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = products
    .map((product, index) => ({ index, remainder: product % total }))
    .sort(
      (left, right) =>
        Number(right.remainder - left.remainder > 0n) - Number(right.remainder - left.remainder < 0n) ||
        left.index - right.index,
    );
  for (const { index } of byRemainder) {
    if (missing === 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    missing -= 1;
  }
  return shares;
}
