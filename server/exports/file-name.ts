import { dayOf } from "#shared/dates.ts";
import type { ExportDocument, FileFormat } from "#shared/features/exports/export-words.ts";
import type { ProjectSummary } from "#shared/features/exports/summary.ts";

import { budgetWords } from "./budget/budget-words.ts";
import { amendmentWords } from "./amendment/amendment-words.ts";
import { ganttWords } from "./gantt/gantt-words.ts";
import { summaryLabels } from "./locales/labels.ts";
import { tableWords } from "./tables/table-context.ts";

const LONGEST_ACRONYM = 60;

/** "EKOLEND Project summary (Partners) 2026-11-23.pdf": letters of any script, nothing that a file system refuses. */
export function exportFileName(
  format: FileFormat,
  summary: ProjectSummary,
  document: ExportDocument = "summary",
): string {
  const labels = summaryLabels[summary.language];
  const acronym = Array.from(summary.project.acronym.replaceAll(/[^\p{L}\p{M}\p{N} _-]/gu, "_"))
    .slice(0, LONGEST_ACRONYM)
    .join("")
    .trim();
  const names: Record<ExportDocument, string> = {
    summary: labels.summary,
    "horizon-tables": tableWords[summary.language].document,
    amendment: amendmentWords[summary.language].document,
    "budget-workbook": budgetWords[summary.language].document,
    gantt: ganttWords[summary.language].gantt,
  };
  const name = names[document];
  const audience = labels.words.audience[summary.audience];
  return `${acronym === "" ? "project" : acronym} ${name} (${audience}) ${dayOf(summary.generatedAt)}.${format}`;
}
