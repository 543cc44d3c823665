import { z } from "zod";

import { monthSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { nameSchema, proseSchema } from "../../text.ts";
import { seenVersionSchema } from "../../versions.ts";
import { taskStates } from "./task-words.ts";

const fields = {
  title: nameSchema(300),
  description: proseSchema(8_000),
  leadParticipantId: idSchema.nullable(),
  participantIds: z.array(idSchema).max(200),
  startMonth: monthSchema.nullable(),
  endMonth: monthSchema.nullable(),
  pinned: z.boolean(),
  progressBp: z.int().min(0).max(10_000),
  state: z.enum(taskStates),
};

export const createTaskSchema = z.strictObject({
  streamId: idSchema,
  title: fields.title,
  description: fields.description.default(""),
  leadParticipantId: fields.leadParticipantId.default(null),
  participantIds: fields.participantIds.default([]),
  startMonth: fields.startMonth.default(null),
  endMonth: fields.endMonth.default(null),
  pinned: fields.pinned.default(false),
});
export type CreateTaskInput = z.infer<typeof createTaskSchema>;

export const reviseTaskSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: z.strictObject(fields).partial(),
});
export type ReviseTaskInput = z.infer<typeof reviseTaskSchema>;

/** What the member that leads a task may say about it. */
export const reportOnTaskSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: z
    .strictObject({ progressBp: fields.progressBp, state: fields.state, description: fields.description })
    .partial(),
});
export type ReportOnTaskInput = z.infer<typeof reportOnTaskSchema>;

const placeSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  startMonth: monthSchema,
  endMonth: monthSchema,
});

export const moveTasksSchema = z.strictObject({
  projectId: idSchema,
  moves: z.array(placeSchema).min(1).max(5_000),
});
export type MoveTasksInput = z.infer<typeof moveTasksSchema>;

export const movedTasksSchema = z.strictObject({
  tasks: z.array(z.strictObject({ id: idSchema, version: z.int() })),
});
export type MovedTasks = z.infer<typeof movedTasksSchema>;

/** All tasks of the stream in their new order, with the versions that were seen. */
export const reorderTasksSchema = z.strictObject({
  streamId: idSchema,
  tasks: z.array(z.strictObject({ id: idSchema, version: seenVersionSchema })).max(500),
});
export type ReorderTasksInput = z.infer<typeof reorderTasksSchema>;

/** Half a plan's length either way is more than any overlap or wait. */
export const lagSchema = z.int().min(-500).max(500);

export const linkTasksSchema = z.strictObject({
  predecessorId: idSchema,
  successorId: idSchema,
  lagMonths: lagSchema.default(0),
  /** What the new link pushes, in the same act. */
  moves: z.array(placeSchema).max(5_000).default([]),
});
export type LinkTasksInput = z.infer<typeof linkTasksSchema>;

export const reviseLinkSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  lagMonths: lagSchema,
  moves: z.array(placeSchema).max(5_000).default([]),
});
export type ReviseLinkInput = z.infer<typeof reviseLinkSchema>;

export const taskDetailSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  projectId: idSchema,
  streamId: idSchema,
  number: z.int(),
  code: z.string(),
  title: z.string(),
  description: z.string(),
  leadParticipantId: idSchema.nullable(),
  participantIds: z.array(idSchema),
  startMonth: z.int().nullable(),
  endMonth: z.int().nullable(),
  pinned: z.boolean(),
  progressBp: z.int(),
  state: z.enum(taskStates),
  may: z.strictObject({ revise: z.boolean(), report: z.boolean() }),
});
export type TaskDetail = z.infer<typeof taskDetailSchema>;
