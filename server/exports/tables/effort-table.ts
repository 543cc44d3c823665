import type { TableEffort } from "#shared/features/exports/plan-tables.ts";
import type { SummaryValue } from "#shared/features/exports/summary.ts";

import { disclosedEffort, effortValue, integerValue, textValue } from "../sections/section-context.ts";
import { absentTable, confidential, formTable, none, type TableContext } from "./table-context.ts";
import { across, down, type FormTable, type Grid, type GridRow, summed, tableBlock } from "./table-grid.ts";

/** 3.1f: person-months of each participant in each work package. */
export function effortTable(context: TableContext): FormTable {
  const { tables, words } = context;
  const { effort } = tables;
  if (effort === null) return absentTable(context, "3.1f");
  const { columns: heads } = words;
  const streams = [
    ...tables.streams.map(({ streamId, code }) => ({ id: streamId ?? "", heading: code })),
    ...("" in effort.columns ? [{ id: "", heading: heads.wholeProject }] : []),
  ];
  const columns: Grid["columns"] = [
    { heading: heads.number, weight: 6, end: true },
    { heading: heads.participant, weight: 24 },
    ...streams.map(({ heading }) => ({ heading, weight: 8, end: true })),
    { heading: heads.total, weight: 12, end: true },
  ];
  const rows = rowsOf(
    context,
    effort,
    streams.map(({ id }) => id),
  );
  return formTable(context, "3.1f", { columns, rows }, { blocks: inSlices({ columns, rows }) });
}

function rowsOf({ tables, words }: TableContext, effort: TableEffort, streamIds: readonly string[]): GridRow[] {
  if (Object.keys(effort.rows).length === 0) return [];
  const cellOf = cellReader(effort);
  const last = streamIds.length + 2;
  const rows: GridRow[] = tables.participants.map(({ participantId, number, name }) => ({
    cells: [integerValue(number), textValue(name), ...streamIds.map((id) => cellOf(participantId, id)), none],
  }));
  tables.participants.forEach(({ participantId }, at) => {
    const places = across(
      at,
      streamIds.map((_, index) => index + 2),
    );
    rows[at]?.cells.splice(last, 1, summed(told(effort.rows, participantId), rows, places));
  });
  const all = [...rows.keys()];
  const totals = streamIds.map((id, at) => summed(told(effort.columns, id), rows, down(all, at + 2)));
  const grand = summed(disclosedEffort(effort.total), rows, down(all, last));
  return [...rows, { total: true, cells: [none, textValue(words.subtotal), ...totals, grand] }];
}

/** Nothing counted makes zero, something hidden "confidential". */
const told = (sums: Record<string, number | null>, id: string) =>
  id in sums ? disclosedEffort(sums[id] ?? null) : effortValue(0);

/** A cell is confidential, too, where it is empty but something of its row and of its column is hidden: it may be here. */
function cellReader({ rows, columns, cells }: TableEffort) {
  const known = new Map(
    cells.map(({ participantId, streamId, pmHundredths }) => [`${participantId} ${streamId}`, pmHundredths]),
  );
  return (participantId: string, streamId: string): SummaryValue => {
    const found = known.get(`${participantId} ${streamId}`);
    if (found !== undefined) return disclosedEffort(found);
    return rows[participantId] === null && columns[streamId] === null ? confidential : none;
  };
}

const STREAMS_PER_PAGE = 12;

/** A wide matrix in slices that fit a page, each with the participants and, at the end, the totals. */
function inSlices({ columns, rows }: Grid): FormTable["blocks"] {
  const last = columns.length - 1;
  const streams = Array.from({ length: last - 2 }, (_, at) => at + 2);
  const slices = Array.from({ length: Math.max(1, Math.ceil(streams.length / STREAMS_PER_PAGE)) }, (_, at) =>
    streams.slice(at * STREAMS_PER_PAGE, (at + 1) * STREAMS_PER_PAGE),
  );
  return slices.flatMap((slice, at) => {
    const kept = [0, 1, ...slice, ...(at === slices.length - 1 ? [last] : [])];
    const block = tableBlock(
      {
        columns: kept.flatMap((index) => columns[index] ?? []),
        rows: rows.map((row) => ({ ...row, cells: kept.flatMap((index) => row.cells[index] ?? []) })),
      },
      "",
    );
    return at === 0 ? [block] : [{ type: "note" as const, text: " " }, block];
  });
}
