import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { minorPlaces } from "#shared/currency.ts";
import { addExactly, formatScaled, MAX_CENTS, parseScaled, sharesByLargestRemainder } from "#shared/money.ts";

describe("a decimal number typed by a person", () => {
  it.each([
    ["1234.5", 2, 123_450],
    ["1234,5", 2, 123_450],
    ["1 234,50", 2, 123_450],
    ["1\u202f234\u00a0567,89", 2, 123_456_789],
    ["1'234.50", 2, 123_450],
    ["0,5", 2, 50],
    ["1.5000", 2, 150],
    ["12,345", 3, 12_345],
    ["1,500", 6, 1_500_000],
    ["-0", 2, 0],
  ])("%j with %i places", (text, places, expected) => {
    expect(parseScaled(text, places)).toBe(expected);
  });

  it.each([
    // Whether this is one or a thousand, nobody can tell.
    ["1,000", 2],
    ["12.000", 2],
    ["1,000", 0],
    ["999.999", 2],
    ["1,234.50", 2],
    ["1.234,50", 2],
    ["12,345", 2],
    ["1.005", 2],
    ["", 2],
    [".5", 2],
    ["1e3", 2],
    ["NaN", 2],
    ["٣", 2],
    ["9007199254740993", 2],
  ])("%j with %i places is not guessed at", (text, places) => {
    expect(parseScaled(text, places)).toBeNull();
  });

  it("comes back as it was written, in every unit and currency", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom("EUR", "JPY", "RUB"), (amount, currency) => {
        const places = minorPlaces(currency);
        const cents = amount % (MAX_CENTS + 1);
        expect(parseScaled(formatScaled(cents, places), places)).toBe(cents === 0 ? 0 : cents);
      }),
    );
  });
});

describe("sums", () => {
  it("are exact up to the last safe integer and refused beyond it", () => {
    expect(addExactly([Number.MAX_SAFE_INTEGER - 1, 1])).toBe(Number.MAX_SAFE_INTEGER);
    expect(addExactly([Number.MAX_SAFE_INTEGER, 1, -1])).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => addExactly([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    for (const odd of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => addExactly([odd])).toThrow(RangeError);
  });

  it("of shares give the whole, however large the amounts", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: MAX_CENTS }), { minLength: 1, maxLength: 50 }), (weights) => {
        const total = addExactly(sharesByLargestRemainder(weights));
        expect(total).toBe(weights.some((weight) => weight > 0) ? 10_000 : 0);
      }),
    );
  });
});

it("a minor unit has the places of its currency", () => {
  expect(["EUR", "USD", "RUB", "JPY", "KWD"].map(minorPlaces)).toEqual([2, 2, 2, 0, 3]);
});
