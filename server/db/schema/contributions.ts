import { sql } from "drizzle-orm";

import { amendmentKinds, amendmentStates } from "#shared/features/contributions/amendment-words.ts";
import {
  confidentialities,
  contributionKinds,
  contributionStates,
  offerSides,
  valueBases,
} from "#shared/features/contributions/contribution-words.ts";
import { updateStates } from "#shared/features/reporting/update-words.ts";

import { cents, choice, day, index, instant, integer, revision, table, text, uniqueIndex } from "../columns.ts";
import { participants, projects, streams } from "./projects.ts";

/** The figures of an offer; the contribution row carries the standing ones. */
const figures = () => ({
  /** Effort in hundredths of a person-month; only for kind effort. */
  effortPmHundredths: integer("effort_pm_hundredths"),
  /** Decimal text; for the other kinds. */
  quantity: text("quantity"),
  unit: text("unit"),
  /** Null: not valued yet. */
  valueCents: cents("value_cents"),
  basis: choice("basis", valueBases),
  basisNote: text("basis_note").notNull().default(""),
  fromMonth: integer("from_month"),
  toMonth: integer("to_month"),
});

/** The ledger: what a participant puts into a stream, or into the project as a whole (no stream). */
export const contributions = table(
  "contributions",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id),
    streamId: text("stream_id").references(() => streams.id),
    kind: choice("kind", contributionKinds).notNull(),
    title: text("title").notNull(),
    ...figures(),
    /** Cost category under the project's rule book; null: as its kind stands for. */
    costCategory: text("cost_category"),
    confidentiality: choice("confidentiality", confidentialities).notNull(),
    state: choice("state", contributionStates).notNull(),
    agreedAt: instant("agreed_at"),
    agreedById: text("agreed_by_id"),
    ...revision(),
  },
  (row) => [
    // Carries what totals add up, so that a page of projects is summed without touching the lines themselves.
    index("contributions_project").on(row.projectId, row.state, row.participantId, row.confidentiality, row.valueCents),
    index("contributions_participant").on(row.participantId),
    index("contributions_stream").on(row.streamId),
  ],
);

/** Every offer made about a line, in order: who proposed or countered what, when, with which reason. */
export const offers = table(
  "offers",
  {
    id: text("id").primaryKey(),
    contributionId: text("contribution_id")
      .notNull()
      .references(() => contributions.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    side: choice("side", offerSides).notNull(),
    ...figures(),
    reason: text("reason").notNull().default(""),
    byUserId: text("by_user_id"),
    byOrganisationId: text("by_organisation_id"),
    at: instant("at").notNull(),
  },
  (row) => [uniqueIndex("offers_number").on(row.contributionId, row.number)],
);

/** Proposed changes of agreed lines: the agreed figures stand until both sides said yes. One open at a time for each line. */
export const amendments = table(
  "amendments",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    contributionId: text("contribution_id")
      .notNull()
      .references(() => contributions.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    side: choice("side", offerSides).notNull(),
    /** What is proposed; a withdrawal takes the line back and its figures say nothing. */
    kind: choice("kind", amendmentKinds).notNull(),
    ...figures(),
    reason: text("reason").notNull(),
    state: choice("state", amendmentStates).notNull(),
    /** Why it was declined. */
    answer: text("answer").notNull().default(""),
    /** Null: brought in by an import. */
    byUserId: text("by_user_id"),
    byOrganisationId: text("by_organisation_id"),
    answeredAt: instant("answered_at"),
    answeredById: text("answered_by_id"),
    ...revision(),
  },
  (row) => [
    uniqueIndex("amendments_number").on(row.contributionId, row.number),
    uniqueIndex("amendments_open")
      .on(row.contributionId)
      .where(sql`state = 'open'`),
    index("amendments_project").on(row.projectId, row.state),
  ],
);

/** Reporting periods of a project, by project months; a locked one takes nothing. */
export const periods = table(
  "periods",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    startMonth: integer("start_month").notNull(),
    endMonth: integer("end_month").notNull(),
    dueOn: day("due_on").notNull(),
    lockedAt: instant("locked_at"),
    /** When the members were asked; null until then. */
    openedAt: instant("opened_at"),
    ...revision(),
  },
  (row) => [uniqueIndex("periods_number").on(row.projectId, row.number)],
);

/** What was delivered of a contribution in a period and what is forecast to remain after it. */
export const updates = table(
  "updates",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    contributionId: text("contribution_id")
      .notNull()
      .references(() => contributions.id, { onDelete: "cascade" }),
    periodId: text("period_id")
      .notNull()
      .references(() => periods.id, { onDelete: "cascade" }),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id),
    state: choice("state", updateStates).notNull(),
    deliveredPmHundredths: integer("delivered_pm_hundredths"),
    deliveredQuantity: text("delivered_quantity"),
    deliveredCents: cents("delivered_cents"),
    /** What is still to come after this period; null: as agreed minus delivered. */
    remainingPmHundredths: integer("remaining_pm_hundredths"),
    remainingQuantity: text("remaining_quantity"),
    remainingCents: cents("remaining_cents"),
    progressBp: integer("progress_bp"),
    text: text("text").notNull().default(""),
    /** Why it was handed in after the due day. */
    lateReason: text("late_reason").notNull().default(""),
    reviewNote: text("review_note").notNull().default(""),
    submittedAt: instant("submitted_at"),
    submittedById: text("submitted_by_id"),
    reviewedAt: instant("reviewed_at"),
    reviewedById: text("reviewed_by_id"),
    ...revision(),
  },
  (row) => [
    uniqueIndex("updates_pair").on(row.contributionId, row.periodId),
    index("updates_project").on(row.projectId, row.state, row.contributionId, row.deliveredCents),
    index("updates_period").on(row.periodId),
  ],
);
