import { commentSubjects } from "#shared/features/comments/comment-words.ts";
import { notificationKinds, notificationLevels } from "#shared/features/notifications/notification-words.ts";

import { boolean, choice, index, instant, integer, json, primaryKey, revision, table, text } from "../columns.ts";
import { users } from "./accounts.ts";
import { contributions, updates } from "./contributions.ts";
import { projects, streams } from "./projects.ts";

/** One thread for each project, stream, contribution and report; read by whoever may read the record. */
export const comments = table(
  "comments",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    subject: choice("subject", commentSubjects).notNull(),
    /** Of these at most one: the record a thread belongs to; none for the project itself. */
    streamId: text("stream_id").references(() => streams.id, { onDelete: "cascade" }),
    contributionId: text("contribution_id").references(() => contributions.id, { onDelete: "cascade" }),
    updateId: text("update_id").references(() => updates.id, { onDelete: "cascade" }),
    text: text("text").notNull(),
    /** People named in the text, by id. */
    mentions: json<string[]>("mentions").notNull(),
    byUserId: text("by_user_id").notNull(),
    byOrganisationId: text("by_organisation_id"),
    editedAt: instant("edited_at"),
    removedAt: instant("removed_at"),
    /** Whoever removed it is the one who may bring it back. */
    removedById: text("removed_by_id"),
    ...revision(),
  },
  (row) => [
    index("comments_project").on(row.projectId, row.subject),
    index("comments_stream").on(row.streamId),
    index("comments_contribution").on(row.contributionId),
    index("comments_update").on(row.updateId),
  ],
);

/** What a person is told of; rights are checked again when it is read, so a row alone shows nothing. */
export const notifications = table(
  "notifications",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The organisation the person is told for. */
    organisationId: text("organisation_id"),
    kind: choice("kind", notificationKinds).notNull(),
    projectId: text("project_id").references(() => projects.id, { onDelete: "cascade" }),
    /** The record to open: its kind and id. */
    entity: text("entity").notNull(),
    entityId: text("entity_id").notNull(),
    actorId: text("actor_id"),
    /** Plain values for the sentence; nothing confidential. */
    params: json<Record<string, string>>("params").notNull(),
    at: instant("at").notNull(),
    readAt: instant("read_at"),
    snoozedUntil: instant("snoozed_until"),
    mailedAt: instant("mailed_at"),
  },
  (row) => [index("notifications_user").on(row.userId, row.readAt, row.at)],
);

/** What a person wants to be told by mail, and when. A person without a row has the defaults in shared. */
export const mailPreferences = table("mail_preferences", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  wantsRequests: boolean("wants_requests").notNull(),
  wantsMentions: boolean("wants_mentions").notNull(),
  wantsDigest: boolean("wants_digest").notNull(),
  /** Hour of the day, 0–23, in `time_zone`. */
  digestHour: integer("digest_hour").notNull(),
  timeZone: text("time_zone").notNull(),
  lastDigestAt: instant("last_digest_at"),
  ...revision(),
});

/** How much of one project a person wants to be told. */
export const notificationChoices = table(
  "notification_choices",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    level: choice("level", notificationLevels).notNull(),
  },
  (row) => [primaryKey({ columns: [row.userId, row.projectId] })],
);
