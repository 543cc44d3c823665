import { z } from "zod";

import { monthSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { nameSchema, proseSchema } from "../../text.ts";
import { streamWarnings } from "./stream-rules.ts";
import { streamColours, streamKinds, streamPatterns, streamStates } from "./stream-words.ts";
import { seenVersionSchema } from "../../versions.ts";

/** Technology readiness level, 1–9. */
export const trlSchema = z.int().min(1).max(9);

const fields = {
  code: nameSchema(20),
  title: nameSchema(300),
  kind: z.enum(streamKinds),
  description: proseSchema(10_000),
  leadParticipantId: idSchema.nullable(),
  startMonth: monthSchema.nullable(),
  endMonth: monthSchema.nullable(),
  trlStart: trlSchema.nullable(),
  trlNow: trlSchema.nullable(),
  trlTarget: trlSchema.nullable(),
  state: z.enum(streamStates),
};

export const createStreamSchema = z.strictObject({
  projectId: idSchema,
  title: fields.title,
  /** Absent: suggested from the number and the rule book. */
  code: fields.code.optional(),
  kind: fields.kind.default("technology"),
  description: fields.description.default(""),
  leadParticipantId: fields.leadParticipantId.default(null),
  startMonth: fields.startMonth.default(null),
  endMonth: fields.endMonth.default(null),
  trlStart: fields.trlStart.default(null),
  trlNow: fields.trlNow.default(null),
  trlTarget: fields.trlTarget.default(null),
});
export type CreateStreamInput = z.infer<typeof createStreamSchema>;

export const reviseStreamSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: z.strictObject({ ...fields, colour: z.enum(streamColours), pattern: z.enum(streamPatterns) }).partial(),
});
export type ReviseStreamInput = z.infer<typeof reviseStreamSchema>;

/** What the lead of a stream keeps current itself. */
export const reportOnStreamSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: z.strictObject({ trlNow: fields.trlNow, state: fields.state, description: fields.description }).partial(),
});
export type ReportOnStreamInput = z.infer<typeof reportOnStreamSchema>;

/** Every stream of the project in its new order, each as the caller saw it. */
export const reorderStreamsSchema = z.strictObject({
  projectId: idSchema,
  streams: z
    .array(z.strictObject({ id: idSchema, version: seenVersionSchema }))
    .min(1)
    .max(200),
});
export type ReorderStreamsInput = z.infer<typeof reorderStreamsSchema>;

export const listStreamsSchema = z.strictObject({
  projectId: idSchema,
  search: nameSchema(200, 0).default(""),
  kind: z.enum(streamKinds).optional(),
  state: z.enum(streamStates).optional(),
});
export type ListStreamsInput = z.infer<typeof listStreamsSchema>;

export const streamRowSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  number: z.int(),
  code: z.string(),
  title: z.string(),
  kind: z.enum(streamKinds),
  leadParticipantId: idSchema.nullable(),
  leadName: z.string().nullable(),
  startMonth: z.int().nullable(),
  endMonth: z.int().nullable(),
  trlStart: z.int().nullable(),
  trlNow: z.int().nullable(),
  trlTarget: z.int().nullable(),
  colour: z.enum(streamColours),
  pattern: z.enum(streamPatterns),
  state: z.enum(streamStates),
  warnings: z.array(z.enum(streamWarnings)),
});
export type StreamRow = z.infer<typeof streamRowSchema>;

export const streamListSchema = z.strictObject({
  rows: z.array(streamRowSchema),
  total: z.int(),
  mayPlan: z.boolean(),
});
export type StreamList = z.infer<typeof streamListSchema>;

export const streamDetailSchema = streamRowSchema.extend({
  projectId: idSchema,
  description: z.string(),
  may: z.strictObject({ revise: z.boolean(), report: z.boolean(), remove: z.boolean() }),
});
export type StreamDetail = z.infer<typeof streamDetailSchema>;
