import type { Audience, Language } from "#shared/features/exports/export-words.ts";
import type { ProjectSummary, SummaryBar, SummaryValue } from "#shared/features/exports/summary.ts";

import { createValueText } from "./formats/value-text.ts";
import { balanceSection } from "./sections/balance-section.ts";
import { changesSection } from "./sections/changes-section.ts";
import { contributionsSection } from "./sections/contributions-section.ts";
import { coverSection } from "./sections/cover-section.ts";
import { decisionsSection } from "./sections/decisions-section.ts";
import { membersSection } from "./sections/members-section.ts";
import { milestonesSection } from "./sections/milestones-section.ts";
import { streamsSection } from "./sections/streams-section.ts";
import { summaryLabels } from "./locales/labels.ts";

/** Pages (PDF, DOCX, Markdown) show fewer, composed columns; sheets (XLSX, CSV) show every figure by itself. */
export type Medium = "pages" | "sheets";

export type DocumentColumn = {
  heading: string;
  /** Share of the width; also the number of characters in a sheet. */
  weight: number;
  end?: boolean;
  /** Left out of the other medium. */
  only?: Medium;
};

/** A column lighter than this has no room for the whole word "confidential". */
export const NARROW = 15;

/** `group` is printed above the rows that share it (pages only); a total is printed in bold. */
export type DocumentRow = {
  cells: SummaryValue[];
  group?: string;
  total?: boolean;
  /** Room to write by hand. */
  tall?: boolean;
};

export type DocumentTable = { columns: DocumentColumn[]; rows: DocumentRow[]; empty: string };

export type DocumentChange = {
  entity: string;
  name: string;
  fields: { label: string; before: SummaryValue; after: SummaryValue }[];
};

export type DocumentFact = { label: string; value: SummaryValue; only?: Medium };

export type DocumentBlock =
  | { type: "heading"; text: string }
  /** Text of a person, in paragraphs divided by newlines. */
  | { type: "prose"; text: string }
  /** Our own words. */
  | { type: "note"; text: string }
  /** The few figures a reader looks for first. */
  | { type: "figures"; rows: DocumentFact[] }
  | { type: "facts"; rows: DocumentFact[] }
  | { type: "table"; table: DocumentTable; only?: Medium }
  | { type: "chart"; heading: string; bars: SummaryBar[] }
  | { type: "changes"; groups: { action: string; changes: DocumentChange[] }[] };

export type SectionKey =
  | "cover"
  | "members"
  | "streams"
  | "contributions"
  | "balance"
  | "milestones"
  | "decisions"
  | "changes";

/** `name` is short (a sheet's name), `heading` full; the cover has no heading of its own. */
export type DocumentSection = { key: SectionKey; name: string; heading: string; blocks: DocumentBlock[] };

/** A summary put into sections, in one language, before any format: what every renderer but JSON goes through. */
export type SummaryDocument = {
  language: Language;
  audience: Audience;
  currency: string;
  acronym: string;
  title: string;
  /** What the document is, where it is no summary. */
  heading?: string;
  /** "Project summary · For partners …" and the moment it was made. */
  audienceLine: string;
  audienceNote: string;
  generatedLine: string;
  generatedAt: number;
  sample: boolean;
  sections: DocumentSection[];
};

/** Puts a summary into sections and words of its language; pure. */
export function documentOf(summary: ProjectSummary): SummaryDocument {
  const labels = summaryLabels[summary.language];
  const text = createValueText(summary.language, summary.project.currency);
  const context = { summary, labels, text };
  return {
    language: summary.language,
    audience: summary.audience,
    currency: summary.project.currency,
    acronym: summary.project.acronym,
    title: summary.project.title,
    audienceLine: labels.audience[summary.audience],
    audienceNote: labels.audienceNotes[summary.audience],
    generatedLine: `${labels.generatedOn} ${text.instant(summary.generatedAt)}`,
    generatedAt: summary.generatedAt,
    sample: summary.project.sample,
    sections: [
      coverSection(context),
      membersSection(context),
      streamsSection(context),
      contributionsSection(context),
      balanceSection(context),
      milestonesSection(context),
      ...decisionsSection(context),
      changesSection(context),
    ],
  };
}

/** The columns and rows of a table as one medium shows them. */
export function tableFor(table: DocumentTable, medium: Medium): DocumentTable {
  const kept = table.columns.map((column) => column.only === undefined || column.only === medium);
  return {
    ...table,
    columns: table.columns.filter((_, index) => kept[index]),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => kept[index]) })),
  };
}

/** The blocks of a section that one medium shows. */
export function blocksFor(section: DocumentSection, medium: Medium): DocumentBlock[] {
  return section.blocks.filter((block) => block.type !== "table" || block.only === undefined || block.only === medium);
}
