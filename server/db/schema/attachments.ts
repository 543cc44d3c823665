import { index, instant, integer, revision, table, text } from "../columns.ts";
import { updates } from "./contributions.ts";
import { projects } from "./projects.ts";

/** Evidence files of reports; the bytes lie in the file store under `file_key` (security.md, R-D3, R-I6 to R-I8). */
export const attachments = table(
  "attachments",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    updateId: text("update_id")
      .notNull()
      .references(() => updates.id, { onDelete: "cascade" }),
    /** The member whose quota it counts for. */
    organisationId: text("organisation_id").notNull(),
    fileKey: text("file_key").notNull(),
    fileName: text("file_name").notNull(),
    /** By the bytes, never by what the browser said. */
    mediaType: text("media_type").notNull(),
    bytes: integer("bytes").notNull(),
    sha256: text("sha256").notNull(),
    byUserId: text("by_user_id").notNull(),
    /** Handed in with its report; until then only its member sees it. */
    handedInAt: instant("handed_in_at"),
    /** The bytes were found missing or altered. */
    damagedAt: instant("damaged_at"),
    removedAt: instant("removed_at"),
    ...revision(),
  },
  (row) => [index("attachments_update").on(row.updateId), index("attachments_organisation").on(row.organisationId)],
);
