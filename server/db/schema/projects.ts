import { sql } from "drizzle-orm";

import { participantRoles, participantStates } from "#shared/features/participants/participant-words.ts";
import { projectStatuses, projectVisibilities, ruleBooks } from "#shared/features/projects/project-words.ts";
import { streamColours, streamKinds, streamPatterns, streamStates } from "#shared/features/streams/stream-words.ts";

import { boolean, cents, choice, day, index, integer, json, revision, table, text, uniqueIndex } from "../columns.ts";
import { organisations } from "./organisations.ts";

export const projects = table(
  "projects",
  {
    id: text("id").primaryKey(),
    acronym: text("acronym").notNull(),
    title: text("title").notNull(),
    summary: text("summary").notNull().default(""),
    objectives: text("objectives").notNull().default(""),
    keywords: json<string[]>("keywords").notNull(),
    status: choice("status", projectStatuses).notNull(),
    clusterId: text("cluster_id").references(() => organisations.id),
    startOn: day("start_on"),
    durationMonths: integer("duration_months"),
    periodMonths: integer("period_months").notNull().default(6),
    /** ISO 4217. */
    currency: text("currency").notNull(),
    ruleBook: choice("rule_book", ruleBooks).notNull(),
    visibility: choice("visibility", projectVisibilities).notNull(),
    /** Numbers of the Sustainable Development Goals, 1–17. */
    goals: json<number[]>("goals").notNull(),
    place: text("place"),
    /** Illustrative sample data, removable in one click. */
    sample: boolean("sample").notNull().default(false),
    source: text("source"),
    externalId: text("external_id"),
    callTopic: text("call_topic"),
    fundingScheme: text("funding_scheme"),
    /** As the funder's record states them; never computed here. Null means none stated. */
    totalCostCents: cents("total_cost_cents"),
    maxGrantCents: cents("max_grant_cents"),
    search: text("search").notNull(),
    sortName: text("sort_name").notNull(),
    ...revision(),
  },
  (row) => [
    uniqueIndex("projects_external").on(row.source, row.externalId),
    index("projects_sort").on(row.sortName),
    index("projects_cluster").on(row.clusterId),
  ],
);

export const participants = table(
  "participants",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    number: integer("number").notNull(),
    role: choice("role", participantRoles).notNull(),
    state: choice("state", participantStates).notNull(),
    joinedOn: day("joined_on"),
    leftOn: day("left_on"),
    contact: text("contact").notNull().default(""),
    roleText: text("role_text").notNull().default(""),
    fundingRateBp: integer("funding_rate_bp"),
    /** The funder's contribution as recorded by the source; null is none, not zero. */
    grantCents: cents("grant_cents"),
    /** The net contribution where the source states one; never mixed with `grant_cents`. */
    netGrantCents: cents("net_grant_cents"),
    totalCostCents: cents("total_cost_cents"),
    /** Number in the source; a third party may carry its parent's. */
    sourceNumber: integer("source_number"),
    ...revision(),
  },
  (row) => [
    uniqueIndex("participants_role").on(row.projectId, row.organisationId, row.role),
    uniqueIndex("participants_number").on(row.projectId, row.number),
    uniqueIndex("participants_coordinator")
      .on(row.projectId)
      .where(sql`role = 'coordinator'`),
    // Holds all that counting an organisation's projects reads.
    index("participants_organisation").on(row.organisationId, row.state, row.projectId),
  ],
);

export const streams = table(
  "streams",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    code: text("code").notNull(),
    title: text("title").notNull(),
    kind: choice("kind", streamKinds).notNull(),
    description: text("description").notNull().default(""),
    leadParticipantId: text("lead_participant_id").references(() => participants.id, { onDelete: "set null" }),
    startMonth: integer("start_month"),
    endMonth: integer("end_month"),
    /** Technology readiness levels, 1–9. */
    trlStart: integer("trl_start"),
    trlNow: integer("trl_now"),
    trlTarget: integer("trl_target"),
    colour: choice("colour", streamColours).notNull(),
    pattern: choice("pattern", streamPatterns).notNull(),
    state: choice("state", streamStates).notNull(),
    ...revision(),
  },
  (row) => [uniqueIndex("streams_number").on(row.projectId, row.number)],
);

export const milestones = table(
  "milestones",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    streamIds: json<string[]>("stream_ids").notNull(),
    dueMonth: integer("due_month").notNull(),
    verification: text("verification").notNull().default(""),
    reachedOn: day("reached_on"),
    /** Why it was not reached in time. */
    lateReason: text("late_reason").notNull().default(""),
    ...revision(),
  },
  (row) => [uniqueIndex("milestones_number").on(row.projectId, row.number)],
);
