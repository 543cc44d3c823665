import { day, instant, primaryKey, table, text } from "../columns.ts";
import { projects } from "./projects.ts";

/** Each reminder of a gap: whoever it is about is reminded of it once a day at most. */
export const gapReminders = table(
  "gap_reminders",
  {
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    /** Kind and record of the gap, as the rules name it. */
    gapKey: text("gap_key").notNull(),
    forOn: day("for_on").notNull(),
    at: instant("at").notNull(),
    byUserId: text("by_user_id").notNull(),
    /** Whom it went to. */
    organisationId: text("organisation_id").notNull(),
  },
  (row) => [primaryKey({ columns: [row.projectId, row.gapKey, row.forOn] })],
);
