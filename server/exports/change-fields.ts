import type { SummaryChangeEntity, SummaryValue, SummaryWordList } from "#shared/features/exports/summary.ts";

type FieldKind =
  | "text"
  | "prose"
  | "money"
  | "effort"
  | "share"
  | "integer"
  | "month"
  | "day"
  | "participant"
  | { words: SummaryWordList };

/** A field of a record that a summary tells changes of; `only` the sights that may read it. */
export type ChangeField = { kind: FieldKind; only?: "inside" | "notPublic" };

const open = (kind: FieldKind): ChangeField => ({ kind });
const notPublic = (kind: FieldKind): ChangeField => ({ kind, only: "notPublic" });
const inside = (kind: FieldKind): ChangeField => ({ kind, only: "inside" });

const terms: Record<string, ChangeField> = {
  effortPmHundredths: notPublic("effort"),
  quantity: notPublic("text"),
  unit: notPublic("text"),
  valueCents: notPublic("money"),
  basis: notPublic({ words: "basis" }),
  fromMonth: notPublic("month"),
  toMonth: notPublic("month"),
};

/** The allow-list of fields, by kind of record; whatever is not here never appears among the changes. */
export const changeFields: Record<SummaryChangeEntity, Record<string, ChangeField>> = {
  project: {
    acronym: open("text"),
    title: open("text"),
    summary: open("prose"),
    objectives: open("prose"),
    status: open({ words: "status" }),
    visibility: notPublic({ words: "visibility" }),
    startOn: open("day"),
    durationMonths: open("integer"),
    periodMonths: notPublic("integer"),
    currency: open("text"),
    place: open("text"),
  },
  participant: {
    role: open({ words: "role" }),
    state: open({ words: "participantState" }),
    joinedOn: notPublic("day"),
    leftOn: notPublic("day"),
    roleText: notPublic("prose"),
    contact: inside("text"),
  },
  stream: {
    code: open("text"),
    title: open("text"),
    kind: open({ words: "streamKind" }),
    description: notPublic("prose"),
    leadParticipantId: open("participant"),
    startMonth: open("month"),
    endMonth: open("month"),
    trlStart: open("integer"),
    trlNow: open("integer"),
    trlTarget: open("integer"),
    state: open({ words: "streamState" }),
  },
  contribution: {
    title: notPublic("text"),
    kind: notPublic({ words: "contributionKind" }),
    ...terms,
    state: notPublic({ words: "contributionState" }),
    confidentiality: inside({ words: "confidentiality" }),
  },
  update: {
    state: notPublic({ words: "updateState" }),
    deliveredPmHundredths: notPublic("effort"),
    deliveredQuantity: notPublic("text"),
    deliveredCents: notPublic("money"),
    remainingPmHundredths: notPublic("effort"),
    remainingQuantity: notPublic("text"),
    remainingCents: notPublic("money"),
    progressBp: notPublic("share"),
    text: inside("prose"),
    lateReason: inside("prose"),
  },
  period: { startMonth: open("month"), endMonth: open("month"), dueOn: notPublic("day") },
  milestone: {
    title: open("text"),
    dueMonth: open("month"),
    verification: open("prose"),
    reachedOn: open("day"),
  },
};

const PROSE_SHOWN = 160;

/** A recorded value with its meaning; what does not fit its kind is left out as "none". */
export function changeValue(kind: FieldKind, recorded: unknown, names: ReadonlyMap<string, string>): SummaryValue {
  const none: SummaryValue = { type: "none" };
  if (typeof kind === "object")
    return typeof recorded === "string" ? { type: "word", list: kind.words, word: recorded } : none;
  if (typeof recorded === "string") {
    if (kind === "participant") return { type: "text", text: names.get(recorded) ?? "" };
    if (kind === "day") return { type: "day", on: recorded };
    if (recorded === "") return none;
    if (kind === "prose") return { type: "text", text: shorten(recorded) };
    return kind === "text" ? { type: "text", text: recorded } : none;
  }
  if (typeof recorded !== "number" || !Number.isSafeInteger(recorded)) return none;
  if (kind === "money") return { type: "money", cents: recorded };
  if (kind === "effort") return { type: "effort", pmHundredths: recorded };
  if (kind === "share") return { type: "share", basisPoints: recorded };
  if (kind === "month") return { type: "month", month: recorded };
  return kind === "integer" ? { type: "integer", value: recorded } : none;
}

/** Long texts are told by their beginning. */
function shorten(text: string): string {
  const flat = text.replaceAll(/\s+/g, " ").trim();
  const letters = Array.from(flat);
  return letters.length > PROSE_SHOWN ? `${letters.slice(0, PROSE_SHOWN).join("")}…` : flat;
}
