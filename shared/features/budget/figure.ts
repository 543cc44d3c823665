import { addExactly, portionFloor, portionHalfUp } from "../../money.ts";

/** How a figure that is no whole cent is brought to one. */
export type Rounding = "half-up" | "truncated";
/**
 * An amount of money that can explain itself: how it came about and from which figures, down to what somebody entered.
 * `name` is a word from a closed list, so that every language can say it; amounts are integer cents, rates basis points;
 * `source` is the line in which it was entered.
 */
export type Figure<Name extends string = string> =
  | { readonly how: "entered"; readonly name: Name; readonly cents: number; readonly source?: string | undefined }
  | {
      readonly how: "product";
      readonly name: Name;
      readonly cents: number;
      /** Decimal text. */
      readonly units: string;
      readonly unitPriceCents: number;
      readonly rounding: Rounding;
      readonly source?: string | undefined;
    }
  | {
      /** What of a figure falls into a stream, a period or both (0 for the first); the parts add up to it. */
      readonly how: "part";
      readonly name: Name;
      readonly cents: number;
      readonly of: Figure<Name>;
      readonly streamId?: string | null | undefined;
      readonly period?: number | undefined;
    }
  | { readonly how: "sum"; readonly name: Name; readonly cents: number; readonly of: readonly Figure<Name>[] }
  | {
      readonly how: "rate";
      readonly name: Name;
      readonly cents: number;
      readonly rateBp: number;
      readonly rounding: Rounding;
      readonly of: Figure<Name>;
    }
  | {
      readonly how: "difference";
      readonly name: Name;
      readonly cents: number;
      readonly from: Figure<Name>;
      readonly minus: readonly Figure<Name>[];
    };

/** What somebody entered, in the line `source` if it has one. */
export function entered<Name extends string>(name: Name, cents: number, source?: string): Figure<Name> {
  return { how: "entered", name, cents, ...(source === undefined ? {} : { source }) };
}

/** Units times the price of one, brought to the cent. `units` is decimal text, not negative. */
export function productOf<Name extends string>(
  name: Name,
  units: string,
  unitPriceCents: number,
  rounding: Rounding,
  source?: string,
): Figure<Name> {
  const { value, scale } = decimalOf(units);
  const cents = portion(unitPriceCents, value, scale, rounding);
  const origin = source === undefined ? {} : { source };
  return { how: "product", name, cents, units, unitPriceCents, rounding, ...origin };
}

/** The figures added up; nothing adds up to 0. Throws RangeError beyond 2^53 - 1. */
export function sumOf<Name extends string>(name: Name, of: readonly Figure<Name>[]): Figure<Name> {
  return { how: "sum", name, cents: addExactly(of.map(({ cents }) => cents)), of };
}

/** A share of a figure in basis points, brought to the cent. */
export function rateOf<Name extends string>(
  name: Name,
  of: Figure<Name>,
  rateBp: number,
  rounding: Rounding,
): Figure<Name> {
  return { how: "rate", name, cents: portion(of.cents, rateBp, 10_000, rounding), rateBp, rounding, of };
}

/** What is left of a figure; below 0 where more was taken than there was. */
export function differenceOf<Name extends string>(
  name: Name,
  from: Figure<Name>,
  minus: readonly Figure<Name>[],
): Figure<Name> {
  const cents = addExactly([from.cents, ...minus.map((each) => -each.cents)]);
  return { how: "difference", name, cents, from, minus };
}

// Both compute in whole numbers of any size; only the result has to fit.
function portion(cents: number, part: number, whole: number, rounding: Rounding): number {
  const result = rounding === "half-up" ? portionHalfUp(cents, part, whole) : portionFloor(cents, part, whole);
  if (!Number.isSafeInteger(result)) throw new RangeError("a figure left the safe range");
  return result;
}

/** Up to nine places, so that part and whole stay exact. */
function decimalOf(text: string): { value: number; scale: number } {
  const match = /^(\d{1,6})(?:\.(\d{1,9}))?$/.exec(text);
  if (!match) throw new RangeError(`not a decimal number: ${text}`);
  const fraction = match[2] ?? "";
  return { value: Number((match[1] ?? "0") + fraction), scale: 10 ** fraction.length };
}
