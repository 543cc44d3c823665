import { monthEndOn, monthStartOn } from "../../dates.ts";
import {
  type ContentKind,
  contentFields,
  contentKinds,
  type ContentRow,
  type ContentValue,
  labelsOfContent,
  numberOf,
  ownerOf,
  type PlanContent,
  streamOf,
  textOf,
} from "./plan-content.ts";

export const differenceKinds = ["added", "removed", "changed"] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export type FieldDifference = { field: string; before: ContentValue; after: ContentValue };

/** What became of one row between two plans. */
export type Difference = {
  kind: ContentKind;
  id: string;
  change: DifferenceKind;
  label: string;
  /** Who answers for it now, or answered for it before it went. */
  participantId: string | null;
  streamId: string | null;
  /** Every field that differs; of an added or removed row, every field that holds something. */
  fields: FieldDifference[];
  /** By how much its end (of a milestone or deliverable: its due month) moved; null: it has none on one side. */
  shiftMonths: number | null;
  /** The same in days of the calendar; null while one side has no start of the project. */
  shiftDays: number | null;
};

/**
 * What was added, removed and changed from `before` to `after`, row by row and field by field, in the order of the kinds
 * and then of what rows are called. Pure; comparing the other way round gives the mirror image.
 */
export function comparePlans(before: PlanContent, after: PlanContent): Difference[] {
  const names = { before: labelsOfContent(before), after: labelsOfContent(after) };
  return contentKinds.flatMap((kind) => {
    const old = new Map((before[kind] ?? []).map((row) => [row.id, row]));
    const now = new Map((after[kind] ?? []).map((row) => [row.id, row]));
    const ids = new Set([...old.keys(), ...now.keys()]);
    return [...ids]
      .flatMap((id) => {
        const [from, to] = [old.get(id), now.get(id)];
        const fields = fieldsBetween(kind, from, to);
        const row = to ?? from;
        if (!row || (from && to && fields.length === 0)) return [];
        const change: DifferenceKind = from ? (to ? "changed" : "removed") : "added";
        const label = (to ? names.after.get(id) : names.before.get(id)) ?? "";
        const place = { participantId: ownerOf(kind, row), streamId: streamOf(kind, row) };
        return [{ kind, id, change, label, ...place, fields, ...shiftBetween(kind, from, to, before, after) }];
      })
      .toSorted((left, right) => inOrder(left.label, right.label) || inOrder(left.id, right.id));
  });
}

// Numbers in names count as numbers, so that T1.10 follows T1.9; no locale, so that every machine agrees.
function inOrder(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => text.replaceAll(/\d+/g, (digits) => digits.padStart(12, "0")));
  return a === b ? 0 : (a ?? "") < (b ?? "") ? -1 : 1;
}

function fieldsBetween(kind: ContentKind, from: ContentRow | undefined, to: ContentRow | undefined): FieldDifference[] {
  return contentFields[kind].flatMap((field) => {
    const [before, after] = [from?.[field] ?? null, to?.[field] ?? null];
    return isSame(before, after) ? [] : [{ field, before, after }];
  });
}

function isSame(left: ContentValue, right: ContentValue): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return left === right;
  return left.length === right.length && left.every((each, index) => each === right[index]);
}

/** The last month of a row of the plan, the one that dates are told by. */
function endOf(kind: ContentKind, row: ContentRow | undefined): number | null {
  if (kind === "stream" || kind === "task") return numberOf(row, "endMonth");
  if (kind === "deliverable" || kind === "milestone") return numberOf(row, "dueMonth");
  return kind === "contribution" || kind === "budget" ? numberOf(row, "toMonth") : null;
}

const DAY_MS = 86_400_000;

function shiftBetween(
  kind: ContentKind,
  from: ContentRow | undefined,
  to: ContentRow | undefined,
  before: PlanContent,
  after: PlanContent,
): { shiftMonths: number | null; shiftDays: number | null } {
  if (kind === "project") return shiftOfProject(from, to);
  const [old, now] = [endOf(kind, from), endOf(kind, to)];
  if (old === null || now === null) return { shiftMonths: null, shiftDays: null };
  const [oldStart, newStart] = [startOf(before), startOf(after)];
  const shiftDays =
    oldStart === null || newStart === null ? null : daysBetween(monthEndOn(oldStart, old), monthEndOn(newStart, now));
  return { shiftMonths: now - old, shiftDays };
}

function shiftOfProject(from: ContentRow | undefined, to: ContentRow | undefined) {
  const [old, now] = [textOf(from, "startOn"), textOf(to, "startOn")];
  const [oldEnd, newEnd] = [numberOf(from, "durationMonths"), numberOf(to, "durationMonths")];
  const shiftMonths = oldEnd === null || newEnd === null ? null : newEnd - oldEnd;
  if (old === null || now === null || oldEnd === null || newEnd === null) return { shiftMonths, shiftDays: null };
  return { shiftMonths, shiftDays: daysBetween(monthEndOn(old, oldEnd), monthEndOn(now, newEnd)) };
}

function daysBetween(old: string, now: string): number {
  return Math.round((Date.parse(now) - Date.parse(old)) / DAY_MS);
}

/** First day of the project in a frozen plan; null: none was set. */
export function startOf(content: PlanContent): string | null {
  const start = textOf(content.project?.[0], "startOn");
  return start === null ? null : monthStartOn(start, 1);
}
