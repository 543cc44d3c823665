import { z } from "zod";

import { idSchema } from "../../ids.ts";
import { deliverableStates, deliverableTypes, disseminationLevels } from "../deliverables/deliverable-words.ts";
import { streamColours, streamKinds, streamPatterns, streamStates } from "../streams/stream-words.ts";
import { taskStates } from "../tasks/task-words.ts";

// The work plan as one picture needs it: Gantt, its table, prints and exports are drawn from this and nothing else.
// Months are project months from 1; null is a date that nobody has set yet.

const monthSchema = z.int().nullable();

export const planStreamSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  number: z.int(),
  code: z.string(),
  title: z.string(),
  kind: z.enum(streamKinds),
  state: z.enum(streamStates),
  colour: z.enum(streamColours),
  pattern: z.enum(streamPatterns),
  leadParticipantId: idSchema.nullable(),
  startMonth: monthSchema,
  endMonth: monthSchema,
});
export type PlanStream = z.infer<typeof planStreamSchema>;

export const planTaskSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  streamId: idSchema,
  number: z.int(),
  /** As people say it: number of the stream, dot, number of the task. */
  code: z.string(),
  title: z.string(),
  leadParticipantId: idSchema.nullable(),
  participantIds: z.array(idSchema),
  startMonth: monthSchema,
  endMonth: monthSchema,
  pinned: z.boolean(),
  progressBp: z.int(),
  state: z.enum(taskStates),
  /** The person may move and change it. */
  mayRevise: z.boolean(),
  /** The person may say how it goes: progress, state, description. */
  mayReport: z.boolean(),
});
export type PlanTask = z.infer<typeof planTaskSchema>;

/** A task starts after its predecessor has finished, `lagMonths` later. */
export const planLinkSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  predecessorId: idSchema,
  successorId: idSchema,
  lagMonths: z.int(),
});
export type PlanLink = z.infer<typeof planLinkSchema>;

export const planDeliverableSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  streamId: idSchema,
  taskId: idSchema.nullable(),
  number: z.int(),
  code: z.string(),
  title: z.string(),
  leadParticipantId: idSchema.nullable(),
  type: z.enum(deliverableTypes),
  dissemination: z.enum(disseminationLevels),
  dueMonth: monthSchema,
  state: z.enum(deliverableStates).nullable(),
  submittedOn: z.string().nullable(),
  lateReason: z.string(),
  /** The person may change everything of it, accept and return it. */
  mayRevise: z.boolean(),
  /** The person may draft and submit it. */
  maySubmit: z.boolean(),
});
export type PlanDeliverable = z.infer<typeof planDeliverableSchema>;

export const planMilestoneSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  number: z.int(),
  title: z.string(),
  streamIds: z.array(idSchema),
  dueMonth: z.int(),
  reachedOn: z.string().nullable(),
  lateReason: z.string(),
});
export type PlanMilestone = z.infer<typeof planMilestoneSchema>;

export const planParticipantSchema = z.strictObject({
  id: idSchema,
  number: z.int(),
  organisationId: idSchema,
  name: z.string(),
});

export const projectPlanSchema = z.strictObject({
  projectId: idSchema,
  acronym: z.string(),
  startOn: z.string().nullable(),
  durationMonths: z.int().nullable(),
  streams: z.array(planStreamSchema),
  tasks: z.array(planTaskSchema),
  links: z.array(planLinkSchema),
  deliverables: z.array(planDeliverableSchema),
  milestones: z.array(planMilestoneSchema),
  participants: z.array(planParticipantSchema),
  may: z.strictObject({ plan: z.boolean() }),
});
export type ProjectPlan = z.infer<typeof projectPlanSchema>;

/** A new place for a task. */
export type TaskPlace = { id: string; startMonth: number; endMonth: number };
