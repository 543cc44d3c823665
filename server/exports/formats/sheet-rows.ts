import type { SummaryValue } from "#shared/features/exports/summary.ts";

import { summaryLabels } from "../locales/labels.ts";
import {
  blocksFor,
  type DocumentColumn,
  type DocumentSection,
  type SummaryDocument,
  tableFor,
} from "../summary-document.ts";

export type SheetRow = { cells: SummaryValue[]; total: boolean };

/** One section as a single table of typed values, for spreadsheets and CSV. */
export type SheetTable = { key: DocumentSection["key"]; name: string; columns: DocumentColumn[]; rows: SheetRow[] };

/** Every section of the document as one table each; sections without rows keep their head. */
export function sheetTables(document: SummaryDocument): SheetTable[] {
  return document.sections.map((section) => {
    if (section.key === "cover") return coverTable(document, section);
    if (section.key === "changes") return changesTable(document, section);
    const tables = blocksFor(section, "sheets").flatMap((block) =>
      block.type === "table" ? [tableFor(block.table, "sheets")] : [],
    );
    const rows = tables.flatMap((table) => table.rows).map((row) => ({ cells: row.cells, total: row.total ?? false }));
    return { key: section.key, name: section.name, columns: tables[0]?.columns ?? [], rows };
  });
}

const text = (value: string): SummaryValue => ({ type: "text", text: value });

/** Facts and figures one under the other, after what the document says about itself. */
function coverTable(document: SummaryDocument, section: DocumentSection): SheetTable {
  const labels = summaryLabels[document.language];
  const rows: SheetRow[] = [
    { cells: [text(labels.summary), text(document.audienceLine)], total: false },
    {
      cells: [text(labels.generatedOn), text(document.generatedLine.slice(labels.generatedOn.length + 1))],
      total: false,
    },
  ];
  if (document.sample) rows.push({ cells: [text(labels.sampleNotice), { type: "none" }], total: false });
  // Long texts come last: the chart stands beside the first rows, which stay low so.
  const long: SheetRow[] = [];
  for (const block of section.blocks) {
    if (block.type === "facts" || block.type === "figures") {
      rows.push(...block.rows.map((row) => ({ cells: [text(row.label), row.value], total: false })));
    }
    if (block.type === "prose") {
      long.push({ cells: [text(proseLabel(document, section, block)), text(block.text)], total: false });
    }
  }
  rows.push(...long);
  const columns = [
    { heading: labels.columns.fact, weight: 34 },
    { heading: labels.columns.value, weight: 62 },
  ];
  return { key: section.key, name: section.name, columns, rows };
}

/** The summary comes first, the objectives come under a heading of their own. */
function proseLabel(document: SummaryDocument, section: DocumentSection, block: object): string {
  const at = section.blocks.indexOf(block as (typeof section.blocks)[number]);
  const before = section.blocks[at - 1];
  return before?.type === "heading" ? before.text : summaryLabels[document.language].fields.summary;
}

/** One row for each changed field; a record that was added or removed without fields has one row of its own. */
function changesTable(document: SummaryDocument, section: DocumentSection): SheetTable {
  const { columns: heads } = summaryLabels[document.language];
  const columns = [
    { heading: heads.change, weight: 14 },
    { heading: heads.record, weight: 22 },
    { heading: heads.name, weight: 40 },
    { heading: heads.field, weight: 24 },
    { heading: heads.before, weight: 34 },
    { heading: heads.after, weight: 34 },
  ];
  const rows: SheetRow[] = [];
  for (const block of section.blocks) {
    if (block.type !== "changes") continue;
    for (const group of block.groups) {
      for (const change of group.changes) {
        const start = [text(group.action), text(change.entity), text(change.name)];
        const none: SummaryValue = { type: "none" };
        if (change.fields.length === 0) rows.push({ cells: [...start, none, none, none], total: false });
        for (const field of change.fields) {
          rows.push({ cells: [...start, text(field.label), field.before, field.after], total: false });
        }
      }
    }
  }
  return { key: section.key, name: section.name, columns, rows };
}
