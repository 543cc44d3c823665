import { z } from "zod";

import { daySchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { projectBalanceSchema } from "../contributions/balance.ts";
import { milestoneRowSchema } from "../milestones/milestone.ts";
import { participantRoles, participantStates } from "../participants/participant-words.ts";
import { streamRowSchema } from "../streams/stream.ts";
import { projectDetailSchema } from "./project.ts";

export const overviewParticipantSchema = z.strictObject({
  id: idSchema,
  number: z.int(),
  organisationId: idSchema,
  name: z.string(),
  shortName: z.string().nullable(),
  country: z.string().nullable(),
  role: z.enum(participantRoles),
  state: z.enum(participantStates),
  isOwn: z.boolean(),
});
export type OverviewParticipant = z.infer<typeof overviewParticipantSchema>;

export const overviewPeriodSchema = z.strictObject({
  id: idSchema,
  number: z.int(),
  startMonth: z.int(),
  endMonth: z.int(),
  dueOn: daySchema,
  isLocked: z.boolean(),
});
export type OverviewPeriod = z.infer<typeof overviewPeriodSchema>;

/** What asks for somebody's attention, on lines this reader sees only. */
export const attentionSchema = z.strictObject({
  unvaluedLines: z.int(),
  /** Proposed lines that wait for the coordinator, countered ones that wait for their member. */
  proposedLines: z.int(),
  counteredLines: z.int(),
  /** Reports missing or returned in open periods whose day has passed. */
  lateReports: z.array(z.strictObject({ participantId: idSchema, periodId: idSchema, lines: z.int() })),
});
export type Attention = z.infer<typeof attentionSchema>;

/** One page a board would read, in one answer. */
export const projectOverviewSchema = z.strictObject({
  project: projectDetailSchema,
  participants: z.array(overviewParticipantSchema),
  streams: z.array(streamRowSchema),
  balance: projectBalanceSchema,
  /** Open ones, the next first. */
  milestones: z.array(milestoneRowSchema),
  milestonesReached: z.int(),
  periods: z.array(overviewPeriodSchema),
  /** Null outside the consortium. */
  attention: attentionSchema.nullable(),
  /** Changes of the last days that this reader may see; counted up to a limit. */
  changesLately: z.int(),
});
export type ProjectOverview = z.infer<typeof projectOverviewSchema>;
