import type { DecisionResult, Elector } from "#shared/features/decisions/decision-rules.ts";
import {
  decisionStates,
  voteChoices,
  voteMajorities,
  voteWeightings,
} from "#shared/features/decisions/decision-words.ts";
import type { ParticipantRole } from "#shared/features/participants/participant-words.ts";

import { choice, index, instant, integer, json, revision, table, text, uniqueIndex } from "../columns.ts";
import { organisations } from "./organisations.ts";
import { projects } from "./projects.ts";

/** A question a coordinator puts to the participants. */
export const decisions = table(
  "decisions",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    text: text("text").notNull().default(""),
    weighting: choice("weighting", voteWeightings).notNull(),
    /** Roles whose organisations vote. */
    voters: json<ParticipantRole[]>("voters").notNull(),
    /** Basis points of all votes that must be cast. */
    quorumBp: integer("quorum_bp").notNull(),
    majority: choice("majority", voteMajorities).notNull(),
    /** Basis points of yes among yes and no that accept at least; only for an own majority. */
    majorityBp: integer("majority_bp"),
    closesAt: instant("closes_at").notNull(),
    state: choice("state", decisionStates).notNull(),
    openedAt: instant("opened_at"),
    closedAt: instant("closed_at"),
    /** Who may vote and with which weight, as it stood at opening; empty for a draft. */
    electorate: json<Elector[]>("electorate").notNull(),
    result: json<DecisionResult>("result"),
    /** Why it was cancelled. */
    reason: text("reason").notNull().default(""),
    /** When those who had not voted were reminded. */
    remindedAt: instant("reminded_at"),
    byUserId: text("by_user_id").notNull(),
    ...revision(),
  },
  (row) => [
    uniqueIndex("decisions_number").on(row.projectId, row.number),
    index("decisions_open").on(row.state, row.closesAt),
  ],
);

/** One vote of an organisation; it may change until the decision is closed. */
export const votes = table(
  "votes",
  {
    id: text("id").primaryKey(),
    decisionId: text("decision_id")
      .notNull()
      .references(() => decisions.id, { onDelete: "cascade" }),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    choice: choice("choice", voteChoices).notNull(),
    reason: text("reason").notNull().default(""),
    byUserId: text("by_user_id").notNull(),
    ...revision(),
  },
  (row) => [uniqueIndex("votes_organisation").on(row.decisionId, row.organisationId)],
);
