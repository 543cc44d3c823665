import { z } from "zod";

import { daySchema, monthSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { nameSchema, proseSchema } from "../../text.ts";
import { seenVersionSchema } from "../../versions.ts";

const fields = {
  title: nameSchema(300),
  streamIds: z.array(idSchema).max(200),
  dueMonth: monthSchema,
  /** How one can tell that it is reached. */
  verification: proseSchema(4_000),
  /** Why it was not reached in time. */
  lateReason: proseSchema(4_000),
};

export const createMilestoneSchema = z.strictObject({
  projectId: idSchema,
  title: fields.title,
  streamIds: fields.streamIds.default([]),
  dueMonth: fields.dueMonth,
  verification: fields.verification.default(""),
});
export type CreateMilestoneInput = z.infer<typeof createMilestoneSchema>;

export const reviseMilestoneSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: z.strictObject(fields).partial(),
});
export type ReviseMilestoneInput = z.infer<typeof reviseMilestoneSchema>;

export const reachMilestoneSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  /** Null: not reached after all. */
  reachedOn: daySchema.nullable(),
  /** Asked for when its due month was over by then. */
  lateReason: fields.lateReason.optional(),
});
export type ReachMilestoneInput = z.infer<typeof reachMilestoneSchema>;

export const listMilestonesSchema = z.strictObject({
  projectId: idSchema,
  search: nameSchema(200, 0).default(""),
  /** Only those that are not reached. */
  open: z.boolean().default(false),
});
export type ListMilestonesInput = z.infer<typeof listMilestonesSchema>;

export const milestoneRowSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  number: z.int(),
  title: z.string(),
  streamIds: z.array(idSchema),
  dueMonth: z.int(),
  /** Last day of the due month; null while the project has no start. */
  dueOn: daySchema.nullable(),
  verification: z.string(),
  reachedOn: daySchema.nullable(),
  isLate: z.boolean(),
  /** Empty for readers outside of the consortium. */
  lateReason: z.string(),
});
export type MilestoneRow = z.infer<typeof milestoneRowSchema>;

export const milestoneListSchema = z.strictObject({
  rows: z.array(milestoneRowSchema),
  total: z.int(),
  mayPlan: z.boolean(),
});
export type MilestoneList = z.infer<typeof milestoneListSchema>;
