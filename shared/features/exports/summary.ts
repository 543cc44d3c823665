import type { OrganisationSize } from "../organisations/organisation-words.ts";
import type { ParticipantRole, ParticipantState } from "../participants/participant-words.ts";
import type { ProjectStatus, ProjectVisibility } from "../projects/project-words.ts";
import type { StreamKind, StreamState } from "../streams/stream-words.ts";
import type {
  Confidentiality,
  ContributionKind,
  ContributionState,
  ValueBasis,
} from "../contributions/contribution-words.ts";
import type { Figures } from "../contributions/balance.ts";
import type { Audience, Language } from "./export-words.ts";

/**
 * Agreed, delivered, still to come and forecast: `value` in cents, `effort` in hundredths of a person-month, `shareBp`
 * of the agreed value in basis points. Null stands for "confidential", never for zero.
 */
export type SummaryFigures = { value: Figures; effort: Figures; shareBp: number | null };

export type SummaryMember = {
  participantId: string;
  number: number;
  name: string;
  shortName: string | null;
  nativeName: string | null;
  role: ParticipantRole;
  state: ParticipantState;
  country: string | null;
  city: string | null;
  size: OrganisationSize | null;
  roleText: string;
  /** Empty for every audience but the internal one. */
  contact: string;
};

export type SummaryStream = {
  streamId: string;
  number: number;
  code: string;
  title: string;
  kind: StreamKind;
  state: StreamState;
  description: string;
  lead: string | null;
  startMonth: number | null;
  endMonth: number | null;
  trlStart: number | null;
  trlNow: number | null;
  trlTarget: number | null;
};

/** One line of the ledger that the audience may see. */
export type SummaryContribution = {
  contributionId: string;
  participantId: string;
  member: string;
  /** Null: for the project as a whole. */
  streamId: string | null;
  kind: ContributionKind;
  title: string;
  state: ContributionState;
  confidentiality: Confidentiality;
  effortPmHundredths: number | null;
  quantity: string | null;
  unit: string | null;
  valueCents: number | null;
  basis: ValueBasis | null;
  fromMonth: number | null;
  toMonth: number | null;
};

/** A row of a breakdown: `name` is a member, a stream (null: the project as a whole) or a kind. */
export type SummaryBalanceRow = { id: string | null; name: string | null; figures: SummaryFigures };

export type SummaryBalance = {
  total: SummaryFigures;
  /** Null for the public, which reads totals only. */
  byMember: SummaryBalanceRow[] | null;
  byStream: SummaryBalanceRow[] | null;
  byKind: SummaryBalanceRow[] | null;
};

/** A bar of the chart: what one member's visible agreed lines are worth, by kind; `confidential` when there is more. */
export type SummaryBar = {
  member: string;
  cents: Record<ContributionKind, number>;
  confidential: boolean;
};

export type SummaryMilestone = {
  milestoneId: string;
  number: number;
  title: string;
  streams: string[];
  dueMonth: number;
  /** Null while the project has no start date. */
  dueOn: string | null;
  reachedOn: string | null;
  verification: string;
};

/** The months the milestones are shown for: from now to the end of the next reporting period. */
export type SummaryPeriod = {
  fromMonth: number;
  toMonth: number;
  fromOn: string | null;
  toOn: string | null;
};

/** A closed vote with its frozen result; shares are basis points of all that could vote. */
export type SummaryDecision = {
  number: number;
  title: string;
  closedOn: string;
  accepted: boolean;
  quorumReached: boolean;
  yesBp: number;
  noBp: number;
  abstainBp: number;
  absentBp: number;
};

/** A value with its meaning, so that each language and format can write it properly. */
export type SummaryValue =
  | { type: "text"; text: string }
  | { type: "word"; list: SummaryWordList; word: string }
  | { type: "money"; cents: number }
  | { type: "effort"; pmHundredths: number }
  | { type: "quantity"; amount: string; unit: string }
  | { type: "share"; basisPoints: number }
  | { type: "integer"; value: number }
  | { type: "month"; month: number }
  | { type: "day"; on: string }
  | { type: "country"; code: string }
  | { type: "confidential" }
  | { type: "none" };

/** Closed lists of words that the labels of each language translate. */
export type SummaryWordList =
  | "status"
  | "visibility"
  | "role"
  | "participantState"
  | "streamKind"
  | "streamState"
  | "contributionKind"
  | "contributionState"
  | "basis"
  | "confidentiality"
  | "updateState"
  | "size"
  | "audience"
  | "decisionOutcome";

export const summaryChangeEntities = [
  "project",
  "participant",
  "stream",
  "contribution",
  "update",
  "period",
  "milestone",
] as const;
export type SummaryChangeEntity = (typeof summaryChangeEntities)[number];

/** What became of one record since the last export: old and new value of every field that differs. */
export type SummaryChange = {
  action: "added" | "changed" | "removed";
  entity: SummaryChangeEntity;
  name: string;
  fields: { field: string; before: SummaryValue; after: SummaryValue }[];
};

/** Changes since the requester's last export of this project for this audience; null when there was none. */
export type SummaryChanges = { sinceAt: number; changes: SummaryChange[]; leftOut: number };

export type SummaryProject = {
  projectId: string;
  acronym: string;
  title: string;
  summary: string;
  objectives: string;
  keywords: string[];
  status: ProjectStatus;
  visibility: ProjectVisibility;
  cluster: string | null;
  coordinator: string | null;
  startOn: string | null;
  endOn: string | null;
  durationMonths: number | null;
  currency: string;
  goals: number[];
  place: string | null;
  callTopic: string | null;
  fundingScheme: string | null;
  totalCostCents: number | null;
  maxGrantCents: number | null;
  sample: boolean;
};

/** Everything a summary shows, already cut down to its audience; every format renders this and nothing else. */
export type ProjectSummary = {
  audience: Audience;
  language: Language;
  generatedAt: number;
  project: SummaryProject;
  members: SummaryMember[];
  streams: SummaryStream[];
  /** Null: this audience gets no lines. */
  contributions: SummaryContribution[] | null;
  balance: SummaryBalance;
  /** Null where figures per member are not shown. */
  chart: SummaryBar[] | null;
  period: SummaryPeriod | null;
  milestones: SummaryMilestone[];
  /** Null: this audience, or this reader, gets none. */
  decisions: SummaryDecision[] | null;
  changes: SummaryChanges | null;
};
