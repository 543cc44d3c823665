import { describe, expect, test } from "vitest";

import * as format from "#client/lib/format.ts";

/** Intl uses several kinds of spaces; readers see one. */
function plain(text: string): string {
  return text.replaceAll(/\s/gu, " ");
}

describe("money", () => {
  test.each([
    [123_456_789, "EUR", "en", "€1,234,567.89"],
    [123_456_789, "EUR", "ru", "1 234 567,89 €"],
    [123_456_789, "EUR", "fi", "1 234 567,89 €"],
    [-5, "EUR", "en", "-€0.05"],
    [0, "EUR", "en", "€0.00"],
    [1250, "JPY", "en", "JP¥1,250"],
  ])("%d %s in %s", (cents, currency, language, text) => {
    expect(plain(format.formatMoney(cents, currency, language))).toBe(text);
  });

  test("the largest safe amount keeps its last cent, which a double of its value would lose", () => {
    expect(format.formatMoney(Number.MAX_SAFE_INTEGER, "EUR", "en")).toBe("€90,071,992,547,409.91");
  });

  test("short amounts for tiles", () => {
    expect(format.formatMoneyShort(123_456_789, "EUR", "en")).toBe("€1.23m");
    expect(plain(format.formatMoneyShort(123_456_789, "EUR", "ru"))).toBe("1,23 млн €");
  });
});

describe("effort, shares and quantities", () => {
  test.each([
    [1250, "en", "12.5"],
    [1250, "ru", "12,5"],
    [1, "fi", "0,01"],
    [400, "en", "4"],
  ])("%d hundredths in %s", (hundredths, language, text) => {
    expect(format.formatEffort(hundredths, language)).toBe(text);
  });

  test.each([
    [10_000, "en", "100%"],
    [1, "en", "0.01%"],
    [3333, "ru", "33,33 %"],
  ])("%d basis points in %s", (basisPoints, language, text) => {
    expect(plain(format.formatShare(basisPoints, language))).toBe(text);
  });

  test.each([
    [1476, "14.8%", "14.8%"],
    [3300, "33%", "33.0%"],
    [10_000, "100%", "100.0%"],
    [4, "0%", "0.0%"],
  ])("%d basis points rounded to a tenth, alone and in a column", (basisPoints, alone, inColumn) => {
    expect(format.formatShareShort(basisPoints, "en")).toBe(alone);
    expect(format.formatShareEven(basisPoints, "en")).toBe(inColumn);
  });

  test("a quantity keeps every place it was given with, beyond what a double holds", () => {
    expect(plain(format.formatDecimal("12345678901234567890.1250", "fi"))).toBe("12 345 678 901 234 567 890,1250");
    expect(format.formatDecimal("about 3", "en")).toBe("about 3");
  });
});

describe("days and times", () => {
  test("a day is the same day everywhere", () => {
    expect(format.formatDay("2026-01-01", "en")).toBe("1 Jan 2026");
    expect(plain(format.formatDay("2026-01-01", "ru"))).toBe("1 янв. 2026 г.");
    expect(format.formatDay("2026-01-01", "fi")).toBe("1.1.2026");
  });

  test.each([
    [0, "now"],
    [-90_000, "1 minute ago"],
    [-3 * 86_400_000, "3 days ago"],
    [86_400_000, "tomorrow"],
    [14 * 86_400_000, "in 2 weeks"],
  ])("%d ms from now", (distance, text) => {
    expect(format.formatRelative(1_000_000_000_000 + distance, 1_000_000_000_000, "en")).toBe(text);
  });

  test("countries by name, unknown codes as they are", () => {
    expect(format.formatCountry("FI", "ru")).toBe("Финляндия");
    expect(format.formatCountry("ZZZ", "en")).toBe("ZZZ");
  });
});
