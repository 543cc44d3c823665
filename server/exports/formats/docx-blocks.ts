import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { ChartRun } from "docx/charts";

import type { SummaryBar } from "#shared/features/exports/summary.ts";

import { type DocumentBlock, type DocumentFact, type DocumentTable, NARROW, tableFor } from "../summary-document.ts";
import { kindColours, kindsInBars } from "./chart-look.ts";
import { docxChanges } from "./docx-changes.ts";
import { ACCENT, LINE, SOFT, TINT } from "./docx-styles.ts";
import { valueRun, type WordContext } from "./docx-runs.ts";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const hairline = { style: BorderStyle.SINGLE, size: 4, color: LINE };
const borders = {
  top: none,
  left: none,
  right: none,
  bottom: hairline,
  insideHorizontal: hairline,
  insideVertical: none,
};

/** A block of the document as Word paragraphs and tables. */
export function docxBlock(context: WordContext, block: DocumentBlock): (Paragraph | Table)[] {
  if (block.type === "heading") return [new Paragraph({ text: block.text, style: "Heading2" })];
  if (block.type === "note") return block.text === "" ? [] : [new Paragraph({ text: block.text, style: "Note" })];
  if (block.type === "prose") {
    return block.text
      .split("\n")
      .filter((part) => part.trim() !== "")
      .map((part) => new Paragraph({ text: part }));
  }
  if (block.type === "facts") return [factTable(context, block.rows)];
  if (block.type === "figures") return [figureTable(context, block.rows), new Paragraph({ text: "", style: "Cell" })];
  if (block.type === "table") return rowTable(context, block.table);
  if (block.type === "chart") return chart(context, block.heading, block.bars);
  return docxChanges(context, block.groups);
}

function factTable(context: WordContext, rows: readonly DocumentFact[]): Table {
  const first = Math.round(context.width * 0.28);
  const shown = rows.filter((row) => row.only !== "sheets");
  return new Table({
    width: { size: context.width, type: WidthType.DXA },
    columnWidths: [first, context.width - first],
    borders,
    rows: shown.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              children: [new Paragraph({ style: "Cell", children: [new TextRun({ text: row.label, color: SOFT })] })],
            }),
            new TableCell({
              children: [
                new Paragraph({ style: "Cell", children: [valueRun(context, row.value, { withUnit: true })] }),
              ],
            }),
          ],
        }),
    ),
  });
}

function figureTable(context: WordContext, rows: readonly DocumentFact[]): Table {
  const perRow = 4;
  const width = Math.floor(context.width / perRow);
  const lines = Array.from({ length: Math.ceil(rows.length / perRow) }, (_, index) =>
    rows.slice(index * perRow, (index + 1) * perRow),
  );
  return new Table({
    width: { size: context.width, type: WidthType.DXA },
    columnWidths: Array.from({ length: perRow }, () => width),
    borders: { ...borders, bottom: none, insideHorizontal: none },
    rows: lines.map(
      (line) =>
        new TableRow({
          cantSplit: true,
          children: Array.from({ length: perRow }, (_, index) => {
            const row = line[index];
            if (!row) return new TableCell({ children: [new Paragraph({ style: "Cell", text: "" })] });
            return new TableCell({
              shading: { type: ShadingType.CLEAR, fill: TINT },
              margins: { top: 60, bottom: 60, left: 100, right: 100 },
              children: [
                new Paragraph({ style: "Cell", children: [new TextRun({ text: row.label, color: SOFT })] }),
                new Paragraph({ children: [valueRun(context, row.value, { withUnit: true, bold: true })] }),
              ],
            });
          }),
        }),
    ),
  });
}

function rowTable(context: WordContext, table: DocumentTable): (Paragraph | Table)[] {
  const { columns, rows, empty } = tableFor(table, "pages");
  if (rows.length === 0) return empty === "" ? [] : [new Paragraph({ text: empty, style: "Note" })];
  const weights = columns.reduce((sum, column) => sum + column.weight, 0);
  const widths = columns.map((column) => Math.floor((context.width * column.weight) / weights));
  const alignment = (index: number) => (columns[index]?.end ? AlignmentType.RIGHT : AlignmentType.LEFT);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, fill: ACCENT },
          children: [
            new Paragraph({
              style: "Cell",
              alignment: alignment(index),
              children: [new TextRun({ text: column.heading, bold: true, color: "FFFFFF" })],
            }),
          ],
        }),
    ),
  });
  const body = rows.flatMap((row, at) => {
    const cells = new TableRow({
      cantSplit: true,
      ...(row.tall ? { height: { value: 720, rule: HeightRule.ATLEAST } } : {}),
      children: row.cells.map(
        (value, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            ...(row.total ? { shading: { type: ShadingType.CLEAR, fill: TINT } } : {}),
            children: [
              new Paragraph({
                style: "Cell",
                alignment: alignment(index),
                children: [
                  valueRun(context, value, {
                    bold: row.total ?? false,
                    narrow: (columns[index]?.weight ?? 0) < NARROW,
                  }),
                ],
              }),
            ],
          }),
      ),
    });
    const isNewGroup = row.group !== undefined && row.group !== rows[at - 1]?.group;
    return isNewGroup ? [groupRow(row.group ?? "", columns.length), cells] : [cells];
  });
  return [
    new Table({
      width: { size: context.width, type: WidthType.DXA },
      columnWidths: widths,
      borders,
      rows: [head, ...body],
    }),
  ];
}

function groupRow(group: string, columns: number): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: columns,
        shading: { type: ShadingType.CLEAR, fill: TINT },
        children: [
          new Paragraph({ style: "Cell", keepNext: true, children: [new TextRun({ text: group, bold: true })] }),
        ],
      }),
    ],
  });
}

function chart(context: WordContext, heading: string, bars: readonly SummaryBar[]): Paragraph[] {
  const kinds = kindsInBars(bars);
  if (kinds.length === 0) return [];
  // Word draws the first category at the bottom.
  const upwards = bars.toReversed();
  const run = new ChartRun({
    type: "bar",
    stacking: "stacked",
    categories: upwards.map((bar) => (bar.confidential ? `${bar.member} *` : bar.member)),
    series: kinds.map((kind) => ({
      name: context.labels.words.contributionKind[kind],
      // A chart takes binary numbers; each amount in cents is exact below 2^53 and shown to whole units on the axis only.
      values: upwards.map((bar) => bar.cents[kind] / 10 ** context.writer.moneyPlaces),
      color: kindColours[kind],
    })),
    valueAxis: { numberFormat: "#,##0" },
    transformation: { width: 620, height: Math.min(900, 110 + bars.length * 30) },
  });
  const note = bars.some((bar) => bar.confidential)
    ? [new Paragraph({ style: "Note", text: `* ${context.labels.notes.partialBar}` })]
    : [];
  return [new Paragraph({ text: heading, style: "Heading2" }), new Paragraph({ children: [run] }), ...note];
}
