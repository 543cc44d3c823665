import { z } from "zod";

import { daySchema, monthSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { basisPointsSchema } from "../../money.ts";
import { nameSchema, proseSchema } from "../../text.ts";
import { deliverableStates, deliverableTypes, disseminationLevels } from "../deliverables/deliverable-words.ts";
import { lagSchema } from "../tasks/task.ts";
import { taskStates } from "../tasks/task-words.ts";

// Parts of the interchange file that came with the work plan: absent where there is none, so that older files stay as they are.

const number = z.int().min(1).max(9_999);

const taskSchema = z.strictObject({
  id: idSchema,
  streamId: idSchema,
  number,
  title: nameSchema(500),
  description: proseSchema(20_000),
  leadParticipantId: idSchema.nullable(),
  participantIds: z.array(idSchema).max(1_000),
  startMonth: monthSchema.nullable(),
  endMonth: monthSchema.nullable(),
  pinned: z.boolean(),
  progressBp: basisPointsSchema,
  state: z.enum(taskStates),
});

const linkSchema = z.strictObject({
  id: idSchema,
  predecessorId: idSchema,
  successorId: idSchema,
  lagMonths: lagSchema,
});

const deliverableSchema = z.strictObject({
  id: idSchema,
  streamId: idSchema,
  taskId: idSchema.nullable(),
  number,
  title: nameSchema(500),
  description: proseSchema(20_000),
  leadParticipantId: idSchema.nullable(),
  type: z.enum(deliverableTypes),
  dissemination: z.enum(disseminationLevels),
  dueMonth: monthSchema.nullable(),
  state: z.enum(deliverableStates).nullable(),
  submittedOn: daySchema.nullable(),
  lateReason: proseSchema(4_000),
  link: nameSchema(2_000).nullable(),
  reviewNote: proseSchema(4_000),
});

/** Tasks in the order of their ids, what they wait for, and deliverables. */
export const planFileSchemas = {
  tasks: z.array(taskSchema).min(1).max(20_000).optional(),
  taskLinks: z.array(linkSchema).min(1).max(50_000).optional(),
  deliverables: z.array(deliverableSchema).min(1).max(20_000).optional(),
};
export type PlanFile = {
  tasks?: z.infer<typeof taskSchema>[] | undefined;
  taskLinks?: z.infer<typeof linkSchema>[] | undefined;
  deliverables?: z.infer<typeof deliverableSchema>[] | undefined;
};
