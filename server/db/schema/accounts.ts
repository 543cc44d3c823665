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
    language: choice("language", ["en", "ru", "fi"]),
    isAdministrator: boolean("is_administrator").notNull().default(false),
  },
  (row) => [uniqueIndex("users_email").on(row.email)],
);

export const sessions = table(
  "sessions",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull(),
    userId: text("user_id").notNull().references(() => users.id, { onDelete: "cascade" }),
    expiresAt: date("expires_at").notNull(),
    createdAt: date("created_at").notNull(),
    updatedAt: date("updated_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    /** The organisation this session acts for; the seat is checked again at every request. */
    actingForId: text("acting_for_id"),
    /** When a change of the acting organisation or of rights last happened, for idle expiry. */
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
    userId: text("user_id").notNull().references(() => users.id, { onDelete: "cascade" }),
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

/** Pending reset and verification links; identifiers are stored hashed. */
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

/** Counters of the account library and of our own limits, by key and window. */
export const rateLimits = table("rate_limits", {
  id: text("id").primaryKey(),
  key: text("key").notNull().unique(),
  count: integer("count").notNull(),
  lastRequest: instant("last_request").notNull(),
});
