import { z } from "zod";

import { daySchema, instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { seenVersionSchema } from "../../versions.ts";

export const revisePeriodSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: z.strictObject({ dueOn: daySchema }),
});
export type RevisePeriodInput = z.infer<typeof revisePeriodSchema>;

export const lockPeriodSchema = z.strictObject({ id: idSchema, version: seenVersionSchema, locked: z.boolean() });
export type LockPeriodInput = z.infer<typeof lockPeriodSchema>;

export const periodRowSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  number: z.int(),
  startMonth: z.int(),
  endMonth: z.int(),
  /** First and last day; null while the project has no start. */
  startsOn: daySchema.nullable(),
  endsOn: daySchema.nullable(),
  dueOn: daySchema,
  lockedAt: instantSchema.nullable(),
  /** Reports this person sees, by state; drafts are counted for the own lines only. */
  counts: z.strictObject({ draft: z.int(), submitted: z.int(), returned: z.int(), accepted: z.int() }),
});
export type PeriodRow = z.infer<typeof periodRowSchema>;

export const periodListSchema = z.strictObject({
  rows: z.array(periodRowSchema),
  /** The period that is reported on now: the last open one that is asked for, else the last that has begun. */
  currentId: idSchema.nullable(),
  may: z.strictObject({ plan: z.boolean(), lock: z.boolean(), report: z.boolean(), review: z.boolean() }),
});
export type PeriodList = z.infer<typeof periodListSchema>;

/** What a new cut of the project into periods did. */
export const generatedPeriodsSchema = z.strictObject({ created: z.int(), removed: z.int(), kept: z.int() });
export type GeneratedPeriods = z.infer<typeof generatedPeriodsSchema>;
