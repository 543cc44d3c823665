import {
  readCode,
  readDeliverableState,
  readLevel,
  readMonth,
  readProgress,
  readTaskState,
  readType,
} from "#shared/features/imports/plan-cell-rules.ts";
import { type CellValue, isBlank, lineOf, type Read } from "#shared/features/imports/cordis-rules.ts";
import type { Place } from "#shared/features/imports/consortium.ts";
import type { ImportKind } from "#shared/features/imports/import-words.ts";
import type { ParsedDeliverable, ParsedTask } from "#shared/features/imports/plan-parts.ts";
import type { PlanField } from "#shared/features/imports/plan-words.ts";
import { nameSchema, proseSchema } from "#shared/text.ts";

import type { ProblemList } from "./problem-list.ts";

type Source = {
  place: Place;
  cells: readonly CellValue[];
  headers: readonly string[];
  fields: ReadonlyMap<PlanField, number>;
  /** Columns of this row that hold formulas. */
  computed: ReadonlySet<number> | undefined;
  startOn: string | null;
  kind: ImportKind;
};

// What a spreadsheet shows where a formula failed.
const cellError = /^#(?:REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM|SPILL|CALC)[!?]?$/;

/** Reads one row of a mapped table; undefined is a blank cell or a column nobody mapped. Errors carry the row and the column's name. */
export class PlanRow {
  readonly place: Place;
  private readonly source: Source;
  private readonly problems: ProblemList;

  constructor(source: Source, problems: ProblemList) {
    this.place = source.place;
    this.source = source;
    this.problems = problems;
    for (const index of source.computed ?? []) {
      if (![...source.fields.values()].includes(index)) continue;
      problems.warn(this.place, "FORMULA_VALUE", { column: source.headers[index], kind: source.kind });
    }
  }

  error(field: PlanField, appCode: string): void {
    const index = this.source.fields.get(field);
    if (index !== undefined) this.errorAt(index, appCode);
    else this.problems.error(this.place, appCode, { column: field, kind: this.source.kind });
  }

  errorAt(index: number, appCode: string): void {
    const { headers, cells, kind } = this.source;
    this.problems.error(this.place, appCode, { column: headers[index], value: cells[index], kind });
  }

  line(field: PlanField, most: number): string | undefined {
    const text = lineOf(this.cell(field));
    if (text === "") return undefined;
    const read = nameSchema(most).safeParse(text);
    if (!read.success || cellError.test(text)) {
      const tooLong = text.length > most ? "TEXT_TOO_LONG" : "BAD_CHARACTER";
      this.error(field, cellError.test(text) ? "UNREADABLE_CELL" : tooLong);
    }
    return read.data;
  }

  prose(field: PlanField, most: number): string | undefined {
    const cell = this.cell(field);
    if (isBlank(cell)) return undefined;
    const text = String(cell).replaceAll(/\r\n?/g, "\n").trim();
    const read = proseSchema(most).safeParse(text);
    if (!read.success) this.error(field, text.length > most ? "TEXT_TOO_LONG" : "BAD_CHARACTER");
    return read.data;
  }

  /** Several names between commas or semicolons. */
  names(field: PlanField): string[] | undefined {
    const text = lineOf(this.cell(field));
    if (text === "") return undefined;
    const parts = text.split(/[,;]/).map((each) => each.trim());
    return [...new Set(parts.filter((each) => each !== ""))];
  }

  code(): { stream: string | null; number: number } | null {
    return this.take("code", readCode(this.cell("code"))) ?? null;
  }

  /** The stream that a code names, where rows are known by their titles. */
  codedStream(): string | null {
    const read = readCode(this.cell("code"));
    return "value" in read ? (read.value?.stream ?? null) : null;
  }

  month(field: PlanField): number | undefined {
    return this.take(field, readMonth(this.cell(field), this.source.startOn));
  }

  taskFields(): Pick<ParsedTask, "partners" | "startMonth" | "endMonth" | "progressBp" | "state"> {
    const [startMonth, endMonth] = [this.month("startMonth"), this.month("endMonth")];
    if (startMonth !== undefined && endMonth !== undefined && endMonth < startMonth)
      this.error("endMonth", "END_BEFORE_START");
    return {
      partners: this.names("partners"),
      startMonth,
      endMonth,
      progressBp: this.take("progress", readProgress(this.cell("progress"))),
      state: this.take("state", readTaskState(this.cell("state"))),
    };
  }

  deliverableFields(): Pick<ParsedDeliverable, "type" | "dissemination" | "dueMonth" | "state" | "link"> {
    const link = this.line("link", 2_000);
    if (link !== undefined && !/^https?:\/\/\S+$/i.test(link)) this.error("link", "NOT_A_LINK");
    return {
      type: this.take("type", readType(this.cell("type"))),
      dissemination: this.take("dissemination", readLevel(this.cell("dissemination"))),
      dueMonth: this.month("dueMonth"),
      state: this.take("state", readDeliverableState(this.cell("state"))),
      link,
    };
  }

  private cell(field: PlanField): CellValue | undefined {
    const index = this.source.fields.get(field);
    return index === undefined ? undefined : this.source.cells[index];
  }

  private take<Value>(field: PlanField, read: Read<Value | null>): Value | undefined {
    if ("appCode" in read) {
      this.error(field, read.appCode);
      return undefined;
    }
    return read.value ?? undefined;
  }
}
