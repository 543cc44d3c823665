import type { Comparison } from "#shared/features/baselines/baseline.ts";
import type { FileFormat } from "#shared/features/exports/export-words.ts";
import type { ProjectFile } from "#shared/features/exports/project-file.ts";
import type { PlanTables } from "#shared/features/exports/plan-tables.ts";
import type { ProjectSummary } from "#shared/features/exports/summary.ts";

import { amendmentDocumentOf } from "./amendment/amendment-document.ts";
import { renderCsv } from "./formats/csv.ts";
import { renderDocx } from "./formats/docx.ts";
import { renderJson } from "./formats/json.ts";
import { renderMarkdown } from "./formats/markdown.ts";
import { renderPdf } from "./formats/pdf.ts";
import { renderXlsx } from "./formats/xlsx.ts";
import type { BudgetRequest } from "./budget/budget-sheet.ts";
import { renderBudgetWorkbook } from "./budget/budget-workbook.ts";
import { documentOf } from "./summary-document.ts";
import { type GanttRequest, renderGantt } from "./gantt/gantt-files.ts";
import { tablesDocumentOf } from "./tables/tables-document.ts";
import { renderTablesDocx } from "./tables/tables-docx.ts";
import { renderTablesXlsx } from "./tables/tables-xlsx.ts";

/**
 * Everything a render needs; plain data, so that it can travel to another process. With `tables` they are the document,
 * as a workbook or for Word, and the summary says whose they are.
 */
export type RenderRequest = {
  format: FileFormat;
  summary: ProjectSummary;
  file: ProjectFile;
  tables?: PlanTables | null;
  /** With it the sheet for signature is the document. */
  comparison?: Comparison | null;
  /** With it the Gantt is the document. */
  gantt?: GanttRequest | null;
  /** With it the workbook of the budget is the document. */
  budget?: BudgetRequest | null;
};

/** Renders one export; pure: the same request gives the same bytes. */
export async function renderExport(request: RenderRequest): Promise<Uint8Array> {
  const { format, summary, file, tables, comparison, gantt, budget } = request;
  if (gantt) return await renderGantt(gantt, format);
  if (budget) return await renderBudgetWorkbook(budget);
  if (tables) {
    const document = tablesDocumentOf(summary, tables);
    return format === "xlsx" ? await renderTablesXlsx(document) : await renderTablesDocx(document);
  }
  if (format === "json") return renderJson(file);
  const document = comparison ? amendmentDocumentOf(summary, comparison) : documentOf(summary);
  if (format === "pdf") return renderPdf(document);
  if (format === "docx") return await renderDocx(document);
  if (format === "xlsx") return await renderXlsx(document);
  return format === "csv" ? renderCsv(document) : renderMarkdown(document);
}
