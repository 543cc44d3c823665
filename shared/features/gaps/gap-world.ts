import type { ContributionKind, ContributionState, ValueBasis } from "../contributions/contribution-words.ts";
import type { OrganisationKind } from "../organisations/organisation-words.ts";
import type { ParticipantState } from "../participants/participant-words.ts";
import type { ProjectPlan } from "../plan/plan.ts";
import type { ProjectStatus } from "../projects/project-words.ts";
import type { UpdateState } from "../reporting/update-words.ts";
import type { StreamState } from "../streams/stream-words.ts";
import type { GapEntity, GapKind } from "./gap-words.ts";

/** A participant that takes part or is asked to. */
export type WorldMember = {
  id: string;
  organisationId: string;
  name: string;
  kind: OrganisationKind;
  state: ParticipantState;
  /** When the row last changed: when it was invited, for one that has not answered. */
  since: number;
  contact: string;
  country: string | null;
  size: string | null;
  vatNumber: string | null;
  pic: string | null;
  /** Somebody with a writing seat; null: not open to this reader, as are contact, country and size then. */
  hasPerson: boolean | null;
  agreedLines: number;
};

export type WorldStream = {
  id: string;
  code: string;
  title: string;
  state: StreamState;
  leadParticipantId: string | null;
  leadState: ParticipantState | null;
  startMonth: number | null;
  endMonth: number | null;
  trlStart: number | null;
  trlNow: number | null;
  trlTarget: number | null;
  agreedLines: number;
};

export type WorldReport = {
  id: string;
  periodId: string;
  periodNumber: number;
  state: UpdateState;
  submittedAt: number | null;
  reviewedAt: number | null;
  progressBp: number | null;
  deliveredCents: number | null;
  deliveredPmHundredths: number | null;
  remainingCents: number | null;
  remainingPmHundredths: number | null;
};

export type WorldLine = {
  id: string;
  title: string;
  participantId: string;
  streamId: string | null;
  kind: ContributionKind;
  state: ContributionState;
  valueCents: number | null;
  effortPmHundredths: number | null;
  basis: ValueBasis | null;
  fromMonth: number | null;
  toMonth: number | null;
  /** When the standing offer was made. */
  since: number;
  reports: readonly WorldReport[];
};

export type WorldPeriod = {
  id: string;
  number: number;
  startMonth: number;
  endMonth: number;
  dueOn: string;
  locked: boolean;
};

export type WorldMilestone = {
  id: string;
  title: string;
  dueMonth: number;
  verification: string;
  reachedOn: string | null;
};

/** A risk that is high now. */
export type WorldRisk = { id: string; title: string; ownerParticipantId: string | null; mitigation: string };

/** A project as one reader may know it: lines, reports and members that are not open to the reader are not in it. */
export type GapWorld = {
  today: string;
  project: {
    id: string;
    acronym: string;
    status: ProjectStatus;
    startOn: string | null;
    durationMonths: number | null;
    clusterId: string | null;
    summary: string;
  };
  /** Organisations that answer for the plan; null while there is none. */
  coordinator: { organisationId: string; name: string } | null;
  cluster: { organisationId: string; name: string } | null;
  members: readonly WorldMember[];
  streams: readonly WorldStream[];
  lines: readonly WorldLine[];
  periods: readonly WorldPeriod[];
  milestones: readonly WorldMilestone[];
  /** The high ones; none for who may not read risks. */
  risks: readonly WorldRisk[];
  /** Tasks with what they wait for, and deliverables. */
  work: Pick<ProjectPlan, "tasks" | "links" | "deliverables">;
  /** Nothing of the ledger is hidden from this reader. */
  seesAllLines: boolean;
  /** Plans the project or reads it for who does: learns what concerns members as such. */
  seesMembers: boolean;
};

/** What a rule finds; `owner` is a participant, or null for whoever answers for the plan. */
export type Finding = {
  kind: GapKind;
  entity: GapEntity;
  id: string;
  label: string;
  owner: string | null;
  period?: WorldPeriod;
  days?: number;
  count?: number;
  cents?: number;
  pmHundredths?: number;
  shareBp?: number;
};
