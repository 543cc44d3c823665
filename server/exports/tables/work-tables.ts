import type { TableStream } from "#shared/features/exports/plan-tables.ts";
import type { SummaryValue } from "#shared/features/exports/summary.ts";

import { disclosedEffort, integerValue, monthValue, textValue } from "../sections/section-context.ts";
import { deliverableGrid, leftOutNotes } from "./list-tables.ts";
import { confidential, formTable, none, participantValue, type TableContext } from "./table-context.ts";
import { down, type FormTable, type Grid, type GridRow, summed, tableBlock } from "./table-grid.ts";

/** Agreed effort of a stream ("": of the project as a whole). */
function effortOf({ tables }: TableContext, streamId: string): SummaryValue {
  if (tables.effort === null) return confidential;
  const known = tables.effort.columns[streamId];
  return known === undefined ? none : disclosedEffort(known);
}

const leadNumber = ({ tables }: TableContext, leadId: string | null): SummaryValue =>
  integerValue(tables.participants.find(({ participantId }) => participantId === leadId)?.number ?? null);

/** 3.1a: what the work is divided into, who leads it, and how much of it there is. */
export function workPackageTable(context: TableContext): FormTable {
  const { tables, words } = context;
  const { columns: heads } = words;
  const rows: GridRow[] = tables.streams.map((stream) => ({
    cells: [
      textValue(stream.code),
      textValue(stream.title),
      leadNumber(context, stream.leadId),
      textValue(tables.participants.find(({ participantId }) => participantId === stream.leadId)?.name ?? null),
      effortOf(context, stream.streamId ?? ""),
      monthValue(stream.startMonth),
      monthValue(stream.endMonth),
    ],
  }));
  if (rows.length > 0) {
    const beside = tables.effort?.columns[""];
    if (beside !== undefined) {
      rows.push({ cells: [none, textValue(heads.wholeProject), none, none, disclosedEffort(beside), none, none] });
    }
    const total = tables.effort === null ? confidential : disclosedEffort(tables.effort.total);
    const sum = summed(total, rows, down([...rows.keys()], 4));
    rows.push({ cells: [none, textValue(words.subtotal), none, none, sum, none, none], total: true });
  }
  return formTable(context, "3.1a", {
    columns: [
      { heading: heads.code, weight: 9 },
      { heading: heads.workPackageTitle, weight: 46 },
      { heading: heads.leadNumber, weight: 9, end: true },
      { heading: heads.lead, weight: 26 },
      { heading: heads.personMonths, weight: 15, end: true },
      { heading: heads.start, weight: 10, end: true },
      { heading: heads.end, weight: 10, end: true },
    ],
    rows,
  });
}

/** 3.1b: one block for each work package on pages; in a sheet its tasks and deliverables stand below it. */
export function descriptionTable(context: TableContext): FormTable {
  const { tables, words } = context;
  const { columns: heads } = words;
  const grid: Grid = {
    columns: [
      { heading: heads.entry, weight: 15 },
      { heading: heads.code, weight: 9 },
      { heading: heads.title, weight: 40 },
      { heading: heads.lead, weight: 24 },
      { heading: heads.participants, weight: 28 },
      { heading: heads.start, weight: 10, end: true },
      { heading: heads.end, weight: 10, end: true },
      { heading: heads.text, weight: 60 },
    ],
    rows: tables.streams.flatMap((stream) => entriesOf(context, stream)),
  };
  return formTable(context, "3.1b", grid, {
    blocks: tables.streams.flatMap((stream) => blockOf(context, stream)),
    notes: leftOutNotes(context),
  });
}

/** A work package with its tasks and deliverables, one row each. */
function entriesOf(context: TableContext, stream: TableStream): GridRow[] {
  const { tables, words } = context;
  return [
    {
      total: true,
      cells: [
        textValue(words.entries.stream),
        textValue(stream.code),
        textValue(stream.title),
        participantValue(context, stream.leadId),
        none,
        monthValue(stream.startMonth),
        monthValue(stream.endMonth),
        textValue(stream.description),
      ],
    },
    ...tables.tasks
      .filter(({ streamId }) => streamId === stream.streamId)
      .map((task) => ({
        cells: [
          textValue(words.entries.task),
          textValue(task.code),
          textValue(task.title),
          participantValue(context, task.leadId),
          textValue(task.participantIds.map(context.nameOf).join(", ")),
          monthValue(task.startMonth),
          monthValue(task.endMonth),
          textValue(task.description),
        ],
      })),
    ...tables.deliverables
      .filter(({ streamId }) => streamId === stream.streamId)
      .map((deliverable) => ({
        cells: [
          textValue(words.entries.deliverable),
          textValue(deliverable.code),
          textValue(deliverable.title),
          participantValue(context, deliverable.leadId),
          none,
          none,
          monthValue(deliverable.dueMonth),
          textValue(deliverable.description),
        ],
      })),
  ];
}

function blockOf(context: TableContext, stream: TableStream): FormTable["blocks"] {
  const { tables, words } = context;
  const { columns: heads } = words;
  const own = tables.tasks.filter(({ streamId }) => streamId === stream.streamId);
  const results = tables.deliverables.filter(({ streamId }) => streamId === stream.streamId);
  const taskGrid: Grid = {
    columns: [
      { heading: heads.code, weight: 8 },
      { heading: words.entries.task, weight: 42 },
      { heading: heads.lead, weight: 22 },
      { heading: heads.participants, weight: 30 },
      { heading: heads.start, weight: 9, end: true },
      { heading: heads.end, weight: 9, end: true },
    ],
    rows: own.map((task) => ({
      cells: [
        textValue(task.code),
        textValue(task.title),
        participantValue(context, task.leadId),
        textValue(task.participantIds.map(context.nameOf).join(", ")),
        monthValue(task.startMonth),
        monthValue(task.endMonth),
      ],
    })),
  };
  return [
    { type: "heading", text: `${words.workPackage} ${stream.code}: ${stream.title}` },
    {
      type: "facts",
      rows: [
        { label: heads.lead, value: participantValue(context, stream.leadId) },
        { label: heads.start, value: monthValue(stream.startMonth) },
        { label: heads.end, value: monthValue(stream.endMonth) },
        { label: heads.personMonths, value: effortOf(context, stream.streamId ?? "") },
      ],
    },
    { type: "item", title: words.blocks.objectives, text: stream.description },
    { type: "item", title: words.blocks.tasks, text: "" },
    tableBlock(taskGrid, words.noTasks),
    ...own
      .filter(({ description }) => description.trim() !== "")
      .map((task) => ({ type: "item" as const, title: `${task.code} ${task.title}`, text: task.description })),
    { type: "item", title: words.blocks.deliverables, text: "" },
    tableBlock(deliverableGrid(context, results), words.noDeliverables),
  ];
}
