import { accountLinkKinds } from "#shared/features/accounts/account-words.ts";
import { languages } from "#shared/languages.ts";

import { boolean, choice, date, index, instant, integer, table, text, uniqueIndex } from "../columns.ts";

/** People. Columns up to `updated_at` are the account library's; the rest are ours. */
export const users = table(
  "users",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    emailVerified: boolean("email_verified").notNull().default(false),
    image: text("image"),
    createdAt: date("created_at").notNull(),
    updatedAt: date("updated_at").notNull(),
    language: choice("language", languages),
    isAdministrator: boolean("is_administrator").notNull().default(false),
    /** When the person last chose a password; null until the first one. */
    passwordChangedAt: instant("password_changed_at"),
    /** The organisation the person chose to act for last: the next session begins there. */
    lastActingForId: text("last_acting_for_id"),
    version: integer("version").notNull().default(1),
  },
  (row) => [uniqueIndex("users_email").on(row.email)],
);

export const sessions = table(
  "sessions",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: date("expires_at").notNull(),
    createdAt: date("created_at").notNull(),
    updatedAt: date("updated_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    /** The organisation this session acts for; the seat is checked again at every request. */
    actingForId: text("acting_for_id"),
    /** When the session was last used, to within some minutes, for idle expiry. */
    lastSeenAt: instant("last_seen_at"),
  },
  (row) => [uniqueIndex("sessions_token").on(row.token), index("sessions_user").on(row.userId)],
);

/** Sign-in methods of a person; `password` is a scrypt hash. */
export const accounts = table(
  "accounts",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: date("access_token_expires_at"),
    refreshTokenExpiresAt: date("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: date("created_at").notNull(),
    updatedAt: date("updated_at").notNull(),
  },
  (row) => [index("accounts_user").on(row.userId)],
);

/** Pending flows of the account library; identifiers are stored hashed. */
export const verifications = table(
  "verifications",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: date("expires_at").notNull(),
    createdAt: date("created_at").notNull(),
    updatedAt: date("updated_at").notNull(),
  },
  (row) => [index("verifications_identifier").on(row.identifier)],
);

/** One-time links that leave by mail or by the log; used ones stay, so that "used" and "unknown" can be told apart. */
export const accountLinks = table(
  "account_links",
  {
    id: text("id").primaryKey(),
    kind: choice("kind", accountLinkKinds).notNull(),
    /** SHA-256 of the token; the token itself is stored nowhere. */
    tokenHash: text("token_hash").notNull(),
    /** Null for the setup link: there is nobody yet. */
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: instant("created_at").notNull(),
  },
  (row) => [uniqueIndex("account_links_token").on(row.tokenHash), index("account_links_user").on(row.userId)],
);

/** Counters of the account library and of our own limits, by key and window. */
export const rateLimits = table("rate_limits", {
  id: text("id").primaryKey(),
  key: text("key").notNull().unique(),
  count: integer("count").notNull(),
  lastRequest: instant("last_request").notNull(),
});

/** Times an administrator opened a member's confidential part, with the reason the member was told (security.md, R-A15). */
export const emergencyAccesses = table(
  "emergency_accesses",
  {
    id: text("id").primaryKey(),
    userId: text("user_id").notNull(),
    projectId: text("project_id").notNull(),
    organisationId: text("organisation_id").notNull(),
    reason: text("reason").notNull(),
    openedAt: instant("opened_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    closedAt: instant("closed_at"),
  },
  (row) => [index("emergency_accesses_user").on(row.userId, row.projectId)],
);
