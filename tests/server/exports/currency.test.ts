import { expect, test } from "vitest";

import { renderCsv } from "#server/exports/formats/csv.ts";
import { renderMarkdown } from "#server/exports/formats/markdown.ts";
import { createValueText } from "#server/exports/formats/value-text.ts";
import { cellOf } from "#server/exports/formats/xlsx-cells.ts";
import { documentOf } from "#server/exports/summary-document.ts";
import { buildSummary } from "#tests/support/build-summary.ts";

const summaryIn = (currency: string) => {
  const summary = buildSummary(20);
  return documentOf({ ...summary, project: { ...summary.project, currency } });
};
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const money = { type: "money", cents: 1_234_567 } as const;

test.each([
  ["EUR", "12,345.67", 12_345.67, "#,##0.00"],
  ["JPY", "1,234,567", 1_234_567, "#,##0"],
  ["KWD", "1,234.567", 1_234.567, "#,##0.000"],
])("an amount in %s has the decimals of its currency everywhere", (currency, written, value, numFmt) => {
  const writer = createValueText("en", currency);
  expect(writer.write(money)).toBe(written);
  expect(cellOf(money, writer, "en")).toMatchObject({ value, style: { numFmt } });
});

test("a document in yen is a hundred times what the same digits are in euro", () => {
  const euro = text(renderCsv(summaryIn("EUR")));
  const yen = text(renderCsv(summaryIn("JPY")));
  // Columns of a CSV file are as they are whatever the currency; only the amounts move their point.
  const amounts = [...euro.matchAll(/(?<=,)\d{4,}\.\d\d(?=,)/g)].map(([amount]) => amount);
  expect(amounts.length).toBeGreaterThan(20);
  expect(amounts.filter((amount) => !yen.includes(`,${amount.replace(".", "")},`))).toEqual([]);
  expect(amounts.filter((amount) => yen.includes(`,${amount},`))).toEqual([]);
  expect(text(renderMarkdown(summaryIn("JPY")))).toContain("JPY");
});
