import { sql } from "drizzle-orm";

import { invitationStates, invitedSeatRoles } from "#shared/features/invitations/invitation-words.ts";
import { languages } from "#shared/languages.ts";

import { choice, index, instant, integer, revision, table, text, uniqueIndex } from "../columns.ts";
import { organisations } from "./organisations.ts";
import { participants, projects } from "./projects.ts";

/** Who was asked by mail to come in for an organisation, and how that went (security.md, R-U7). */
export const invitations = table(
  "invitations",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** Empty: the letter goes to the managers of an organisation that has people of its own. */
    email: text("email").notNull(),
    personName: text("person_name").notNull().default(""),
    language: choice("language", languages).notNull(),
    seatRole: choice("seat_role", invitedSeatRoles).notNull(),
    message: text("message").notNull().default(""),
    state: choice("state", invitationStates).notNull(),
    /** SHA-256 of the token of the letter that left last; null until one left. */
    tokenHash: text("token_hash"),
    expiresAt: instant("expires_at").notNull(),
    inviterId: text("inviter_id").notNull(),
    inviterOrganisationId: text("inviter_organisation_id").notNull(),
    sentCount: integer("sent_count").notNull().default(0),
    lastSentAt: instant("last_sent_at"),
    answeredAt: instant("answered_at"),
    answeredById: text("answered_by_id"),
    ...revision(),
  },
  (row) => [
    uniqueIndex("invitations_token").on(row.tokenHash),
    uniqueIndex("invitations_pending")
      .on(row.participantId, row.email)
      .where(sql`state = 'pending'`),
    index("invitations_project").on(row.projectId, row.state),
  ],
);
