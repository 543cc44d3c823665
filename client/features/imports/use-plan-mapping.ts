import { useState } from "react";
import { guessColumns, guessTarget } from "#shared/features/imports/plan-column-rules.ts";
import type { PlanMapping, SheetFacts, TableFacts } from "#shared/features/imports/plan-mapping.ts";
import { fieldsOfTarget, type PlanField, type PlanTarget } from "#shared/features/imports/plan-words.ts";

/** Header names of a row among the first ones; the columns of the sheet keep their number. */
function headersOf(sheet: SheetFacts | undefined, headerRow: number): string[] {
  const cells = sheet?.head.find(({ row }) => row === headerRow)?.cells ?? [];
  return (sheet?.columns ?? []).map(({ index }) => cells[index] ?? "");
}

function guess(sheet: SheetFacts | undefined, headerRow: number, target?: PlanTarget): Omit<PlanMapping, "sheet"> {
  const headers = headersOf(sheet, headerRow);
  const meant = target ?? guessTarget(headers);
  const columns = guessColumns(meant, headers);
  const key = columns.some(({ field }) => field === "code") ? "code" : "title";
  return { target: meant, headerRow, key, columns };
}

/** What people say about a table, beginning with what its column names tell; what is still needed is in `missing`. */
export function usePlanMapping({ sheets }: TableFacts) {
  const first = Math.max(
    0,
    sheets.findIndex(({ rows }) => rows > 0),
  );
  const [mapping, setMapping] = useState<PlanMapping>(() => ({
    sheet: first,
    ...guess(sheets[first], sheets[first]?.headerRow ?? 1),
  }));
  const sheet = sheets[mapping.sheet];
  const has = (field: PlanField) => mapping.columns.some((each) => each.field === field);

  function setSheet(next: number) {
    setMapping({ sheet: next, ...guess(sheets[next], sheets[next]?.headerRow ?? 1) });
  }
  const setHeaderRow = (row: number) => setMapping({ ...mapping, ...guess(sheet, row, mapping.target) });
  const setTarget = (target: PlanTarget) => setMapping({ ...mapping, ...guess(sheet, mapping.headerRow, target) });
  const setKey = (key: PlanMapping["key"]) => setMapping({ ...mapping, key });

  /** Every field but effort stands in one column. */
  function setField(index: number, field: PlanField | null) {
    const others = mapping.columns.filter(
      (each) => each.index !== index && (field === "effort" || each.field !== field),
    );
    setMapping({ ...mapping, columns: field === null ? others : [...others, { index, field }] });
  }

  const needed: PlanField[] =
    mapping.target === "effort"
      ? ["participant", "effort"]
      : [
          mapping.key,
          ...(mapping.target === "milestones" || mapping.key === "code" ? [] : (["stream"] as const)),
          ...(mapping.target === "milestones" ? (["dueMonth"] as const) : []),
        ];
  return {
    mapping,
    sheet,
    headers: headersOf(sheet, mapping.headerRow),
    fields: fieldsOfTarget[mapping.target],
    missing: needed.filter((field) => !has(field)),
    setSheet,
    setHeaderRow,
    setTarget,
    setKey,
    setField,
  };
}
