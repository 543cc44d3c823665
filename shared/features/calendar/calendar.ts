import { z } from "zod";

import { instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";

export const calendarOfSchema = z.strictObject({ projectId: idSchema });

/** The secret of an address: a letter and 192 random bits in base64url, drawn where it is shown and kept as a hash. */
export const calendarTokenSchema = z.string().regex(/^c[A-Za-z0-9_-]{32}$/);

export const openCalendarSchema = z.strictObject({ projectId: idSchema, token: calendarTokenSchema });
export type OpenCalendarInput = z.infer<typeof openCalendarSchema>;

/** The address this person has for a project, without its secret. */
export const calendarFeedSchema = z.strictObject({
  createdAt: instantSchema,
  /** When a calendar program asked last; null: never. */
  lastUsedAt: instantSchema.nullable(),
});

export const calendarStateSchema = z.strictObject({
  feed: calendarFeedSchema.nullable(),
  /** How many entries the calendar has now; none without a start date of the project. */
  entries: z.int(),
  hasStart: z.boolean(),
});
export type CalendarState = z.infer<typeof calendarStateSchema>;

export const calendarFileSchema = z.strictObject({ fileName: z.string(), text: z.string() });
export type CalendarFile = z.infer<typeof calendarFileSchema>;

export const calendarResultSchema = z.strictObject({ id: idSchema });
