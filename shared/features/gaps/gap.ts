import { z } from "zod";

import { instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { gapEntities, gapGroupings, gapKinds, gapSeverities, gapSides } from "./gap-words.ts";

/** Names one gap for as long as it lasts: its kind and its record. */
export const gapKeySchema = z.string().min(1).max(200);

export const gapSchema = z.strictObject({
  key: gapKeySchema,
  kind: z.enum(gapKinds),
  severity: z.enum(gapSeverities),
  /** Whose turn it is; `organisationId` null: nobody's, the project has neither coordinator nor cluster. */
  owner: z.strictObject({ side: z.enum(gapSides), organisationId: idSchema.nullable(), name: z.string() }),
  record: z.strictObject({ entity: z.enum(gapEntities), id: idSchema, label: z.string() }),
  /** Number of the reporting period it is about. */
  periodNumber: z.int().nullable(),
  /** For how many days. */
  days: z.int().nullable(),
  /** How many reports. */
  count: z.int().nullable(),
  /** By how much, in cents or hundredths of person-months. */
  cents: z.int().nullable(),
  pmHundredths: z.int().nullable(),
  shareBp: z.int().nullable(),
});
export type Gap = z.infer<typeof gapSchema>;

export const listGapsSchema = z.strictObject({
  projectId: idSchema,
  /** The organisation whose turn it is. */
  organisationId: idSchema.optional(),
  kind: z.enum(gapKinds).optional(),
  severity: z.enum(gapSeverities).optional(),
  grouping: z.enum(gapGroupings).default("owner"),
  page: z.int().min(1).max(1_000).default(1),
  pageSize: z.int().min(1).max(200).default(100),
});
export type ListGapsInput = z.infer<typeof listGapsSchema>;

export const gapRowSchema = gapSchema.extend({
  isOurs: z.boolean(),
  /** The last reminder of it. */
  reminded: z.strictObject({ at: instantSchema, byName: z.string().nullable() }).nullable(),
  /** This person may remind the owner of it today. */
  mayRemind: z.boolean(),
});
export type GapRow = z.infer<typeof gapRowSchema>;

export const gapListSchema = z.strictObject({
  rows: z.array(gapRowSchema),
  /** With all filters. */
  total: z.int(),
  /** Without filters. */
  counts: z.strictObject({
    all: z.int(),
    ours: z.int(),
    missing: z.int(),
    contradictory: z.int(),
    late: z.int(),
    kinds: z.array(z.strictObject({ kind: z.enum(gapKinds), count: z.int() })),
    owners: z.array(
      z.strictObject({
        organisationId: idSchema.nullable(),
        name: z.string(),
        count: z.int(),
        /** This person may remind it of what it was not reminded of today. */
        mayRemind: z.boolean(),
      }),
    ),
  }),
  currency: z.string(),
  ourId: idSchema.nullable(),
});
export type GapList = z.infer<typeof gapListSchema>;

export const countGapsSchema = z.strictObject({ projectIds: z.array(idSchema).max(100) });
export const gapCountsSchema = z.strictObject({
  projects: z.array(z.strictObject({ projectId: idSchema, gaps: z.int() })),
});
export type GapCounts = z.infer<typeof gapCountsSchema>;

export const remindGapSchema = z.strictObject({ projectId: idSchema, gapKey: gapKeySchema });
export type RemindGapInput = z.infer<typeof remindGapSchema>;
export const remindOwnerSchema = z.strictObject({ projectId: idSchema, organisationId: idSchema });
export type RemindOwnerInput = z.infer<typeof remindOwnerSchema>;
export const remindedSchema = z.strictObject({
  /** How many gaps, and to how many people. */
  gaps: z.int(),
  people: z.int(),
  at: instantSchema,
});
export type Reminded = z.infer<typeof remindedSchema>;
