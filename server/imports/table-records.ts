import type { RecognisedTable } from "#shared/features/imports/consortium.ts";
import {
  type CordisField,
  projectFieldsInParticipations,
  recogniseColumns,
} from "#shared/features/imports/cordis-columns.ts";
import { type CellValue, lineOf } from "#shared/features/imports/cordis-rules.ts";

import type { SourceRecord } from "./source-record.ts";
import type { SourceTable } from "./source-table.ts";

/**
 * Recognises a table by the names of its columns and gives its rows as records. Rows of participations that tell of
 * their project too give a record of each.
 */
export function recordsOf(file: string, table: SourceTable): { recognised: RecognisedTable; records: SourceRecord[] } {
  const { header, rows } = split(table);
  const headers = namesIn(header?.cells ?? []);
  const found = recogniseColumns(headers);
  const fieldAt = new Map([...(found?.columns ?? [])].map(([field, index]) => [index, field]));
  const recognised: RecognisedTable = {
    sheet: table.sheet,
    content: found?.content ?? "ignored",
    rows: rows.length,
    columns: headers.map((name, index) => ({ header: name.slice(0, 80), field: fieldAt.get(index) ?? null })),
  };
  if (!found) return { recognised, records: [] };
  const computed = new Map<number, CordisField[]>();
  for (const { row, column } of table.formulas) {
    const field = fieldAt.get(column);
    if (field) computed.set(row, [...(computed.get(row) ?? []), field]);
  }
  const columns = Object.fromEntries([...found.columns].map(([field, index]) => [field, headers[index] ?? ""]));
  const records = rows.map(({ row, cells }): SourceRecord => {
    const values = Object.fromEntries([...found.columns].map(([field, index]) => [field, cells[index] ?? null]));
    const place = { file, sheet: table.sheet, row };
    return { content: found.content, place, values, columns, computed: computed.get(row) ?? [] };
  });
  const tellsOfProjects =
    found.content === "participations" && projectFieldsInParticipations.some((field) => found.columns.has(field));
  return { recognised, records: tellsOfProjects ? records.flatMap(withProject) : records };
}

const mostLinesAbove = 10;

const namesIn = (cells: readonly CellValue[]) => cells.map((cell) => lineOf(cell));

/** The header is the first row whose names are known; a title may stand above it. */
function split({ rows }: SourceTable): { header: SourceTable["rows"][number] | undefined; rows: SourceTable["rows"] } {
  const found = rows.slice(0, mostLinesAbove).findIndex(({ cells }) => recogniseColumns(namesIn(cells)) !== null);
  const at = Math.max(0, found);
  return { header: rows[at], rows: rows.slice(at + 1) };
}

const projectFields: readonly CordisField[] = ["projectId", "acronym", ...projectFieldsInParticipations];

function withProject(record: SourceRecord): SourceRecord[] {
  const values: Partial<Record<CordisField, CellValue>> = {};
  for (const field of projectFields) {
    const value = record.values[field];
    if (value !== undefined) values[field] = value;
  }
  const { place, columns } = record;
  const computed = record.computed.filter((field) => projectFields.includes(field));
  return [{ content: "projects", place, values, columns, computed }, record];
}
