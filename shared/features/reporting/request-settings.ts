import { z } from "zod";

import { idSchema } from "../../ids.ts";
import { isTimeZone, usualTimeZone } from "../../time-zones.ts";
import { seenVersionSchema } from "../../versions.ts";

/** An IANA name such as `Europe/Helsinki`. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][A-Za-z0-9+_/-]*$/)
  .refine(isTimeZone, { message: "TIME_ZONE" });

const daysSchema = (least: number, most: number) =>
  z
    .array(z.int().min(least).max(most))
    .max(6)
    .refine((days) => new Set(days).size === days.length, { message: "TWICE" });

/** How a project asks for its reports. */
export const requestSettingsSchema = z.strictObject({
  asksByMail: z.boolean(),
  /** Days from the end of a period's last month to its opening; negative opens before the end. */
  opensAfterDays: z.int().min(-31).max(60),
  /** Days before the due day on which members are asked again; 0 is the due day itself. */
  remindBeforeDays: daysSchema(0, 60),
  /** Days after the due day. */
  remindAfterDays: daysSchema(1, 90),
  /** Hour of the day in `timeZone`. */
  hour: z.int().min(0).max(23),
  timeZone: timeZoneSchema,
  /** Saturdays and Sundays are left in peace. */
  workdaysOnly: z.boolean(),
  locksWhenAccepted: z.boolean(),
});
export type RequestSettings = z.infer<typeof requestSettingsSchema>;

/** How a project asks that never said otherwise. */
export const usualRequestSettings: RequestSettings = {
  asksByMail: true,
  opensAfterDays: 0,
  remindBeforeDays: [7, 1],
  remindAfterDays: [1, 7, 14],
  hour: 8,
  timeZone: usualTimeZone,
  workdaysOnly: true,
  locksWhenAccepted: true,
};

export const requestSettingsViewSchema = z.strictObject({
  ...requestSettingsSchema.shape,
  /** Null while the project asks as usual and nobody has saved anything. */
  version: z.int().nullable(),
  mayRevise: z.boolean(),
});
export type RequestSettingsView = z.infer<typeof requestSettingsViewSchema>;

export const reviseRequestSettingsSchema = z.strictObject({
  projectId: idSchema,
  /** Null: nothing is saved yet. */
  version: seenVersionSchema.nullable(),
  patch: requestSettingsSchema.partial(),
});
export type ReviseRequestSettingsInput = z.infer<typeof reviseRequestSettingsSchema>;
