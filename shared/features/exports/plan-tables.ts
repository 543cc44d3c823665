import type { DeliverableType, DisseminationLevel } from "../deliverables/deliverable-words.ts";
import type { CostCategory } from "../budget/budget-words.ts";
import type { RiskLevel } from "../risks/risk-words.ts";
import type { HorizonTableKey } from "./export-words.ts";

/** A participant as a table names it. */
export type TableParticipant = { participantId: string; number: number; name: string; isThirdParty: boolean };

export type TableStream = {
  /** Null: the project as a whole. */
  streamId: string | null;
  number: number | null;
  code: string;
  title: string;
  description: string;
  leadId: string | null;
  startMonth: number | null;
  endMonth: number | null;
};

export type TableTask = {
  streamId: string;
  code: string;
  title: string;
  description: string;
  leadId: string | null;
  participantIds: string[];
  startMonth: number | null;
  endMonth: number | null;
};

export type TableDeliverable = {
  streamId: string;
  code: string;
  title: string;
  description: string;
  leadId: string | null;
  type: DeliverableType;
  dissemination: DisseminationLevel;
  dueMonth: number | null;
};

export type TableMilestone = {
  number: number;
  title: string;
  streams: string[];
  dueMonth: number;
  verification: string;
};

export type TableRisk = {
  number: number;
  title: string;
  description: string;
  likelihood: RiskLevel;
  severity: RiskLevel;
  streams: string[];
  mitigation: string;
};

/** Agreed effort in hundredths of a person-month; null stands for "confidential", a cell that is absent for none. */
export type TableEffort = {
  /** By participant. */
  rows: Record<string, number | null>;
  /** By stream; "" is the project as a whole. */
  columns: Record<string, number | null>;
  cells: { participantId: string; streamId: string; pmHundredths: number | null }[];
  total: number | null;
};

/** A cost in cents under Horizon Europe's categories. */
export type TableCost = {
  participantId: string;
  category: CostCategory;
  title: string;
  note: string;
  stream: string | null;
  cents: number;
};

/** Costs of participants in `hiddenIds` are confidential: nothing of them is in `items`. */
export type TableCosts = { items: TableCost[]; hiddenIds: string[] };

/** What the tables of a proposal are drawn from, already cut down to their audience. */
export type PlanTables = {
  keys: HorizonTableKey[];
  participants: TableParticipant[];
  streams: TableStream[];
  tasks: TableTask[];
  deliverables: TableDeliverable[];
  milestones: TableMilestone[];
  /** Tasks that were dropped, and deliverables that were cancelled, which no table shows. */
  leftOut: number;
  /** Null: not for this audience, or not for this reader. */
  risks: TableRisk[] | null;
  effort: TableEffort | null;
  costs: TableCosts | null;
};
