import { decisionStates, voteChoices, voteWeightings } from "#shared/features/decisions/decision-words.ts";

import { choice, index, instant, integer, json, revision, table, text, uniqueIndex } from "../columns.ts";
import { organisations } from "./organisations.ts";
import { projects } from "./projects.ts";

/** What a closed decision came to, frozen: counts or shares by answer, and whether quorum and majority were reached. */
export type DecisionResult = {
  /** Basis points of all that could vote. */
  turnoutBp: number;
  yesBp: number;
  noBp: number;
  abstainBp: number;
  quorumReached: boolean;
  accepted: boolean;
};

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
    /** Basis points of all votes that must be cast. */
    quorumBp: integer("quorum_bp").notNull(),
    /** Basis points of yes among yes and no; more than this accepts. */
    majorityBp: integer("majority_bp").notNull(),
    closesAt: instant("closes_at").notNull(),
    state: choice("state", decisionStates).notNull(),
    openedAt: instant("opened_at"),
    closedAt: instant("closed_at"),
    /** Who may vote with which weight in basis points, as it stood at opening: [organisation id, weight]. */
    electorate: json<[organisationId: string, weightBp: number][]>("electorate").notNull(),
    result: json<DecisionResult>("result"),
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
