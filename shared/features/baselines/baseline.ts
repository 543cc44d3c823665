import { z } from "zod";

import { daySchema, instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { nameSchema, proseSchema } from "../../text.ts";
import { seenVersionSchema } from "../../versions.ts";
import { baselineKinds } from "./baseline-words.ts";
import { differenceKinds } from "./compare-rules.ts";
import { contentKinds } from "./plan-content.ts";
import { sentenceKinds } from "./sentence-rules.ts";

export const freezePlanSchema = z.strictObject({
  projectId: idSchema,
  name: nameSchema(200),
  note: proseSchema(4_000).default(""),
  decidedOn: daySchema.nullable().default(null),
  inForceOn: daySchema.nullable().default(null),
});
export type FreezePlanInput = z.infer<typeof freezePlanSchema>;

/** The note, and days that are not set yet; everything else of a baseline stays. */
export const reviseBaselineSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: z.strictObject({ note: proseSchema(4_000), decidedOn: daySchema, inForceOn: daySchema }).partial(),
});
export type ReviseBaselineInput = z.infer<typeof reviseBaselineSchema>;

export const listBaselinesSchema = z.strictObject({ projectId: idSchema });
export type ListBaselinesInput = z.infer<typeof listBaselinesSchema>;

export const baselineRowSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  number: z.int(),
  kind: z.enum(baselineKinds),
  /** Of one that a change of status made: the new status, as its word. */
  name: z.string(),
  note: z.string(),
  decidedOn: daySchema.nullable(),
  inForceOn: daySchema.nullable(),
  frozenAt: instantSchema,
  byName: z.string().nullable(),
  /** Fingerprint of the content; null for who does not see all of it. */
  contentHash: z.string().nullable(),
  mayRemove: z.boolean(),
});
export type BaselineRow = z.infer<typeof baselineRowSchema>;

export const baselineListSchema = z.strictObject({
  rows: z.array(baselineRowSchema),
  mayFreeze: z.boolean(),
});
export type BaselineList = z.infer<typeof baselineListSchema>;

export const comparePlansSchema = z.strictObject({
  projectId: idSchema,
  /** A baseline, or the newest that somebody froze under a name. */
  from: z.union([idSchema, z.literal("last")]),
  /** A baseline, or the plan as it stands. */
  to: z.union([idSchema, z.literal("now")]),
});
export type ComparePlansInput = z.infer<typeof comparePlansSchema>;

const contentValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const plainValueSchema = z.union([z.string(), z.number(), z.null()]);

export const differenceSchema = z.strictObject({
  kind: z.enum(contentKinds),
  id: z.string(),
  change: z.enum(differenceKinds),
  label: z.string(),
  participantId: idSchema.nullable(),
  streamId: idSchema.nullable(),
  fields: z.array(z.strictObject({ field: z.string(), before: contentValueSchema, after: contentValueSchema })),
  shiftMonths: z.int().nullable(),
  shiftDays: z.int().nullable(),
  sentences: z.array(
    z.strictObject({
      kind: z.enum(sentenceKinds),
      before: plainValueSchema,
      after: plainValueSchema,
      months: z.int().nullable(),
      days: z.int().nullable(),
      fields: z.array(z.string()),
    }),
  ),
  /** Who changed it last since it was frozen; null between two baselines, and where it is not told. */
  by: z.strictObject({ name: z.string(), at: instantSchema }).nullable(),
});
export type ComparedRow = z.infer<typeof differenceSchema>;

export const movementSchema = z.strictObject({
  id: z.string().nullable(),
  laterDays: z.int(),
  earlierDays: z.int(),
  effortBefore: z.int(),
  effortAfter: z.int(),
  centsBefore: z.int(),
  centsAfter: z.int(),
});

/** One side of a comparison; without id: the plan as it stands. */
const sideSchema = z.strictObject({
  id: idSchema.nullable(),
  number: z.int().nullable(),
  kind: z.enum(baselineKinds).nullable(),
  name: z.string().nullable(),
  frozenAt: instantSchema,
  decidedOn: daySchema.nullable(),
  inForceOn: daySchema.nullable(),
});
export type ComparedSide = z.infer<typeof sideSchema>;

export const comparisonSchema = z.strictObject({
  projectId: idSchema,
  acronym: z.string(),
  currency: z.string(),
  from: sideSchema,
  to: sideSchema,
  rows: z.array(differenceSchema),
  movements: z.strictObject({
    total: movementSchema,
    byParticipant: z.array(movementSchema),
    byStream: z.array(movementSchema),
  }),
  /** Participants of either side by their numbers; who has left at the later side is not asked to sign. */
  participants: z.array(z.strictObject({ id: idSchema, number: z.int(), name: z.string(), isPresent: z.boolean() })),
  /** What other records are called that fields name by their ids. */
  labels: z.record(z.string(), z.string()),
  /** Parts of the ledger or the budget may not be open to this reader. */
  isPartial: z.boolean(),
});
export type Comparison = z.infer<typeof comparisonSchema>;
