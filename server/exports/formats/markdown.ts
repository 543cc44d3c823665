import type { SummaryValue } from "#shared/features/exports/summary.ts";

import { summaryLabels } from "../locales/labels.ts";
import {
  blocksFor,
  type DocumentBlock,
  type DocumentFact,
  type DocumentTable,
  type SummaryDocument,
  tableFor,
} from "../summary-document.ts";
import { createValueText, type ValueText } from "./value-text.ts";

/** Writes a summary as CommonMark with tables (GFM); whatever a person wrote is escaped and stays text. */
export function renderMarkdown(document: SummaryDocument): Uint8Array {
  const labels = summaryLabels[document.language];
  const text = createValueText(document.language, document.currency);
  const lines = [
    `# ${escapeMarkdown(document.acronym)} – ${escapeMarkdown(document.title)}`,
    `${labels.summary} · **${escapeMarkdown(document.audienceLine)}** · ${escapeMarkdown(document.generatedLine)}`,
    escapeMarkdown(document.audienceNote),
    ...(document.sample ? [`> ${labels.sampleNotice}`] : []),
  ];
  for (const section of document.sections) {
    if (section.key !== "cover") lines.push(`## ${section.heading}`);
    for (const block of blocksFor(section, "pages")) lines.push(...blockLines(block, text));
  }
  return new TextEncoder().encode(`${lines.filter((line) => line !== "").join("\n\n")}\n`);
}

/** A text without any meaning of its own: no markup, link, image, HTML, heading, list or table. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[`*_{}[\]()#+!|~=:@.-]/g, (sign) => `\\${sign}`)
    .replaceAll(/\s*\n\s*/g, "<br>")
    .replaceAll("\t", " ");
}

function blockLines(block: DocumentBlock, text: ValueText): string[] {
  if (block.type === "heading") return [`### ${escapeMarkdown(block.text)}`];
  if (block.type === "note") return [escapeMarkdown(block.text)];
  if (block.type === "prose")
    return block.text
      .split("\n")
      .filter((part) => part.trim() !== "")
      .map(escapeMarkdown);
  if (block.type === "facts" || block.type === "figures") return [factLines(block.rows, text)];
  if (block.type === "table") return [tableLines(block.table, text)];
  if (block.type === "changes") return block.groups.flatMap((group) => changeLines(group, text));
  // The figures of the chart are in the tables.
  return [];
}

function show(value: SummaryValue, text: ValueText, withUnit = false): string {
  const written = escapeMarkdown(withUnit ? text.writeWithUnit(value) : text.write(value));
  return value.type === "confidential" ? `*${written}*` : written;
}

function factLines(rows: readonly DocumentFact[], text: ValueText): string {
  return rows
    .filter((row) => row.only !== "sheets")
    .map((row) => `- **${escapeMarkdown(row.label)}**: ${show(row.value, text, true)}`)
    .join("\n");
}

const line = (cells: string[]) => `| ${cells.join(" | ")} |`;

function tableLines(table: DocumentTable, text: ValueText): string {
  const { columns, rows, empty } = tableFor(table, "pages");
  if (rows.length === 0) return escapeMarkdown(empty);
  const lines = [
    line(columns.map((column) => escapeMarkdown(column.heading))),
    line(columns.map((column) => (column.end ? "---:" : "---"))),
  ];
  rows.forEach((row, index) => {
    const isNewGroup = row.group !== undefined && row.group !== rows[index - 1]?.group;
    if (isNewGroup)
      lines.push(
        line(
          columns.map((_, at) => (at === groupColumn(columns.length) ? `**${escapeMarkdown(row.group ?? "")}**` : "")),
        ),
      );
    const cells = row.cells.map((cell) => show(cell, text));
    lines.push(line(row.total ? cells.map((cell) => (cell === "" ? "" : `**${cell}**`)) : cells));
  });
  return lines.join("\n");
}

// The name of a group stands in the widest column's usual place, beside the code.
function groupColumn(columns: number): number {
  return columns > 1 ? 1 : 0;
}

function changeLines(group: Extract<DocumentBlock, { type: "changes" }>["groups"][number], text: ValueText): string[] {
  const items = group.changes.map((change) => {
    const fields = change.fields.map((field) => {
      const before = field.before.type === "none" ? "" : `~~${show(field.before, text, true)}~~ → `;
      return `  - ${escapeMarkdown(field.label)}: ${before}${show(field.after, text, true)}`;
    });
    return [`- ${escapeMarkdown(change.entity)}: **${escapeMarkdown(change.name)}**`, ...fields].join("\n");
  });
  return [`### ${escapeMarkdown(group.action)}`, items.join("\n")];
}
