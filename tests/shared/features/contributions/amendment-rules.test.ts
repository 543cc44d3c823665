import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { compareTerms, scaleTerms, shortOfDelivered } from "#shared/features/contributions/amendment-rules.ts";
import type { Terms } from "#shared/features/contributions/contribution.ts";
import { MAX_CENTS } from "#shared/money.ts";

const terms: Terms = {
  effortPmHundredths: 250,
  quantity: null,
  unit: null,
  valueCents: 1_500_000,
  basis: "own-cost",
  basisNote: "",
  fromMonth: 2,
  toMonth: 12,
};

describe("the same share off many lines", () => {
  test.each([
    [10_001, -500, 9_501],
    [10_010, -500, 9_510],
    [1, -5_000, 1],
    [3, -5_000, 2],
    [10_333_333, 1_500, 11_883_333],
    [0, -500, 0],
  ])("%i cents by %i basis points are %i, half-up", (cents, changeBp, expected) => {
    expect(scaleTerms({ ...terms, valueCents: cents }, changeBp).valueCents).toBe(expected);
  });

  test("effort goes with the value; quantity, months, basis and what is not valued stay", () => {
    expect(scaleTerms(terms, -1_000)).toEqual({ ...terms, effortPmHundredths: 225, valueCents: 1_350_000 });
    const goods = { ...terms, effortPmHundredths: null, quantity: "3.4", unit: "km", valueCents: null };
    expect(scaleTerms(goods, -1_000)).toEqual(goods);
  });

  test("is never further from the exact amount than half a cent", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: MAX_CENTS }),
        fc.integer({ min: -9_999, max: 10_000 }),
        (cents, changeBp) => {
          const scaled = BigInt(scaleTerms({ ...terms, valueCents: cents }, changeBp).valueCents ?? -1);
          const exact = BigInt(cents) * BigInt(10_000 + changeBp);
          const twice = 2n * (scaled * 10_000n - exact);
          expect(twice > -10_000n && twice <= 10_000n).toBe(true);
        },
      ),
    );
  });
});

describe("a proposed change beside the agreed figures", () => {
  test("tells what differs and nothing else; blank is none", () => {
    expect(compareTerms(terms, terms)).toEqual([]);
    expect(compareTerms(terms, { ...terms, valueCents: 1_200_000, toMonth: null, basisNote: "Offer" })).toEqual([
      { field: "valueCents", before: 1_500_000, after: 1_200_000 },
      { field: "basisNote", before: null, after: "Offer" },
      { field: "toMonth", before: 12, after: null },
    ]);
  });

  test("taking the line back takes every figure it has", () => {
    expect(compareTerms(terms, null).map(({ field, after }) => [field, after])).toEqual([
      ["valueCents", null],
      ["effortPmHundredths", null],
      ["basis", null],
      ["fromMonth", null],
      ["toMonth", null],
    ]);
  });

  test("says what would be less than is delivered already", () => {
    const delivered = { deliveredCents: 900_000, deliveredPmHundredths: 100 };
    expect(shortOfDelivered(terms, delivered)).toEqual([]);
    expect(shortOfDelivered({ ...terms, valueCents: 900_000 }, delivered)).toEqual([]);
    expect(shortOfDelivered({ ...terms, valueCents: 899_999 }, delivered)).toEqual(["value"]);
    expect(shortOfDelivered({ ...terms, valueCents: null, effortPmHundredths: 99 }, delivered)).toEqual([
      "value",
      "effort",
    ]);
    expect(shortOfDelivered(null, delivered)).toEqual(["value", "effort"]);
    expect(shortOfDelivered(null, { deliveredCents: 0, deliveredPmHundredths: 0 })).toEqual([]);
  });
});
