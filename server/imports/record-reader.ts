import type { CordisField } from "#shared/features/imports/cordis-columns.ts";
import { type CellValue, isBlank, lineOf, type Read } from "#shared/features/imports/cordis-rules.ts";
import type { ImportKind } from "#shared/features/imports/import-words.ts";
import { nameSchema, proseSchema } from "#shared/text.ts";

import type { ProblemList } from "./problem-list.ts";
import type { SourceRecord } from "./source-record.ts";

// What a spreadsheet shows where a formula failed.
const cellError = /^#(?:REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM|SPILL|CALC)[!?]?$/;

/** Reads the fields of one record; what cannot be read is noted with its place, and `isWhole` tells that nothing needed is missing. */
export class RecordReader {
  isWhole = true;
  private readonly record: SourceRecord;
  private readonly kind: ImportKind;
  private readonly problems: ProblemList;

  constructor(record: SourceRecord, kind: ImportKind, problems: ProblemList) {
    this.record = record;
    this.kind = kind;
    this.problems = problems;
    for (const field of record.computed) this.warn(field, "FORMULA_VALUE");
  }

  has(field: CordisField): boolean {
    return field in this.record.values;
  }

  cell(field: CordisField): CellValue | undefined {
    return this.record.values[field];
  }

  /** An identifier that must be there: digits, letters and a few signs; 783221.0 of a spreadsheet is 783221. */
  id(field: CordisField): string {
    const text = lineOf(this.cell(field))
      .replaceAll(" ", "")
      .replace(/^(\d+)\.0+$/, "$1");
    if (text === "") this.fail(field, "MISSING_VALUE");
    else if (!/^[\w./-]{1,60}$/.test(text)) this.fail(field, "BAD_IDENTIFIER");
    return text;
  }

  /** Undefined where the source has no such column, null where it is blank. */
  line(field: CordisField, most: number): string | null | undefined {
    if (!this.has(field)) return undefined;
    const text = lineOf(this.cell(field));
    if (text === "") return null;
    if (cellError.test(text)) return this.refuse(field, "UNREADABLE_CELL");
    if (text.length > most) return this.refuse(field, "TEXT_TOO_LONG");
    return nameSchema(most).safeParse(text).data ?? this.refuse(field, "BAD_CHARACTER");
  }

  /** Text of several lines; blank is the empty text. */
  prose(field: CordisField, most: number): string | undefined {
    if (!this.has(field)) return undefined;
    const cell = this.cell(field);
    const text = isBlank(cell) ? "" : String(cell).replaceAll(/\r\n?/g, "\n").trim();
    if (text.length > most) this.fail(field, "TEXT_TOO_LONG");
    const parsed = proseSchema(most).safeParse(text);
    if (!parsed.success && text.length <= most) this.fail(field, "BAD_CHARACTER");
    return parsed.data ?? "";
  }

  /** Reads by a rule; undefined where the source has no such column, null in place of what cannot be read, which is an error. */
  read<T>(field: CordisField, rule: (cell: CellValue | undefined) => Read<T>): T | null | undefined {
    if (!this.has(field)) return undefined;
    const read = rule(this.cell(field));
    return "value" in read ? read.value : this.refuse(field, read.appCode);
  }

  fail(field: CordisField, appCode: string): void {
    this.isWhole = false;
    this.problems.error(this.record.place, appCode, this.details(field));
  }

  warn(field: CordisField, appCode: string): void {
    this.problems.warn(this.record.place, appCode, this.details(field));
  }

  private refuse(field: CordisField, appCode: string): null {
    this.fail(field, appCode);
    return null;
  }

  private details(field: CordisField) {
    return { column: this.record.columns[field] ?? field, value: this.cell(field) ?? null, kind: this.kind };
  }
}
