import type { SummaryBar, SummaryValue } from "#shared/features/exports/summary.ts";

import type { SummaryLabels } from "../locales/en.ts";
import { type DocumentBlock, type DocumentFact, type DocumentTable, NARROW, tableFor } from "../summary-document.ts";
import { barTotal, kindColours, kindsInBars } from "./chart-look.ts";
import type { ValueText } from "./value-text.ts";

/** Makes texts fit for the page; `show` leaves only characters that the font has. */
export type PageText = { labels: SummaryLabels; writer: ValueText; show: (text: string) => string };

/** A block of the document as the template reads it: plain data, every text ready to print. */
export function pageBlock(page: PageText, block: DocumentBlock): Record<string, unknown> {
  if (block.type === "prose") {
    const parts = block.text.split("\n").filter((part) => part.trim() !== "");
    return { type: block.type, parts: parts.map(page.show) };
  }
  if (block.type === "facts" || block.type === "figures")
    return { type: block.type, rows: pageFacts(page, block.rows) };
  if (block.type === "table") return pageTable(page, block.table);
  if (block.type === "chart") return pageChart(page, block.heading, block.bars);
  if (block.type === "changes") return { type: block.type, groups: pageChanges(page, block.groups) };
  return block;
}

function cell(page: PageText, value: SummaryValue, withUnit = false) {
  return { text: page.show(withUnit ? page.writer.writeWithUnit(value) : page.writer.write(value)), kind: value.type };
}

function pageFacts(page: PageText, rows: readonly DocumentFact[]) {
  return rows
    .filter((row) => row.only !== "sheets")
    .map((row) => ({ label: row.label, value: cell(page, row.value, true) }));
}

function pageTable(page: PageText, table: DocumentTable) {
  const { columns, rows, empty } = tableFor(table, "pages");
  if (rows.length === 0) return { type: "note", text: empty };
  return {
    type: "table",
    columns: columns.map((column) => ({ heading: column.heading, weight: column.weight, end: column.end ?? false })),
    rows: rows.map((row, index) => ({
      group: row.group !== undefined && row.group !== rows[index - 1]?.group ? page.show(row.group) : null,
      total: row.total ?? false,
      tall: row.tall ?? false,
      cells: row.cells.map((value, at) =>
        value.type === "confidential" && (columns[at]?.weight ?? 0) < NARROW
          ? { text: page.labels.confidentialShort, kind: value.type }
          : cell(page, value),
      ),
    })),
  };
}

const look = (kind: keyof typeof kindColours) => ({ kind, colour: `#${kindColours[kind]}` });

function pageChart(page: PageText, heading: string, bars: readonly SummaryBar[]) {
  const longest = Math.max(1, ...bars.map(barTotal));
  const kinds = kindsInBars(bars);
  return {
    type: "chart",
    heading,
    kinds: kinds.map((kind) => ({ ...look(kind), label: page.labels.words.contributionKind[kind] })),
    bars: bars.map((bar) => ({
      member: page.show(bar.member),
      total: page.writer.write({ type: "money", cents: barTotal(bar) }),
      note: bar.confidential ? page.labels.notes.partialBar : null,
      // Only the length of a drawn bar; every printed figure is exact.
      parts: kinds
        .filter((kind) => bar.cents[kind] > 0)
        .map((kind) => ({ ...look(kind), share: (bar.cents[kind] / longest) * 100 })),
    })),
  };
}

function pageChanges(page: PageText, groups: Extract<DocumentBlock, { type: "changes" }>["groups"]) {
  return groups.map((group) => ({
    action: group.action,
    changes: group.changes.map((change) => ({
      entity: change.entity,
      name: page.show(change.name),
      fields: change.fields.map((field) => ({
        label: field.label,
        before: field.before.type === "none" ? null : cell(page, field.before, true),
        after: cell(page, field.after, true),
      })),
    })),
  }));
}
