import { z } from "zod";

import { usualTimeZone } from "../../time-zones.ts";
import { seenVersionSchema } from "../../versions.ts";
import { timeZoneSchema } from "../reporting/request-settings.ts";

export const mailPreferencesSchema = z.strictObject({
  /** Requests for reports and reminders of them. */
  wantsRequests: z.boolean(),
  /** Mentions, at once. */
  wantsMentions: z.boolean(),
  /** The rest of the notifications in one mail a day. */
  wantsDigest: z.boolean(),
  /** Hour of the day in `timeZone`. */
  digestHour: z.int().min(0).max(23),
  timeZone: timeZoneSchema,
});
export type MailPreferences = z.infer<typeof mailPreferencesSchema>;

/** What a person gets who never chose. */
export const usualMailPreferences: MailPreferences = {
  wantsRequests: true,
  wantsMentions: true,
  wantsDigest: true,
  digestHour: 8,
  timeZone: usualTimeZone,
};

export const mailPreferencesViewSchema = z.strictObject({
  ...mailPreferencesSchema.shape,
  /** Null: nothing chosen yet. */
  version: z.int().nullable(),
});
export type MailPreferencesView = z.infer<typeof mailPreferencesViewSchema>;

export const reviseMailPreferencesSchema = z.strictObject({
  /** Null: nothing chosen yet. */
  version: seenVersionSchema.nullable(),
  patch: mailPreferencesSchema.partial(),
});
export type ReviseMailPreferencesInput = z.infer<typeof reviseMailPreferencesSchema>;
