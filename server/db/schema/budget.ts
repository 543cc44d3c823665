import { cents, index, integer, json, revision, table, text } from "../columns.ts";
import { participants, projects, streams } from "./projects.ts";

/** Flat rates of a rule book in basis points; absent ones are not used. */
export type StoredFlatRates = { officeBp?: number; travelBp?: number; staffBp?: number; otherBp?: number };

/** What a project's budget is counted by, beside its rule book; a project without a row has the defaults in shared. */
export const budgetSettings = table("budget_settings", {
  projectId: text("project_id")
    .primaryKey()
    .references(() => projects.id, { onDelete: "cascade" }),
  /** Horizon Europe: RIA, CSA or IA. */
  action: text("action"),
  flatRates: json<StoredFlatRates>("flat_rates").notNull(),
  /** Up to four funds with the share each pays. */
  funds: json<{ name: string; rateBp: number }[]>("funds").notNull(),
  ...revision(),
});

/** Terms of one participant where they differ from the project's. */
export const budgetTerms = table(
  "budget_terms",
  {
    participantId: text("participant_id")
      .primaryKey()
      .references(() => participants.id, { onDelete: "cascade" }),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    /** What is asked for; null asks for all that is possible. */
    requestedCents: cents("requested_cents"),
    otherIncomeCents: cents("other_income_cents").notNull().default(0),
    flatRates: json<StoredFlatRates>("flat_rates"),
    ...revision(),
  },
  (row) => [index("budget_terms_project").on(row.projectId)],
);

/** Costs that are no contribution of the ledger: units × unit price of a participant in a category, on a stream or none. */
export const budgetLines = table(
  "budget_lines",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    streamId: text("stream_id").references(() => streams.id, { onDelete: "set null" }),
    /** A category of the project's rule book. */
    category: text("category").notNull(),
    title: text("title").notNull(),
    /** Decimal text. */
    units: text("units").notNull(),
    unit: text("unit").notNull().default(""),
    unitPriceCents: cents("unit_price_cents").notNull(),
    fromMonth: integer("from_month"),
    toMonth: integer("to_month"),
    note: text("note").notNull().default(""),
    ...revision(),
  },
  (row) => [index("budget_lines_project").on(row.projectId), index("budget_lines_participant").on(row.participantId)],
);
