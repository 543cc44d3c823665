import { z } from "zod";

import { daySchema, monthSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { nameSchema, proseSchema } from "../../text.ts";
import { seenVersionSchema, versionedSchema } from "../../versions.ts";
import { deliverableStates, deliverableTypes, disseminationLevels } from "./deliverable-words.ts";

const fields = {
  title: nameSchema(300),
  description: proseSchema(8_000),
  taskId: idSchema.nullable(),
  leadParticipantId: idSchema.nullable(),
  type: z.enum(deliverableTypes),
  dissemination: z.enum(disseminationLevels),
  dueMonth: monthSchema.nullable(),
  lateReason: proseSchema(4_000),
  /** Where it can be read; shown as text unless it is a web address. */
  link: nameSchema(2_000).nullable(),
};

/** States that are set, not reached: what is submitted, accepted or returned goes through its own act. */
export const openStates = ["pending", "draft", "cancelled"] as const;

export const createDeliverableSchema = z.strictObject({
  streamId: idSchema,
  title: fields.title,
  description: fields.description.default(""),
  taskId: fields.taskId.default(null),
  leadParticipantId: fields.leadParticipantId.default(null),
  type: fields.type.default("R"),
  dissemination: fields.dissemination.default("PU"),
  dueMonth: fields.dueMonth.default(null),
});
export type CreateDeliverableInput = z.infer<typeof createDeliverableSchema>;

export const reviseDeliverableSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: z.strictObject({ ...fields, state: z.enum(openStates) }).partial(),
});
export type ReviseDeliverableInput = z.infer<typeof reviseDeliverableSchema>;

/** What the member that leads a deliverable may say about it before it is submitted, and why it is late. */
export const draftDeliverableSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: z
    .strictObject({
      description: fields.description,
      lateReason: fields.lateReason,
      link: fields.link,
      state: z.enum(["pending", "draft"]),
    })
    .partial(),
});
export type DraftDeliverableInput = z.infer<typeof draftDeliverableSchema>;

export const submitDeliverableSchema = z.strictObject({
  ...versionedSchema.shape,
  /** Null: today. */
  submittedOn: daySchema.nullable().default(null),
  lateReason: fields.lateReason.optional(),
  link: fields.link.optional(),
});
export type SubmitDeliverableInput = z.infer<typeof submitDeliverableSchema>;

export const returnDeliverableSchema = z.strictObject({
  ...versionedSchema.shape,
  reviewNote: proseSchema(4_000).pipe(z.string().trim().min(1)),
});
export type ReturnDeliverableInput = z.infer<typeof returnDeliverableSchema>;

/** All deliverables of the stream in their new order, with the versions that were seen. */
export const reorderDeliverablesSchema = z.strictObject({
  streamId: idSchema,
  deliverables: z.array(versionedSchema).max(500),
});
export type ReorderDeliverablesInput = z.infer<typeof reorderDeliverablesSchema>;

export const deliverableDetailSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  projectId: idSchema,
  streamId: idSchema,
  taskId: idSchema.nullable(),
  number: z.int(),
  code: z.string(),
  title: z.string(),
  description: z.string(),
  leadParticipantId: idSchema.nullable(),
  type: z.enum(deliverableTypes),
  dissemination: z.enum(disseminationLevels),
  dueMonth: z.int().nullable(),
  /** Last day of the due month; null without a month or a start of the project. */
  dueOn: daySchema.nullable(),
  state: z.enum(deliverableStates).nullable(),
  submittedOn: daySchema.nullable(),
  lateReason: z.string(),
  link: z.string().nullable(),
  reviewNote: z.string(),
  /** Not submitted, and its month is over. */
  isOverdue: z.boolean(),
  may: z.strictObject({ revise: z.boolean(), submit: z.boolean(), review: z.boolean() }),
});
export type DeliverableDetail = z.infer<typeof deliverableDetailSchema>;
