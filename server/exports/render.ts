import type { ExportFormat } from "#shared/features/exports/export-words.ts";
import type { ProjectFile } from "#shared/features/exports/project-file.ts";
import type { ProjectSummary } from "#shared/features/exports/summary.ts";

import { renderCsv } from "./formats/csv.ts";
import { renderDocx } from "./formats/docx.ts";
import { renderJson } from "./formats/json.ts";
import { renderMarkdown } from "./formats/markdown.ts";
import { renderPdf } from "./formats/pdf.ts";
import { renderXlsx } from "./formats/xlsx.ts";
import { documentOf } from "./summary-document.ts";

/** Everything a render needs; plain data, so that it can travel to another process. */
export type RenderRequest = { format: ExportFormat; summary: ProjectSummary; file: ProjectFile };

/** Renders one export; pure: the same request gives the same bytes. */
export async function renderExport({ format, summary, file }: RenderRequest): Promise<Uint8Array> {
  if (format === "json") return renderJson(file);
  const document = documentOf(summary);
  if (format === "pdf") return renderPdf(document);
  if (format === "docx") return await renderDocx(document);
  if (format === "xlsx") return await renderXlsx(document);
  return format === "csv" ? renderCsv(document) : renderMarkdown(document);
}
