import type { WriteSheet } from "hucre";

import { summaryLabels } from "../locales/labels.ts";
import type { SummaryDocument } from "../summary-document.ts";
import { kindColours, kindsInBars } from "./chart-look.ts";
import { createValueText } from "./value-text.ts";
import { cellOf, headCell } from "./xlsx-cells.ts";

// The facts take the first two columns; the chart and its figures stand beside them.
const LEFT = 3;

/** Puts the figures of the chart and the chart itself beside the rows of a sheet. */
export function addChart(document: SummaryDocument, sheet: WriteSheet): void {
  const block = document.sections.flatMap((section) => section.blocks).find((each) => each.type === "chart");
  if (block?.type !== "chart") return;
  const kinds = kindsInBars(block.bars);
  if (kinds.length === 0 || !sheet.rows) return;
  const labels = summaryLabels[document.language];
  const text = createValueText(document.language, document.currency);
  const put = (row: number, at: number, cell: ReturnType<typeof cellOf>) =>
    cell && sheet.cells?.set(`${row},${LEFT + at}`, cell);
  const height = block.bars.length + 1;
  while (sheet.rows.length < height) sheet.rows.push([]);
  sheet.rows = sheet.rows.map((row) => [
    ...row,
    ...Array.from({ length: LEFT + kinds.length + 1 - row.length }, () => null),
  ]);
  put(0, 0, headCell({ heading: labels.columns.member, weight: 34 }));
  kinds.forEach((kind, index) =>
    put(0, index + 1, headCell({ heading: labels.words.contributionKind[kind], weight: 16, end: true })),
  );
  block.bars.forEach((bar, line) => {
    const name = bar.confidential ? `${bar.member} (${labels.notes.partialBar})` : bar.member;
    put(line + 1, 0, cellOf({ type: "text", text: name }, text, document.language));
    kinds.forEach((kind, index) =>
      put(line + 1, index + 1, cellOf({ type: "money", cents: bar.cents[kind] }, text, document.language)),
    );
  });
  sheet.columns = [...(sheet.columns ?? []), { width: 4 }, { width: 60 }, ...kinds.map(() => ({ width: 17 }))];
  const letter = (at: number) => String.fromCharCode(65 + LEFT + at);
  const range = (at: number) => `$${letter(at)}$2:$${letter(at)}$${height}`;
  sheet.charts = [
    {
      type: "bar",
      barGrouping: "stacked",
      title: block.heading,
      series: kinds.map((kind, index) => ({
        name: labels.words.contributionKind[kind],
        categories: range(0),
        values: range(index + 1),
        color: kindColours[kind],
      })),
      anchor: {
        from: { row: height + 1, col: LEFT },
        to: { row: height + 8 + block.bars.length * 2, col: LEFT + kinds.length + 1 },
      },
    },
  ];
}
