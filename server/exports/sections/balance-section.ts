import type {
  SummaryBalance,
  SummaryBalanceRow,
  SummaryFigures,
  SummaryValue,
} from "#shared/features/exports/summary.ts";

import type { DocumentBlock, DocumentColumn, DocumentRow, DocumentSection } from "../summary-document.ts";
import {
  disclosedEffort,
  disclosedMoney,
  disclosedShare,
  type SectionContext,
  textValue,
  wordValue,
} from "./section-context.ts";

type NameOf = (row: SummaryBalanceRow) => SummaryValue;

/** Agreed, delivered and forecast: per member, stream and kind, each with the total of the project. */
export function balanceSection(context: SectionContext): DocumentSection {
  const { summary, labels } = context;
  const { headings, notes, columns: heads } = labels;
  const blocks: DocumentBlock[] = [{ type: "note", text: notes.balance }];
  const parts = breakdownsOf(context);
  for (const part of parts) {
    if (part.rows.length === 0) continue;
    blocks.push({ type: "heading", text: part.heading }, pageTable(context, part));
  }
  if (parts.length === 0) {
    const totals = { heading: "", head: heads.name, rows: [], nameOf: () => textValue(labels.total), withShare: false };
    blocks.push(pageTable(context, totals), { type: "note", text: notes.publicTotals });
  }
  blocks.push(sheetTable(context, parts));
  if (hasConfidential(summary.balance)) blocks.push({ type: "note", text: notes.confidential });
  return { key: "balance", name: labels.sections.balance, heading: headings.balance, blocks };
}

type Breakdown = { heading: string; head: string; rows: SummaryBalanceRow[]; nameOf: NameOf; withShare: boolean };

const kind: NameOf = (row) => wordValue("contributionKind", row.name);

/** The three breakdowns, or none where only totals are told. */
function breakdownsOf({ summary, labels }: SectionContext): Breakdown[] {
  const { byMember, byStream, byKind } = summary.balance;
  if (byMember === null || byStream === null || byKind === null) return [];
  const { headings, columns: heads } = labels;
  const name: NameOf = (row) => textValue(row.name ?? labels.wholeProject);
  return [
    { heading: headings.byMember, head: heads.member, rows: byMember, nameOf: name, withShare: true },
    { heading: headings.byStream, head: heads.stream, rows: byStream, nameOf: name, withShare: false },
    { heading: headings.byKind, head: heads.kind, rows: byKind, nameOf: kind, withShare: false },
  ];
}

function pageTable(context: SectionContext, part: Breakdown): DocumentBlock {
  const { summary, labels } = context;
  const rows: DocumentRow[] = part.rows.map((row) => ({
    cells: [part.nameOf(row), ...figureCells(row.figures, part.withShare)],
  }));
  rows.push({ total: true, cells: [textValue(labels.total), ...figureCells(summary.balance.total, part.withShare)] });
  const columns = [{ heading: part.head, weight: 32 }, ...figureColumns(context, part.withShare)];
  return { type: "table", only: "pages", table: { columns, rows, empty: "" } };
}

/** All breakdowns under one head, told apart by their first column, so that a sheet can be filtered. */
function sheetTable(context: SectionContext, parts: Breakdown[]): DocumentBlock {
  const { summary, labels } = context;
  const rows: DocumentRow[] = parts.flatMap((part) =>
    part.rows.map((row) => ({
      cells: [textValue(part.heading), part.nameOf(row), ...figureCells(row.figures, true, part.withShare)],
    })),
  );
  rows.push({
    total: true,
    cells: [textValue(labels.total), textValue(labels.wholeProject), ...figureCells(summary.balance.total, true)],
  });
  const columns = [
    { heading: labels.columns.view, weight: 24 },
    { heading: labels.columns.name, weight: 40 },
    ...figureColumns(context, true),
  ];
  return { type: "table", only: "sheets", table: { columns, rows, empty: "" } };
}

const effort = (heading: string): DocumentColumn => ({ heading, weight: 14, end: true });

function figureColumns({ summary, labels }: SectionContext, withShare: boolean): DocumentColumn[] {
  const { columns: heads } = labels;
  const money = (text: string): DocumentColumn => ({
    heading: `${text} (${summary.project.currency})`,
    weight: 18,
    end: true,
  });
  return [
    money(heads.agreed),
    money(heads.delivered),
    { ...money(heads.remaining), only: "sheets" },
    money(heads.forecast),
    ...(withShare ? [{ heading: heads.share, weight: 12, end: true }] : []),
    effort(heads.agreedEffort),
    effort(heads.deliveredEffort),
    effort(heads.forecastEffort),
  ];
}

function hasConfidential(balance: SummaryBalance): boolean {
  const rows = [balance.byMember, balance.byStream, balance.byKind].flatMap((each) => each ?? []);
  const figures = [balance.total, ...rows.map((row) => row.figures)];
  return figures.some(({ value, effort }) => [value, effort].some((way) => Object.values(way).includes(null)));
}

function figureCells(figures: SummaryFigures, withShare: boolean, shareKnown = true): SummaryValue[] {
  const { value, effort } = figures;
  return [
    disclosedMoney(value.agreed),
    disclosedMoney(value.delivered),
    disclosedMoney(value.remaining),
    disclosedMoney(value.forecast),
    ...(withShare ? [shareKnown ? disclosedShare(figures.shareBp) : ({ type: "none" } as const)] : []),
    disclosedEffort(effort.agreed),
    disclosedEffort(effort.delivered),
    disclosedEffort(effort.forecast),
  ];
}
