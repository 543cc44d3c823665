import { integerValue, monthValue, textValue } from "../sections/section-context.ts";
import { absentTable, formTable, participantValue, type TableContext } from "./table-context.ts";
import type { FormTable, Grid } from "./table-grid.ts";

/** Says how many tasks and deliverables no table shows. */
export function leftOutNotes({ tables, words, text }: TableContext): string[] {
  return tables.leftOut === 0 ? [] : [`${words.leftOut} ${text.integer(tables.leftOut)}`];
}

/** Deliverables as the block of their work package lists them. */
export function deliverableGrid(context: TableContext, rows: TableContext["tables"]["deliverables"]): Grid {
  const { columns: heads } = context.words;
  return {
    columns: [
      { heading: heads.code, weight: 8 },
      { heading: heads.title, weight: 42 },
      { heading: heads.lead, weight: 24 },
      { heading: heads.type, weight: 12 },
      { heading: heads.dissemination, weight: 15 },
      { heading: heads.due, weight: 9, end: true },
    ],
    rows: rows.map((row) => ({
      cells: [
        textValue(row.code),
        textValue(row.title),
        participantValue(context, row.leadId),
        textValue(row.type),
        textValue(row.dissemination),
        monthValue(row.dueMonth),
      ],
    })),
  };
}

/** 3.1c: what is handed over, in the order of time within the numbers of the plan. */
export function deliverableTable(context: TableContext): FormTable {
  const { tables, words } = context;
  const { columns: heads } = words;
  const codes = new Map(tables.streams.map(({ streamId, code }) => [streamId, code]));
  return formTable(
    context,
    "3.1c",
    {
      columns: [
        { heading: heads.code, weight: 8 },
        { heading: heads.title, weight: 30 },
        { heading: heads.description, weight: 46 },
        { heading: words.workPackage, weight: 10 },
        { heading: heads.lead, weight: 20 },
        { heading: heads.type, weight: 11 },
        { heading: heads.dissemination, weight: 14 },
        { heading: heads.due, weight: 9, end: true },
      ],
      rows: tables.deliverables.map((row) => ({
        cells: [
          textValue(row.code),
          textValue(row.title),
          textValue(row.description),
          textValue(codes.get(row.streamId) ?? null),
          participantValue(context, row.leadId),
          textValue(row.type),
          textValue(row.dissemination),
          monthValue(row.dueMonth),
        ],
      })),
    },
    { notes: leftOutNotes(context) },
  );
}

/** 3.1d: what is to be reached by when, and how one knows. */
export function milestoneTable(context: TableContext): FormTable {
  const { columns: heads } = context.words;
  return formTable(context, "3.1d", {
    columns: [
      { heading: heads.number, weight: 8, end: true },
      { heading: heads.milestone, weight: 46 },
      { heading: heads.workPackages, weight: 18 },
      { heading: heads.due, weight: 10, end: true },
      { heading: heads.verification, weight: 50 },
    ],
    rows: context.tables.milestones.map((row) => ({
      cells: [
        integerValue(row.number),
        textValue(row.title),
        textValue(row.streams.join(", ")),
        monthValue(row.dueMonth),
        textValue(row.verification),
      ],
    })),
  });
}

/** 3.1e: what could go wrong and what is done against it. */
export function riskTable(context: TableContext): FormTable {
  const { tables, words } = context;
  const { columns: heads } = words;
  if (tables.risks === null) return absentTable(context, "3.1e");
  return formTable(context, "3.1e", {
    columns: [
      { heading: heads.number, weight: 7, end: true },
      { heading: heads.risk, weight: 48 },
      { heading: heads.likelihood, weight: 14 },
      { heading: heads.severity, weight: 14 },
      { heading: heads.workPackages, weight: 16 },
      { heading: heads.mitigation, weight: 48 },
    ],
    rows: tables.risks.map((row) => ({
      cells: [
        integerValue(row.number),
        textValue(row.description.trim() === "" ? row.title : `${row.title}: ${row.description}`),
        textValue(words.levels[row.likelihood]),
        textValue(words.levels[row.severity]),
        textValue(row.streams.join(", ")),
        textValue(row.mitigation),
      ],
    })),
  });
}
