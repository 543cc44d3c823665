import { partLinkKinds, requestKinds } from "#shared/features/reporting/request-words.ts";

import {
  boolean,
  choice,
  day,
  index,
  instant,
  integer,
  json,
  primaryKey,
  revision,
  table,
  text,
  uniqueIndex,
} from "../columns.ts";
import { users } from "./accounts.ts";
import { periods } from "./contributions.ts";
import { participants, projects } from "./projects.ts";

/** How a project asks for its reports; a project without a row asks by the defaults in shared. */
export const reportingSettings = table("reporting_settings", {
  projectId: text("project_id")
    .primaryKey()
    .references(() => projects.id, { onDelete: "cascade" }),
  asksByMail: boolean("asks_by_mail").notNull(),
  /** Days between the end of a period's last month and its opening; negative opens before the end. */
  opensAfterDays: integer("opens_after_days").notNull(),
  /** Days before the due day on which members are asked again. */
  remindBeforeDays: json<number[]>("remind_before_days").notNull(),
  /** Days after the due day on which late members are asked again. */
  remindAfterDays: json<number[]>("remind_after_days").notNull(),
  /** Hour of the day, 0–23, in `time_zone`. */
  hour: integer("hour").notNull(),
  /** IANA name. */
  timeZone: text("time_zone").notNull(),
  workdaysOnly: boolean("workdays_only").notNull(),
  locksWhenAccepted: boolean("locks_when_accepted").notNull(),
  ...revision(),
});

/** Each request once: whom a period asked, when, and as what; the row is written with the mail it stands for. */
export const reportRequests = table(
  "report_requests",
  {
    periodId: text("period_id")
      .notNull()
      .references(() => periods.id, { onDelete: "cascade" }),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: choice("kind", requestKinds).notNull(),
    forOn: day("for_on").notNull(),
    at: instant("at").notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.periodId, row.participantId, row.userId, row.kind, row.forOn] }),
    index("report_requests_participant").on(row.participantId, row.at),
  ],
);

/** Personal links that open one member's part of one period without signing in. */
export const partLinks = table(
  "part_links",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    periodId: text("period_id")
      .notNull()
      .references(() => periods.id, { onDelete: "cascade" }),
    /** Whoever uses the link acts as this person. */
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: choice("kind", partLinkKinds).notNull(),
    /** SHA-256 of the token; the token itself is stored nowhere. */
    tokenHash: text("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    /** Null when the reporting cycle made it. */
    createdById: text("created_by_id"),
    /** Who of the member named the person as a colleague to answer for it; null while the own seat gives the right. */
    namedById: text("named_by_id"),
    lastUsedAt: instant("last_used_at"),
    uses: integer("uses").notNull().default(0),
    ...revision(),
  },
  (row) => [
    uniqueIndex("part_links_token").on(row.tokenHash),
    index("part_links_participant").on(row.participantId, row.periodId),
    index("part_links_user").on(row.userId),
  ],
);
