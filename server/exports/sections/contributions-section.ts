import type { SummaryContribution, SummaryStream, SummaryValue } from "#shared/features/exports/summary.ts";

import type { ValueText } from "../formats/value-text.ts";
import type { DocumentBlock, DocumentColumn, DocumentSection } from "../summary-document.ts";
import {
  effortValue,
  moneyValue,
  monthsValue,
  monthValue,
  type SectionContext,
  textValue,
  wordValue,
} from "./section-context.ts";

/** Who contributes what: a chart and the lines by member. */
export function contributionsSection(context: SectionContext): DocumentSection {
  const { summary, labels } = context;
  const blocks: DocumentBlock[] = [];
  if (summary.contributions === null) {
    blocks.push({ type: "note", text: labels.notes.noContributionsHere });
  } else {
    if (summary.chart !== null && summary.chart.length > 0) {
      const heading = `${labels.headings.chart}, ${summary.project.currency}`;
      blocks.push({ type: "chart", heading, bars: summary.chart });
    }
    const streams = new Map(summary.streams.map((stream) => [stream.streamId, stream]));
    const rows = summary.contributions.map((line) => ({ group: line.member, cells: cellsOf(context, line, streams) }));
    blocks.push({ type: "table", table: { columns: columnsOf(context), rows, empty: labels.notes.noContributions } });
  }
  return {
    key: "contributions",
    name: labels.sections.contributions,
    heading: labels.headings.contributions,
    blocks,
  };
}

function columnsOf({ summary, labels }: SectionContext): DocumentColumn[] {
  const { columns: heads } = labels;
  return [
    { heading: heads.member, weight: 30, only: "sheets" },
    { heading: heads.code, weight: 8, only: "pages" },
    { heading: heads.stream, weight: 30, only: "sheets" },
    { heading: heads.contribution, weight: 38 },
    { heading: heads.kind, weight: 19 },
    { heading: heads.amount, weight: 18, end: true, only: "pages" },
    { heading: heads.effort, weight: 16, end: true, only: "sheets" },
    { heading: heads.amount, weight: 16, end: true, only: "sheets" },
    { heading: heads.unit, weight: 12, only: "sheets" },
    { heading: `${heads.value} (${summary.project.currency})`, weight: 17, end: true },
    { heading: heads.basis, weight: 20, only: "sheets" },
    { heading: heads.months, weight: 12, end: true, only: "pages" },
    { heading: heads.fromMonth, weight: 11, end: true, only: "sheets" },
    { heading: heads.toMonth, weight: 11, end: true, only: "sheets" },
    { heading: heads.state, weight: 16 },
    { heading: heads.confidentiality, weight: 18, only: "sheets" },
  ];
}

function cellsOf(
  { labels, text }: SectionContext,
  line: SummaryContribution,
  streams: ReadonlyMap<string, SummaryStream>,
): SummaryValue[] {
  const stream = line.streamId === null ? undefined : streams.get(line.streamId);
  return [
    textValue(line.member),
    textValue(stream?.code ?? null),
    textValue(stream ? `${stream.code} ${stream.title}` : labels.wholeProject),
    textValue(line.title),
    wordValue("contributionKind", line.kind),
    amountOf(line, text),
    effortValue(line.effortPmHundredths),
    line.quantity === null ? { type: "none" } : { type: "quantity", amount: line.quantity, unit: "" },
    textValue(line.unit),
    moneyValue(line.valueCents),
    wordValue("basis", line.basis),
    monthsValue(line.fromMonth, line.toMonth),
    monthValue(line.fromMonth),
    monthValue(line.toMonth),
    wordValue("contributionState", line.state),
    wordValue("confidentiality", line.confidentiality),
  ];
}

/** Effort in person-months, else the quantity with its unit. */
function amountOf(line: SummaryContribution, text: ValueText): SummaryValue {
  if (line.effortPmHundredths !== null) return textValue(text.writeWithUnit(effortValue(line.effortPmHundredths)));
  if (line.quantity === null) return { type: "none" };
  return { type: "quantity", amount: line.quantity, unit: line.unit ?? "" };
}
