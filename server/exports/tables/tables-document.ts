import type { HorizonTableKey } from "#shared/features/exports/export-words.ts";
import type { PlanTables } from "#shared/features/exports/plan-tables.ts";
import type { ProjectSummary } from "#shared/features/exports/summary.ts";

import { createValueText } from "../formats/value-text.ts";
import { summaryLabels } from "../locales/labels.ts";
import type { SummaryDocument } from "../summary-document.ts";
import { inKindTable, otherCostTable, subcontractingTable } from "./cost-tables.ts";
import { effortTable } from "./effort-table.ts";
import { deliverableTable, milestoneTable, riskTable } from "./list-tables.ts";
import { purchaseTable } from "./purchase-table.ts";
import { type TableContext, tableWords } from "./table-context.ts";
import type { FormTable } from "./table-grid.ts";
import { descriptionTable, workPackageTable } from "./work-tables.ts";

/** The tables in words of one language, before any format. */
export type TablesDocument = Omit<SummaryDocument, "sections"> & { name: string; tables: FormTable[] };

const makers: Record<HorizonTableKey, (context: TableContext) => FormTable> = {
  "3.1a": workPackageTable,
  "3.1b": descriptionTable,
  "3.1c": deliverableTable,
  "3.1d": milestoneTable,
  "3.1e": riskTable,
  "3.1f": effortTable,
  "3.1g": subcontractingTable,
  "3.1h": purchaseTable,
  "3.1i": otherCostTable,
  "3.1j": inKindTable,
};

/** Puts the tables of a proposal into words; pure. `summary` says what project it is and for whom. */
export function tablesDocumentOf(summary: ProjectSummary, tables: PlanTables): TablesDocument {
  const { language, audience, generatedAt, project } = summary;
  const labels = summaryLabels[language];
  const text = createValueText(language, project.currency);
  const words = tableWords[language];
  const names = new Map(
    tables.participants.map(({ participantId, number, name }) => [participantId, `${number} ${name}`]),
  );
  const nameOf = (id: string | null) => (id === null ? "" : (names.get(id) ?? ""));
  const context: TableContext = { tables, words, text, currency: project.currency, nameOf };
  return {
    name: words.document,
    language,
    audience,
    currency: project.currency,
    acronym: project.acronym,
    title: project.title,
    audienceLine: labels.audience[audience],
    audienceNote: labels.audienceNotes[audience],
    generatedLine: `${labels.generatedOn} ${text.instant(generatedAt)}`,
    generatedAt,
    sample: project.sample,
    tables: tables.keys.map((key) => makers[key](context)),
  };
}
