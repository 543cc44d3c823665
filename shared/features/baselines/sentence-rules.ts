import type { Difference, FieldDifference } from "./compare-rules.ts";
import type { ContentKind } from "./plan-content.ts";

/** Everything a comparison can say about one row; each language has a sentence for each. */
export const sentenceKinds = [
  "added",
  "removed",
  "later",
  "earlier",
  "scheduled",
  "unscheduled",
  "starts",
  "effort-more",
  "effort-less",
  "money-more",
  "money-less",
  "lead",
  "state",
  "renamed",
  "other",
] as const;
export type SentenceKind = (typeof sentenceKinds)[number];

/** One sentence as data: `before` and `after` are months, hundredths of person-months, cents, words or ids by its kind. */
export type Sentence = {
  kind: SentenceKind;
  before: string | number | null;
  after: string | number | null;
  months: number | null;
  days: number | null;
  /** Of "other": the names of the fields. */
  fields: string[];
};

const endFields = new Set(["endMonth", "dueMonth", "toMonth", "durationMonths"]);
const startFields = new Set(["startMonth", "fromMonth", "startOn"]);
const leadFields = new Set(["leadParticipantId", "participantId"]);
const renamingFields = new Set(["title", "name"]);

/** What a difference says, most telling first; never empty. */
export function sentencesOf(difference: Difference): Sentence[] {
  const blank = { before: null, after: null, months: null, days: null, fields: [] };
  if (difference.change !== "changed") return [{ ...blank, kind: difference.change }];
  const said = difference.fields.flatMap((field) => {
    const kind = kindOf(difference.kind, field);
    if (kind === null) return [];
    const [before, after] = [plain(field.before), plain(field.after)];
    const isShift = kind === "later" || kind === "earlier";
    const shift = isShift ? { months: difference.shiftMonths, days: difference.shiftDays } : {};
    return [{ ...blank, kind, before, after, ...shift }];
  });
  const told = said.toSorted((left, right) => sentenceKinds.indexOf(left.kind) - sentenceKinds.indexOf(right.kind));
  const rest = difference.fields.filter((field) => kindOf(difference.kind, field) === null).map(({ field }) => field);
  return rest.length === 0 ? told : [...told, { ...blank, kind: "other", fields: rest }];
}

function plain(value: FieldDifference["before"]): string | number | null {
  return typeof value === "string" || typeof value === "number" ? value : null;
}

function kindOf(kind: ContentKind, { field, before, after }: FieldDifference): SentenceKind | null {
  if (endFields.has(field)) {
    if (before === null) return "scheduled";
    if (after === null) return "unscheduled";
    return after > before ? "later" : "earlier";
  }
  if (startFields.has(field)) return "starts";
  if (field === "effortPmHundredths") return amountOf(before) < amountOf(after) ? "effort-more" : "effort-less";
  if (field === "valueCents" || field === "unitPriceCents")
    return amountOf(before) < amountOf(after) ? "money-more" : "money-less";
  if (leadFields.has(field)) return "lead";
  if (renamingFields.has(field)) return "renamed";
  return field === "state" && kind !== "link" ? "state" : null;
}

function amountOf(value: FieldDifference["before"]): number {
  return typeof value === "number" ? value : 0;
}
