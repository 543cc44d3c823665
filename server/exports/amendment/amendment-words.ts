import type { Language } from "#shared/features/exports/export-words.ts";
import type { DifferenceKind } from "#shared/features/baselines/compare-rules.ts";
import type { ContentKind } from "#shared/features/baselines/plan-content.ts";

import { amendmentEnglish } from "./amendment-en.ts";
import { amendmentFinnish } from "./amendment-fi.ts";
import { amendmentRussian } from "./amendment-ru.ts";

/** Fields of a frozen plan that the summary has no name for. */
type OwnField =
  | "organisationId"
  | "name"
  | "ruleBook"
  | "leadParticipantId"
  | "participantId"
  | "participantIds"
  | "streamId"
  | "streamIds"
  | "taskId"
  | "pinned"
  | "predecessorId"
  | "successorId"
  | "lagMonths"
  | "type"
  | "dissemination"
  | "submittedOn"
  | "costCategory"
  | "category"
  | "units"
  | "unitPriceCents"
  | "note";

export type AmendmentWords = {
  document: string;
  note: string;
  now: string;
  facts: Record<"from" | "to" | "frozenAt" | "decidedOn" | "inForceOn" | "changes" | "later" | "earlier", string>;
  heads: Record<"totals" | "changes" | "sums" | "streams" | "signatures", string>;
  columns: Record<
    | "change"
    | "what"
    | "field"
    | "before"
    | "after"
    | "organisation"
    | "stream"
    | "days"
    | "effort"
    | "money"
    | "person"
    | "date"
    | "signature",
    string
  >;
  notes: Record<"same" | "partial" | "sign", string>;
  wholeProject: string;
  days: string;
  yes: string;
  no: string;
  statusName: string;
  change: Record<DifferenceKind, string>;
  kind: Record<ContentKind, string>;
  fields: Record<OwnField, string>;
};

/** Every own word of an amendment sheet in each language. */
export const amendmentWords: Record<Language, AmendmentWords> = {
  en: amendmentEnglish,
  ru: amendmentRussian,
  fi: amendmentFinnish,
};
