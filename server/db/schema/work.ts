import { mailKinds } from "#shared/features/accounts/account-words.ts";
import { jobKinds, jobStates } from "#shared/features/exports/export-words.ts";
import { languages } from "#shared/languages.ts";

import { choice, index, instant, integer, json, table, text } from "../columns.ts";

/** Long work with progress and cancel: exports and imports; finished exports are the export history. */
export const jobs = table(
  "jobs",
  {
    id: text("id").primaryKey(),
    kind: choice("kind", jobKinds).notNull(),
    userId: text("user_id").notNull(),
    actingForId: text("acting_for_id"),
    projectId: text("project_id"),
    state: choice("state", jobStates).notNull(),
    stage: text("stage").notNull().default(""),
    /** 0–100. */
    progress: integer("progress").notNull().default(0),
    parameters: json<Record<string, unknown>>("parameters").notNull(),
    result: json<Record<string, unknown>>("result"),
    errorCode: text("error_code"),
    /** Key of the stored file; names nobody can guess. */
    fileKey: text("file_key"),
    fileName: text("file_name"),
    fileBytes: integer("file_bytes"),
    /** Last change the work saw, so that the next export can tell what is new. */
    changeSeq: integer("change_seq"),
    createdAt: instant("created_at").notNull(),
    finishedAt: instant("finished_at"),
    cancelledAt: instant("cancelled_at"),
    expiresAt: instant("expires_at"),
  },
  (row) => [index("jobs_user").on(row.userId, row.createdAt), index("jobs_project").on(row.projectId, row.createdAt)],
);

/**
 * Mail to send: written with the change that causes it, sent after commit, tried again until it is out. It is composed
 * when it is sent, so that a link in it is stored nowhere.
 */
export const mails = table(
  "mails",
  {
    id: text("id").primaryKey(),
    kind: choice("kind", mailKinds).notNull(),
    to: text("to_address").notNull(),
    language: choice("language", languages).notNull(),
    /** Plain values for the template; nothing confidential, no links. */
    params: json<Record<string, string>>("params").notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** Null once it is sent or given up. */
    nextAttemptAt: instant("next_attempt_at"),
    sentAt: instant("sent_at"),
    lastError: text("last_error"),
    createdAt: instant("created_at").notNull(),
  },
  (row) => [index("mails_due").on(row.nextAttemptAt)],
);

/** Settings of this installation by name. */
export const settings = table("settings", {
  name: text("name").primaryKey(),
  value: json<unknown>("value").notNull(),
});
