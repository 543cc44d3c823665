import { lineOf } from "#shared/features/imports/cordis-rules.ts";
import type { Place } from "#shared/features/imports/consortium.ts";
import type { ImportKind } from "#shared/features/imports/import-words.ts";
import type {
  DeliverableState,
  DeliverableType,
  DisseminationLevel,
} from "#shared/features/deliverables/deliverable-words.ts";
import { nameSchema, proseSchema } from "#shared/text.ts";

import type { YamlMap } from "./formats/yaml-import.ts";
import type { ProblemList } from "./problem-list.ts";

const mostMonth = 999;

const types = new Map<string, DeliverableType>([
  ["R", "R"],
  ["DEM", "DEM"],
  ["DEC", "DEC"],
  ["DATA", "DATA"],
  ["DMP", "DMP"],
  ["ETHICS", "ETHICS"],
  ["OTHER", "OTHER"],
]);

// The levels of Horizon 2020: PP (programme) and CO (consortium) are both what is called sensitive today.
const levels = new Map<string, DisseminationLevel>([
  ["PU", "PU"],
  ["PP", "SEN"],
  ["RE", "SEN"],
  ["CO", "SEN"],
]);

// Delivered is one step after submitted there: the report was taken.
const states = new Map<string, DeliverableState>([
  ["delivered", "accepted"],
  ["submitted", "submitted"],
  ["canceled", "cancelled"],
  ["cancelled", "cancelled"],
  ["pending", "pending"],
  ["draft", "draft"],
]);

/** Reads single values of a `.pdata.yaml` and notes with their line what cannot be read or contradicts itself. */
export class PdataReader {
  private readonly file: string;
  private readonly problems: ProblemList;

  constructor(file: string, problems: ProblemList) {
    this.file = file;
    this.problems = problems;
  }

  at(row: number): Place {
    return { file: this.file, sheet: null, row };
  }

  warn(from: YamlMap, column: string, appCode: string, kind: ImportKind, value = from.text(column)): void {
    this.problems.warn(this.at(from.rowOf(column)), appCode, { column, value, kind });
  }

  error(from: YamlMap, column: string, appCode: string, kind: ImportKind, value = from.text(column)): void {
    this.problems.error(this.at(from.rowOf(column)), appCode, { column, value, kind });
  }

  name(from: YamlMap, key: string, most: number): string | undefined {
    const text = lineOf(from.text(key));
    if (text === "") return undefined;
    const read = nameSchema(most).safeParse(text);
    if (!read.success) this.error(from, key, text.length > most ? "TEXT_TOO_LONG" : "BAD_CHARACTER", "project");
    return read.data;
  }

  prose(from: YamlMap, key: string, most: number): string | undefined {
    const text = (from.text(key) ?? "").trim();
    const read = proseSchema(most).safeParse(text);
    if (!read.success) this.error(from, key, text.length > most ? "TEXT_TOO_LONG" : "BAD_CHARACTER", "project");
    return read.data;
  }

  /** A whole number from 1; null when there is none. */
  count(from: YamlMap, key: string): number | null {
    const text = lineOf(from.text(key));
    return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
  }

  /** The end of a month, counted as here; null with a note for anything but 1 to 999. */
  month(from: YamlMap, key: string): number | null {
    const text = lineOf(from.text(key));
    if (text === "") return null;
    const month = /^\d{1,3}$/.test(text) ? Number(text) : 0;
    if (month >= 1 && month <= mostMonth) return month;
    this.warn(from, key, "NOT_A_MONTH", "project");
    return null;
  }

  /** First and last month of a stream. An end before the start is told and left open. */
  span(from: YamlMap, first: string, last: string): { startMonth: number | null; endMonth: number | null } {
    const [start, end] = [lineOf(from.text(first)), lineOf(from.text(last))];
    const startMonth = /^\d{1,3}$/.test(start) ? Number(start) + 1 : null;
    const endMonth = /^\d{1,3}$/.test(end) ? Number(end) : null;
    if (endMonth !== null && endMonth < (startMonth ?? 1)) {
      this.warn(from, last, "END_BEFORE_START", "stream");
      return { startMonth, endMonth: null };
    }
    return { startMonth, endMonth };
  }

  /** `6-18!.66,24-30`: the whole span; several phases, and the share of each, stay in words. */
  phases(task: YamlMap): { startMonth: number | null; endMonth: number | null; description: string } {
    const text = lineOf(task.text("wphases"));
    const spans = text.split(",").flatMap((each) => {
      const match = /^(\d{1,3})-(\d{1,3})(?:!.*)?$/.exec(each.trim());
      return match ? [{ start: Number(match[1]) + 1, end: Number(match[2]) }] : [];
    });
    if (spans.length === 0) {
      if (text !== "") this.warn(task, "wphases", "NOT_A_MONTH", "task");
      return { startMonth: null, endMonth: null, description: "" };
    }
    if (spans.length > 1) this.warn(task, "wphases", "SEVERAL_PHASES", "task");
    const startMonth = Math.min(...spans.map((span) => span.start));
    const endMonth = Math.max(...spans.map((span) => span.end));
    if (endMonth < startMonth) {
      this.warn(task, "wphases", "END_BEFORE_START", "task");
      return { startMonth, endMonth: null, description: text };
    }
    return { startMonth, endMonth, description: spans.length > 1 || text.includes("!") ? `wphases: ${text}` : "" };
  }

  lead(from: YamlMap, sites: ReadonlySet<string>): string | null {
    const lead = lineOf(from.text("lead"));
    if (lead === "" || sites.has(lead)) return lead === "" ? null : lead;
    this.warn(from, "lead", "UNKNOWN_PARTICIPANT", "project");
    return null;
  }

  /** Who works on a task besides its lead; the lead named once more is told. */
  partners(task: YamlMap, lead: string | null, sites: ReadonlySet<string>): string[] {
    const named = lineOf(task.text("partners"))
      .split(",")
      .map((each) => each.trim());
    const found = new Set(named.filter((each) => each !== ""));
    if (lead !== null && found.delete(lead)) this.warn(task, "partners", "LEAD_AMONG_PARTNERS", "task");
    for (const each of found) {
      if (sites.has(each)) continue;
      this.warn(task, "partners", "UNKNOWN_PARTICIPANT", "task", each);
      found.delete(each);
    }
    return [...found];
  }

  /** The second number of `D4.9`; null with a note where the first one is another stream's. */
  labelNumber(from: YamlMap, letter: "D" | "T", stream: string): number | null {
    const label = lineOf(from.text("label"));
    const match = /^([A-Z])(\d{1,4})\.(\d{1,5})$/.exec(label);
    if (match?.[1] === letter && stream.endsWith(match[2] ?? "")) return Number(match[3]);
    this.warn(from, "label", "BAD_CODE", letter === "D" ? "deliverable" : "task");
    return null;
  }

  plainNumber(from: YamlMap, key: string, letters: string): number | null {
    const label = lineOf(from.text(key));
    const digits = label.startsWith(letters) ? label.slice(letters.length) : "";
    return /^[1-9]\d{0,4}$/.test(digits) ? Number(digits) : null;
  }

  type(from: YamlMap): DeliverableType {
    const found = types.get(lineOf(from.text("nature")));
    if (!found) this.warn(from, "nature", "UNKNOWN_TYPE", "deliverable");
    return found ?? "OTHER";
  }

  dissemination(from: YamlMap): DisseminationLevel {
    const found = levels.get(lineOf(from.text("dissem")));
    // What nobody may be known to read is not put before the public.
    if (!found) this.warn(from, "dissem", "UNKNOWN_LEVEL", "deliverable");
    return found ?? "SEN";
  }

  /** Null where the source states none, which is told. */
  deliverableState(from: YamlMap): DeliverableState | null {
    const found = states.get(lineOf(from.text("status")));
    if (!found) this.warn(from, "status", from.text("status") === null ? "NO_STATE" : "UNKNOWN_STATE", "deliverable");
    return found ?? null;
  }

  link(from: YamlMap, key: string): string | null {
    const text = lineOf(from.text(key));
    return /^https?:\/\/\S{1,1900}$/i.test(text) ? text : null;
  }
}

/** The file, its sites and work packages, and the code a work package is known by. */
export type PdataParts = {
  top: YamlMap;
  reader: PdataReader;
  sites: ReadonlySet<string>;
  wps: ReadonlyMap<string, YamlMap>;
  codeOf: (name: string) => string;
};
