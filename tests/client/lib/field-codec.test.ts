import fc from "fast-check";
import { expect, test } from "vitest";

import { decimalCodec, scaledCodec, textCodec } from "#client/lib/field-codec.ts";

test("every amount survives being written and read", () => {
  const codec = scaledCodec(2);
  const amounts = fc.sample(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), 500);
  expect(amounts.map((cents) => codec.read(codec.write(cents)))).toEqual(amounts);
});

test.each([
  ["1250,50", 125_050],
  ["1 250.5", 125_050],
  ["", null],
  ["12,345", undefined],
  ["1e3", undefined],
  ["abc", undefined],
])("an amount typed as %j", (typed, cents) => {
  expect(scaledCodec(2).read(typed)).toBe(cents);
});

test.each([
  ["3,5", "3.5"],
  ["1 000", "1000"],
  ["", null],
  ["-1", undefined],
  ["3.5.1", undefined],
])("a quantity typed as %j", (typed, decimal) => {
  expect(decimalCodec.read(typed)).toBe(decimal);
});

test("text loses spaces around it, an empty one is no text", () => {
  expect([textCodec.read("  a b "), textCodec.read("  ")]).toEqual(["a b", null]);
});
