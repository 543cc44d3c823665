import { z } from "zod";

import { daySchema, instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { basisPointsSchema, centsSchema, pmHundredthsSchema } from "../../money.ts";
import { nameSchema, proseSchema } from "../../text.ts";
import { quantitySchema } from "../contributions/contribution.ts";
import { contributionKinds } from "../contributions/contribution-words.ts";
import { updateStates } from "./update-words.ts";
import { seenVersionSchema } from "../../versions.ts";

/** What a member writes about a line and a period: delivered in it, still to come after it, progress in all. */
export const reportSchema = z.strictObject({
  deliveredPmHundredths: pmHundredthsSchema.nullable(),
  deliveredQuantity: quantitySchema.nullable(),
  deliveredCents: centsSchema.nullable(),
  /** Null: as agreed minus delivered. */
  remainingPmHundredths: pmHundredthsSchema.nullable(),
  remainingQuantity: quantitySchema.nullable(),
  remainingCents: centsSchema.nullable(),
  progressBp: basisPointsSchema.nullable(),
  text: proseSchema(10_000),
  /** Why it is handed in after the due day; needed then, allowed before. */
  lateReason: proseSchema(2_000),
});
export type Report = z.infer<typeof reportSchema>;

/** `version` null: nothing is saved yet for this line and period. Only changed fields are sent. */
export const saveUpdateSchema = z.strictObject({
  contributionId: idSchema,
  periodId: idSchema,
  version: seenVersionSchema.nullable(),
  patch: reportSchema.partial(),
});
export type SaveUpdateInput = z.infer<typeof saveUpdateSchema>;

export const updateRefSchema = z.strictObject({ id: idSchema, version: seenVersionSchema });
export type UpdateRef = z.infer<typeof updateRefSchema>;

/** Reports of one project, each once. */
export const updateRefsSchema = z.strictObject({
  projectId: idSchema,
  updates: z
    .array(updateRefSchema)
    .min(1)
    .max(200)
    .refine((refs) => new Set(refs.map(({ id }) => id)).size === refs.length, { message: "TWICE" }),
});
export type UpdateRefs = z.infer<typeof updateRefsSchema>;

export const returnUpdateSchema = updateRefSchema.extend({
  /** What the member should change. */
  note: proseSchema(4_000).refine((text) => text.trim() !== "", { message: "REQUIRED" }),
});
export type ReturnUpdateInput = z.infer<typeof returnUpdateSchema>;

/** Reports of one project, given back with the same note. */
export const returnManyUpdatesSchema = updateRefsSchema.extend({ note: returnUpdateSchema.shape.note });
export type ReturnManyUpdatesInput = z.infer<typeof returnManyUpdatesSchema>;

export const updateResultSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  state: z.enum(updateStates),
  updatedAt: instantSchema,
});
export type UpdateResult = z.infer<typeof updateResultSchema>;

const reportViewSchema = z.strictObject({
  deliveredPmHundredths: z.int().nullable(),
  deliveredQuantity: z.string().nullable(),
  deliveredCents: z.int().nullable(),
  remainingPmHundredths: z.int().nullable(),
  remainingQuantity: z.string().nullable(),
  remainingCents: z.int().nullable(),
  progressBp: z.int().nullable(),
  text: z.string(),
  lateReason: z.string(),
});

/** The line a report is about, with what was agreed. */
const reportedLineSchema = z.strictObject({
  contributionId: idSchema,
  title: z.string(),
  kind: z.enum(contributionKinds),
  streamCode: z.string().nullable(),
  effortPmHundredths: z.int().nullable(),
  quantity: z.string().nullable(),
  unit: z.string().nullable(),
  valueCents: z.int().nullable(),
  fromMonth: z.int().nullable(),
  toMonth: z.int().nullable(),
});

const amountsSchema = z.strictObject({ pmHundredths: z.int(), cents: z.int() });

export const todoItemSchema = reportedLineSchema.extend({
  /** Accepted in earlier periods. */
  before: amountsSchema,
  /** Of the agreed amounts what falls into this period, spread evenly over the months of the line. */
  planned: amountsSchema,
  /** What the report of the latest earlier period said. */
  last: reportViewSchema.extend({ periodNumber: z.int() }).nullable(),
  update: reportViewSchema
    .extend({
      id: idSchema,
      version: z.int(),
      state: z.enum(updateStates),
      reviewNote: z.string(),
      reviewedByName: z.string().nullable(),
      submittedAt: instantSchema.nullable(),
      updatedAt: instantSchema,
    })
    .nullable(),
  mayWrite: z.boolean(),
});
export type TodoItem = z.infer<typeof todoItemSchema>;

export const todoSchema = z.strictObject({
  periodId: idSchema.nullable(),
  /** Null without a period. */
  dueOn: daySchema.nullable(),
  /** IANA name of the zone whose day decides what is late. */
  timeZone: z.string(),
  currency: z.string(),
  items: z.array(todoItemSchema),
});
export type Todo = z.infer<typeof todoSchema>;

export const listUpdatesSchema = z.strictObject({
  projectId: idSchema,
  periodId: idSchema.optional(),
  state: z.enum(updateStates).optional(),
  participantId: idSchema.optional(),
  search: nameSchema(200, 0).default(""),
  page: z.int().min(1).max(10_000).default(1),
  pageSize: z.int().min(1).max(100).default(50),
});
export type ListUpdatesInput = z.infer<typeof listUpdatesSchema>;

export const updateRowSchema = reportedLineSchema.extend({
  ...reportViewSchema.shape,
  id: idSchema,
  version: z.int(),
  state: z.enum(updateStates),
  periodId: idSchema,
  periodNumber: z.int(),
  periodLocked: z.boolean(),
  participantId: idSchema,
  memberName: z.string(),
  reviewNote: z.string(),
  submittedAt: instantSchema.nullable(),
  submittedByName: z.string().nullable(),
  reviewedAt: instantSchema.nullable(),
  before: amountsSchema,
  own: z.boolean(),
  mayWrite: z.boolean(),
  mayReview: z.boolean(),
});
export type UpdateRow = z.infer<typeof updateRowSchema>;

export const updateListSchema = z.strictObject({
  rows: z.array(updateRowSchema),
  total: z.int(),
  /** By state, over the filter without the state. */
  counts: z.strictObject({ draft: z.int(), submitted: z.int(), returned: z.int(), accepted: z.int() }),
  currency: z.string(),
});
export type UpdateList = z.infer<typeof updateListSchema>;

export const updateDetailSchema = updateRowSchema.extend({
  projectId: idSchema,
  currency: z.string(),
  dueOn: daySchema,
});
export type UpdateDetail = z.infer<typeof updateDetailSchema>;
