import { z } from "zod";

import { daySchema, instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { seenVersionSchema, versionedSchema } from "../../versions.ts";
import { requestKinds } from "./request-words.ts";

export const revisePeriodSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: z.strictObject({ dueOn: daySchema }),
});
export type RevisePeriodInput = z.infer<typeof revisePeriodSchema>;

export const lockPeriodSchema = z.strictObject({ id: idSchema, version: seenVersionSchema, locked: z.boolean() });
export type LockPeriodInput = z.infer<typeof lockPeriodSchema>;

/** Periods of one project, each once. */
export const lockManyPeriodsSchema = z.strictObject({
  projectId: idSchema,
  locked: z.boolean(),
  periods: z
    .array(versionedSchema)
    .min(1)
    .max(200)
    .refine((refs) => new Set(refs.map(({ id }) => id)).size === refs.length, { message: "TWICE" }),
});
export type LockManyPeriodsInput = z.infer<typeof lockManyPeriodsSchema>;

export const remindMembersSchema = z.strictObject({
  id: idSchema,
  /** Null: every member with something missing. */
  participantIds: z.array(idSchema).min(1).max(500).nullable(),
});
export type RemindMembersInput = z.infer<typeof remindMembersSchema>;

export const remindedMembersSchema = z.strictObject({ members: z.int(), people: z.int() });
export type RemindedMembers = z.infer<typeof remindedMembersSchema>;

export const memberStatusSchema = z.strictObject({
  participantId: idSchema,
  number: z.int(),
  memberName: z.string(),
  /** Reports the period expects of the member; the four below add up to it. */
  expected: z.int(),
  /** Not handed in; a draft is the member's own matter and counts as missing. */
  missing: z.int(),
  returned: z.int(),
  submitted: z.int(),
  accepted: z.int(),
  lastAsked: z.strictObject({ kind: z.enum(requestKinds), at: instantSchema }).nullable(),
});
export type MemberStatus = z.infer<typeof memberStatusSchema>;

export const periodStatusSchema = z.strictObject({
  dueOn: daySchema,
  timeZone: z.string(),
  openedAt: instantSchema.nullable(),
  members: z.array(memberStatusSchema),
  mayRemind: z.boolean(),
});
export type PeriodStatus = z.infer<typeof periodStatusSchema>;

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
  openedAt: instantSchema.nullable(),
  /** Reports this person sees, by state; drafts are counted for the own lines only. */
  counts: z.strictObject({ draft: z.int(), submitted: z.int(), returned: z.int(), accepted: z.int() }),
});
export type PeriodRow = z.infer<typeof periodRowSchema>;

export const periodListSchema = z.strictObject({
  rows: z.array(periodRowSchema),
  /** The period that is reported on now: the last open one that is asked for, else the last that has begun. */
  currentId: idSchema.nullable(),
  may: z.strictObject({
    plan: z.boolean(),
    lock: z.boolean(),
    ask: z.boolean(),
    report: z.boolean(),
    review: z.boolean(),
  }),
});
export type PeriodList = z.infer<typeof periodListSchema>;

/** What a new cut of the project into periods did. */
export const generatedPeriodsSchema = z.strictObject({ created: z.int(), removed: z.int(), kept: z.int() });
export type GeneratedPeriods = z.infer<typeof generatedPeriodsSchema>;
