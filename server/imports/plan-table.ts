import { isTotal } from "#shared/features/imports/plan-column-rules.ts";
import { readEffort } from "#shared/features/imports/plan-cell-rules.ts";
import { type CellValue, isBlank, lineOf } from "#shared/features/imports/cordis-rules.ts";
import type { ImportKind } from "#shared/features/imports/import-words.ts";
import type { PlanMapping } from "#shared/features/imports/plan-mapping.ts";
import type { PlanField, PlanTarget } from "#shared/features/imports/plan-words.ts";
import { emptyPlan, type ParsedPlan } from "#shared/features/imports/plan-parts.ts";

import { ImportRefusal } from "./import-limits.ts";
import { PlanRow } from "./plan-row.ts";
import type { ProblemList } from "./problem-list.ts";
import type { SourceTable } from "./source-table.ts";

/** What the people chose, and what of the project is needed to read months. */
export type PlanTask = { mapping: PlanMapping; projectId: string; startOn: string | null };

const kinds: Record<PlanTarget, ImportKind> = {
  tasks: "task",
  deliverables: "deliverable",
  milestones: "milestone",
  effort: "effort",
};

/** The rows below the header as parts of one project's plan. A blank cell says nothing; what cannot be read is an error. Faults: NOTHING_RECOGNISED. */
export function planOfTable(file: string, table: SourceTable, task: PlanTask, problems: ProblemList): ParsedPlan {
  const { mapping, projectId, startOn } = task;
  const { target, headerRow } = mapping;
  const header = table.rows.find(({ row }) => row === headerRow);
  if (!header || mapping.columns.length === 0)
    throw new ImportRefusal("NOTHING_RECOGNISED", { sheet: table.sheet, row: headerRow });
  const headers = header.cells.map((cell) => lineOf(cell));
  const plan = emptyPlan({ id: projectId }, { file, sheet: table.sheet, row: headerRow });
  const fields = new Map<PlanField, number>(mapping.columns.map(({ index, field }) => [field, index]));
  const computed = new Map<number, Set<number>>();
  for (const { row, column } of table.formulas) computed.set(row, (computed.get(row) ?? new Set()).add(column));
  for (const { row, cells } of table.rows) {
    if (row <= headerRow) continue;
    const place = { file, sheet: table.sheet, row };
    const source = { place, cells, headers, fields, computed: computed.get(row), startOn, kind: kinds[target] };
    const reader = new PlanRow(source, problems);
    if (target === "effort") addEfforts(plan, reader, mapping, { headers, cells });
    else addRow(plan, reader, mapping);
  }
  return plan;
}

function addRow(plan: ParsedPlan, reader: PlanRow, { target, key }: PlanMapping): void {
  const { place } = reader;
  const code = key === "code" ? reader.code() : null;
  const number = code?.number ?? null;
  const title = reader.line("title", 300);
  if (number === null && title === undefined) {
    reader.error(key, "MISSING_VALUE");
    return;
  }
  if (key === "code" && number === null) {
    reader.error("code", "MISSING_VALUE");
    return;
  }
  if (target === "milestones") {
    const [dueMonth, streams] = [reader.month("dueMonth"), reader.names("stream")];
    const verification = reader.prose("verification", 4_000);
    plan.milestones.push({ place, number, title, dueMonth, streams, verification });
    return;
  }
  const stream = reader.line("stream", 300) ?? code?.stream ?? reader.codedStream();
  if (stream === null) {
    reader.error("stream", "MISSING_VALUE");
    return;
  }
  const shared = {
    place,
    stream,
    number,
    title,
    description: reader.prose("description", 8_000),
    lead: reader.line("lead", 300),
  };
  if (target === "tasks") plan.tasks.push({ ...shared, ...reader.taskFields() });
  else plan.deliverables.push({ ...shared, ...reader.deliverableFields() });
}

function addEfforts(
  plan: ParsedPlan,
  reader: PlanRow,
  { columns }: PlanMapping,
  { headers, cells }: { headers: readonly string[]; cells: readonly CellValue[] },
): void {
  const participant = reader.line("participant", 300);
  if (participant === undefined) {
    if (columns.some(({ index, field }) => field === "effort" && !isBlank(cells[index])))
      reader.error("participant", "MISSING_VALUE");
    return;
  }
  if (isTotal(participant)) return;
  for (const { index, field } of columns) {
    if (field !== "effort") continue;
    const stream = headers[index] ?? "";
    const read = readEffort(cells[index]);
    if ("appCode" in read) reader.errorAt(index, read.appCode);
    else if (read.value !== null)
      plan.efforts.push({ place: reader.place, column: stream, participant, stream, hundredths: read.value });
  }
}
