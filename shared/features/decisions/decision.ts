import { z } from "zod";

import { instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { basisPointsSchema } from "../../money.ts";
import { nameSchema, proseSchema } from "../../text.ts";
import { seenVersionSchema, versionedSchema } from "../../versions.ts";
import { participantRoles } from "../participants/participant-words.ts";
import { decisionStates, voteChoices, voteMajorities, voteWeightings } from "./decision-words.ts";

const questionFields = {
  title: nameSchema(300),
  text: proseSchema(20_000),
  /** Votes are taken until then, by the server's clock. */
  closesAt: instantSchema.min(0).max(8_640_000_000_000_000),
  quorumBp: basisPointsSchema,
  majority: z.enum(voteMajorities),
  /** Basis points of yes among yes and no; only for an own majority, and more than half. */
  majorityBp: z.int().min(5_001).max(10_000).nullable(),
  weighting: z.enum(voteWeightings),
  voters: z
    .array(z.enum(participantRoles))
    .min(1)
    .max(participantRoles.length)
    .refine((roles) => new Set(roles).size === roles.length, { message: "TWICE" }),
};

export const createDecisionSchema = z.strictObject({ projectId: idSchema, ...questionFields });
export type CreateDecisionInput = z.infer<typeof createDecisionSchema>;

export const reviseDecisionSchema = z.strictObject({
  ...versionedSchema.shape,
  patch: z.strictObject(questionFields).partial(),
});
export type ReviseDecisionInput = z.infer<typeof reviseDecisionSchema>;

export const cancelDecisionSchema = z.strictObject({
  ...versionedSchema.shape,
  reason: proseSchema(4_000).refine((text) => text.trim() !== "", { message: "REQUIRED" }),
});
export type CancelDecisionInput = z.infer<typeof cancelDecisionSchema>;

export const castVoteSchema = z.strictObject({
  decisionId: idSchema,
  /** Of the own organisation's vote as the page showed it; null when there was none. */
  version: seenVersionSchema.nullable(),
  choice: z.enum(voteChoices),
  reason: proseSchema(4_000),
});
export type CastVoteInput = z.infer<typeof castVoteSchema>;

export const decisionResultSchema = z.strictObject({ id: idSchema, version: z.int(), state: z.enum(decisionStates) });
export type DecisionWritten = z.infer<typeof decisionResultSchema>;

/** `counted` is false when the deadline had passed: the decision is closed and the vote was not taken. */
export const voteResultSchema = z.strictObject({
  decisionId: idSchema,
  state: z.enum(decisionStates),
  counted: z.boolean(),
});
export type VoteWritten = z.infer<typeof voteResultSchema>;

export const decisionRowSchema = z.strictObject({
  id: idSchema,
  number: z.int(),
  title: z.string(),
  state: z.enum(decisionStates),
  weighting: z.enum(voteWeightings),
  closesAt: instantSchema,
  closedAt: instantSchema.nullable(),
  /** Null until it is closed. */
  accepted: z.boolean().nullable(),
  quorumReached: z.boolean().nullable(),
  /** How many organisations may vote, and how many of them have. */
  voters: z.int(),
  voted: z.int(),
  /** Our vote is asked and not given. */
  ownVoteMissing: z.boolean(),
});
export type DecisionRow = z.infer<typeof decisionRowSchema>;

export const decisionListSchema = z.strictObject({
  rows: z.array(decisionRowSchema),
  may: z.strictObject({ create: z.boolean() }),
});
export type DecisionList = z.infer<typeof decisionListSchema>;

export const tallySchema = z.strictObject({ yes: z.int(), no: z.int(), abstain: z.int(), absent: z.int() });

export const frozenResultSchema = z.strictObject({
  yesBp: z.int(),
  noBp: z.int(),
  abstainBp: z.int(),
  absentBp: z.int(),
  tally: tallySchema,
  quorumReached: z.boolean(),
  accepted: z.boolean(),
  leftIds: z.array(idSchema),
});

export const electorViewSchema = z.strictObject({
  organisationId: idSchema,
  name: z.string(),
  /** 1 where each has one vote, else basis points of all shares. */
  weight: z.int(),
  own: z.boolean(),
  /** Is a member no more, so that its vote does not count. */
  left: z.boolean(),
  votedAt: instantSchema.nullable(),
  /** How it voted; null while the decision is open, to everybody but itself. */
  choice: z.enum(voteChoices).nullable(),
  reason: z.string(),
  byName: z.string().nullable(),
});
export type ElectorView = z.infer<typeof electorViewSchema>;

export const decisionDetailSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  projectId: idSchema,
  number: z.int(),
  title: z.string(),
  text: z.string(),
  state: z.enum(decisionStates),
  weighting: z.enum(voteWeightings),
  voters: z.array(z.enum(participantRoles)),
  quorumBp: z.int(),
  majority: z.enum(voteMajorities),
  majorityBp: z.int().nullable(),
  closesAt: instantSchema,
  openedAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
  /** Why it was cancelled. */
  reason: z.string(),
  byName: z.string().nullable(),
  electors: z.array(electorViewSchema),
  /** Basis points of the electorate that have voted so far; how they voted is not in it. */
  castBp: z.int(),
  result: frozenResultSchema.nullable(),
  ownVote: z.strictObject({ version: z.int(), choice: z.enum(voteChoices), reason: z.string() }).nullable(),
  may: z.strictObject({
    revise: z.boolean(),
    open: z.boolean(),
    cancel: z.boolean(),
    close: z.boolean(),
    vote: z.boolean(),
  }),
});
export type DecisionDetail = z.infer<typeof decisionDetailSchema>;
