import {
  deliverableStates,
  deliverableTypes,
  disseminationLevels,
} from "#shared/features/deliverables/deliverable-words.ts";
import { riskLevels, riskStates } from "#shared/features/risks/risk-words.ts";
import { taskStates } from "#shared/features/tasks/task-words.ts";

import { boolean, choice, day, index, integer, json, revision, table, text, uniqueIndex } from "../columns.ts";
import { periods } from "./contributions.ts";
import { participants, projects, streams } from "./projects.ts";

/** Tasks of a stream, numbered S.T, in project months. */
export const tasks = table(
  "tasks",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    streamId: text("stream_id")
      .notNull()
      .references(() => streams.id, { onDelete: "cascade" }),
    /** Within the stream, from 1. */
    number: integer("number").notNull(),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    leadParticipantId: text("lead_participant_id").references(() => participants.id, { onDelete: "set null" }),
    /** Who works on it besides the lead, by participant. */
    participantIds: json<string[]>("participant_ids").notNull(),
    startMonth: integer("start_month"),
    endMonth: integer("end_month"),
    /** Stays where it is when what it waits for moves. */
    pinned: boolean("pinned").notNull().default(false),
    progressBp: integer("progress_bp").notNull().default(0),
    state: choice("state", taskStates).notNull(),
    ...revision(),
  },
  (row) => [uniqueIndex("tasks_number").on(row.streamId, row.number), index("tasks_project").on(row.projectId)],
);

/** What a task waits for: it starts after the other has finished, `lag_months` later (negative: overlaps). */
export const taskLinks = table(
  "task_links",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    predecessorId: text("predecessor_id")
      .notNull()
      .references(() => tasks.id, { onDelete: "cascade" }),
    successorId: text("successor_id")
      .notNull()
      .references(() => tasks.id, { onDelete: "cascade" }),
    lagMonths: integer("lag_months").notNull().default(0),
    ...revision(),
  },
  (row) => [
    uniqueIndex("task_links_pair").on(row.predecessorId, row.successorId),
    index("task_links_project").on(row.projectId),
    index("task_links_successor").on(row.successorId),
  ],
);

/** What a stream hands over, numbered S.n. */
export const deliverables = table(
  "deliverables",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    streamId: text("stream_id")
      .notNull()
      .references(() => streams.id, { onDelete: "cascade" }),
    taskId: text("task_id").references(() => tasks.id, { onDelete: "set null" }),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    leadParticipantId: text("lead_participant_id").references(() => participants.id, { onDelete: "set null" }),
    type: choice("type", deliverableTypes).notNull(),
    dissemination: choice("dissemination", disseminationLevels).notNull(),
    dueMonth: integer("due_month"),
    /** Null: the source states none. */
    state: choice("state", deliverableStates),
    submittedOn: day("submitted_on"),
    lateReason: text("late_reason").notNull().default(""),
    link: text("link"),
    /** What whoever returned it asks for. */
    reviewNote: text("review_note").notNull().default(""),
    ...revision(),
  },
  (row) => [
    uniqueIndex("deliverables_number").on(row.streamId, row.number),
    index("deliverables_project").on(row.projectId),
  ],
);

/** What could go wrong; how it stands is said per period. */
export const risks = table(
  "risks",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    likelihood: choice("likelihood", riskLevels).notNull(),
    severity: choice("severity", riskLevels).notNull(),
    streamIds: json<string[]>("stream_ids").notNull(),
    ownerParticipantId: text("owner_participant_id").references(() => participants.id, { onDelete: "set null" }),
    mitigation: text("mitigation").notNull().default(""),
    ...revision(),
  },
  (row) => [uniqueIndex("risks_number").on(row.projectId, row.number)],
);

/** How a risk stood in a period. */
export const riskReports = table(
  "risk_reports",
  {
    id: text("id").primaryKey(),
    riskId: text("risk_id")
      .notNull()
      .references(() => risks.id, { onDelete: "cascade" }),
    periodId: text("period_id")
      .notNull()
      .references(() => periods.id, { onDelete: "cascade" }),
    state: choice("state", riskStates).notNull(),
    likelihood: choice("likelihood", riskLevels).notNull(),
    severity: choice("severity", riskLevels).notNull(),
    note: text("note").notNull().default(""),
    ...revision(),
  },
  (row) => [uniqueIndex("risk_reports_pair").on(row.riskId, row.periodId)],
);
