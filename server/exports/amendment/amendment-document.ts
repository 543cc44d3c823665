import type { ComparedRow, ComparedSide, Comparison } from "#shared/features/baselines/baseline.ts";
import type { Movement } from "#shared/features/baselines/movement-rules.ts";
import type { ProjectSummary, SummaryValue, SummaryWordList } from "#shared/features/exports/summary.ts";

import { createValueText } from "../formats/value-text.ts";
import { summaryLabels } from "../locales/labels.ts";
import { dayValue, textValue, wordValue } from "../sections/section-context.ts";
import type { DocumentBlock, DocumentRow, DocumentTable, SummaryDocument } from "../summary-document.ts";
import { type AmendmentWords, amendmentWords } from "./amendment-words.ts";

type Value = ComparedRow["fields"][number]["before"];
type Context = {
  comparison: Comparison;
  words: AmendmentWords;
  labels: (typeof summaryLabels)["en"];
  text: ReturnType<typeof createValueText>;
};

/** A comparison as a sheet for signature: between what, each change under its organisation, the sums, a line to sign for each member. Pure. */
export function amendmentDocumentOf(summary: ProjectSummary, comparison: Comparison): SummaryDocument {
  const { language, project } = summary;
  const words = amendmentWords[language];
  const labels = summaryLabels[language];
  const text = createValueText(language, comparison.currency);
  const context = { comparison, words, labels, text };
  return {
    language,
    audience: summary.audience,
    currency: comparison.currency,
    acronym: project.acronym,
    title: project.title,
    heading: words.document,
    audienceLine: words.document,
    audienceNote: words.note,
    generatedLine: `${labels.generatedOn} ${text.instant(summary.generatedAt)}`,
    generatedAt: summary.generatedAt,
    sample: project.sample,
    sections: [
      section("cover", words.document, coverOf(context)),
      section("changes", words.heads.changes, [{ type: "table", table: changesOf(context) }]),
      section("balance", words.heads.sums, sumsOf(context)),
      section("members", words.heads.signatures, signaturesOf(context)),
    ],
  };
}

const section = (key: "cover" | "changes" | "balance" | "members", heading: string, blocks: DocumentBlock[]) => ({
  key,
  name: heading,
  heading,
  blocks,
});

function coverOf({ comparison, words, text }: Context): DocumentBlock[] {
  const { from, to, movements, rows } = comparison;
  const { total } = movements;
  const at = (side: ComparedSide) => `${nameOf(side, words)}, ${words.facts.frozenAt} ${text.instant(side.frozenAt)}`;
  const decided = to.id === null ? from : to;
  const facts: DocumentBlock = {
    type: "facts",
    rows: [
      { label: words.facts.from, value: textValue(at(from)) },
      { label: words.facts.to, value: textValue(at(to)) },
      { label: words.facts.decidedOn, value: dayValue(decided.decidedOn) },
      { label: words.facts.inForceOn, value: dayValue(decided.inForceOn) },
    ],
  };
  const figures: DocumentBlock = {
    type: "figures",
    rows: [
      { label: words.facts.changes, value: { type: "integer", value: rows.length } },
      { label: words.facts.later, value: textValue(`${text.integer(total.laterDays)} ${words.days}`) },
      { label: words.columns.effort, value: signedValue(total, "effort", text) },
      { label: words.columns.money, value: signedValue(total, "cents", text) },
    ],
  };
  const partial: DocumentBlock[] = comparison.isPartial ? [{ type: "note", text: words.notes.partial }] : [];
  return [facts, figures, ...partial];
}

function nameOf(side: ComparedSide, words: AmendmentWords): string {
  if (side.number === null) return words.now;
  return `${side.number}. ${side.kind === "status" ? `${words.statusName}: ${side.name}` : side.name}`;
}

function changesOf(context: Context): DocumentTable {
  const { comparison, words, labels } = context;
  const names = new Map(comparison.participants.map(({ id, number, name }) => [id, { number, name }]));
  const place = ({ participantId }: ComparedRow) => names.get(participantId ?? "")?.number ?? 0;
  const fieldNames = new Map<string, string>([...Object.entries(labels.fields), ...Object.entries(words.fields)]);
  const rows = comparison.rows
    .toSorted((left, right) => place(left) - place(right))
    .flatMap((row): DocumentRow[] => {
      const group = names.get(row.participantId ?? "")?.name ?? words.wholeProject;
      const told = row.change === "changed" ? row.fields : row.fields.filter(({ field }) => isTelling(field));
      const cells = told.map(({ field, before, after }) => [
        textValue(fieldNames.get(field) ?? field),
        valueOf(context, row, field, before),
        valueOf(context, row, field, after),
      ]);
      const none: SummaryValue = { type: "none" };
      return (cells.length === 0 ? [[none, none, none]] : cells).map((each, index) => ({
        group,
        cells: [
          textValue(index === 0 ? words.change[row.change] : ""),
          textValue(index === 0 ? `${words.kind[row.kind]}: ${row.label}` : ""),
          ...each,
        ].map((cell, at) => (index > 0 && at < 2 ? { type: "text" as const, text: "" } : cell)),
      }));
    });
  const { columns } = words;
  return {
    columns: [
      { heading: columns.change, weight: 14 },
      { heading: columns.what, weight: 32 },
      { heading: columns.field, weight: 18 },
      { heading: columns.before, weight: 20 },
      { heading: columns.after, weight: 20 },
    ],
    rows,
    empty: words.notes.same,
  };
}

/** Of what was added or removed the sheet tells dates, figures and who; the rest stands in the plan. */
function isTelling(field: string): boolean {
  return /Month|Cents|PmHundredths|units|quantity|lead|startOn/i.test(field);
}

const wordLists: Record<string, SummaryWordList> = {
  "project status": "status",
  "participant role": "role",
  "participant state": "participantState",
  "stream kind": "streamKind",
  "stream state": "streamState",
  "task state": "streamState",
  "deliverable state": "updateState",
  "contribution kind": "contributionKind",
  "contribution state": "contributionState",
  "contribution basis": "basis",
  "contribution confidentiality": "confidentiality",
};

function valueOf({ comparison, words, text }: Context, row: ComparedRow, field: string, value: Value): SummaryValue {
  if (value === null || value === "") return { type: "none" };
  if (typeof value === "boolean") return textValue(value ? words.yes : words.no);
  if (Array.isArray(value)) return textValue(value.map((id) => comparison.labels[id] ?? "…").join(", "));
  if (typeof value === "number") {
    if (field.endsWith("Cents")) return textValue(text.writeWithUnit({ type: "money", cents: value }));
    if (field.endsWith("PmHundredths")) return textValue(text.writeWithUnit({ type: "effort", pmHundredths: value }));
    if (field.endsWith("Bp")) return { type: "share", basisPoints: value };
    return { type: "integer", value };
  }
  if (field.endsWith("On")) return { type: "day", on: value };
  if (/Ids?$/.test(field)) return textValue(comparison.labels[value] ?? "…");
  const list = wordLists[`${row.kind} ${field}`];
  return list ? wordValue(list, value) : textValue(value);
}

function signedValue(row: Movement, of: "effort" | "cents", text: Context["text"]): SummaryValue {
  const [before, after] = of === "effort" ? [row.effortBefore, row.effortAfter] : [row.centsBefore, row.centsAfter];
  const size = Math.abs(after - before);
  const written = text.writeWithUnit(
    of === "effort" ? { type: "effort", pmHundredths: size } : { type: "money", cents: size },
  );
  return textValue(`${after > before ? "+" : after < before ? "−" : ""}${written}`);
}

function sumsOf({ comparison, words, text }: Context): DocumentBlock[] {
  const { movements, participants, labels } = comparison;
  const names = new Map(participants.map(({ id, name }) => [id, name]));
  const { columns } = words;
  const tableOf = (heading: string, rows: readonly Movement[], nameOfRow: (id: string | null) => string) => ({
    columns: [
      { heading, weight: 40 },
      { heading: words.facts.later, weight: 16, end: true },
      { heading: words.facts.earlier, weight: 16, end: true },
      { heading: columns.effort, weight: 16, end: true },
      { heading: columns.money, weight: 20, end: true },
    ],
    rows: [...rows, movements.total].map((row, index) => ({
      cells: [
        textValue(index === rows.length ? words.heads.totals : nameOfRow(row.id)),
        textValue(`${text.integer(row.laterDays)} ${words.days}`),
        textValue(`${text.integer(row.earlierDays)} ${words.days}`),
        signedValue(row, "effort", text),
        signedValue(row, "cents", text),
      ],
      total: index === rows.length,
    })),
    empty: "",
  });
  return [
    {
      type: "table",
      table: tableOf(columns.organisation, movements.byParticipant, (id) => names.get(id ?? "") ?? words.wholeProject),
    },
    { type: "heading", text: words.heads.streams },
    {
      type: "table",
      table: tableOf(columns.stream, movements.byStream, (id) => labels[id ?? ""] ?? words.wholeProject),
    },
  ];
}

function signaturesOf({ comparison, words }: Context): DocumentBlock[] {
  const { columns } = words;
  const blank: SummaryValue = { type: "text", text: "" };
  const table: DocumentTable = {
    columns: [
      { heading: columns.organisation, weight: 30 },
      { heading: columns.person, weight: 26 },
      { heading: columns.date, weight: 20 },
      { heading: columns.signature, weight: 30 },
    ],
    rows: comparison.participants
      .filter(({ isPresent }) => isPresent)
      .map(({ number, name }) => ({ cells: [textValue(`${number}. ${name}`), blank, blank, blank], tall: true })),
    empty: "",
  };
  return [
    { type: "note", text: words.notes.sign },
    { type: "table", table },
  ];
}
