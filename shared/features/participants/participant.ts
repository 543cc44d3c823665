import { z } from "zod";

import { daySchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { basisPointsSchema } from "../../money.ts";
import { nameSchema, proseSchema } from "../../text.ts";
import { memberRoles, participantRoles, participantStates } from "./participant-words.ts";
import { seenVersionSchema } from "../../versions.ts";

const memberRoleSchema = z.enum(memberRoles);

const fields = {
  role: memberRoleSchema,
  contact: nameSchema(300, 0),
  roleText: proseSchema(4_000),
  fundingRateBp: basisPointsSchema.nullable(),
  joinedOn: daySchema.nullable(),
  leftOn: daySchema.nullable(),
};

export const addParticipantSchema = z.strictObject({
  projectId: idSchema,
  organisationId: idSchema,
  role: memberRoleSchema,
  /** `accepted`: agreed on paper, recorded by the planner. */
  state: z.enum(["invited", "accepted"]).default("invited"),
  joinedOn: daySchema.nullable().default(null),
  contact: fields.contact.default(""),
  roleText: fields.roleText.default(""),
});
export type AddParticipantInput = z.infer<typeof addParticipantSchema>;

export const reviseParticipantSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: z.strictObject(fields).partial(),
});
export type ReviseParticipantInput = z.infer<typeof reviseParticipantSchema>;

/** What a member keeps current itself. */
export const describeParticipantSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: z.strictObject({ contact: fields.contact, roleText: fields.roleText }).partial(),
});
export type DescribeParticipantInput = z.infer<typeof describeParticipantSchema>;

export const answerInvitationSchema = z.strictObject({ id: idSchema, version: seenVersionSchema, accept: z.boolean() });
export type AnswerInvitationInput = z.infer<typeof answerInvitationSchema>;

export const withdrawParticipantSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  /** Absent: today. */
  leftOn: daySchema.optional(),
});
export type WithdrawParticipantInput = z.infer<typeof withdrawParticipantSchema>;

/** Hands the coordination from one row to another; both must be as the caller saw them. */
export const makeCoordinatorSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  coordinatorId: idSchema,
  coordinatorVersion: seenVersionSchema,
  /** What the coordinator is from now on. */
  formerRole: memberRoleSchema.default("beneficiary"),
});
export type MakeCoordinatorInput = z.infer<typeof makeCoordinatorSchema>;

export const listParticipantsSchema = z.strictObject({
  projectId: idSchema,
  search: nameSchema(200, 0).default(""),
  role: z.enum(participantRoles).optional(),
  state: z.enum(participantStates).optional(),
  sort: z.enum(["number", "name", "country", "role", "state", "joined"]).default("number"),
  descending: z.boolean().default(false),
});
export type ListParticipantsInput = z.infer<typeof listParticipantsSchema>;

export const participantMaySchema = z.strictObject({
  revise: z.boolean(),
  describe: z.boolean(),
  answer: z.boolean(),
  inviteAgain: z.boolean(),
  withdraw: z.boolean(),
  remove: z.boolean(),
  makeCoordinator: z.boolean(),
  /** Look at the project as this member sees it. */
  viewAs: z.boolean(),
});

export const participantRowSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  number: z.int(),
  organisationId: idSchema,
  organisationName: z.string(),
  shortName: z.string().nullable(),
  kind: z.string(),
  size: z.string().nullable(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  role: z.enum(participantRoles),
  state: z.enum(participantStates),
  joinedOn: daySchema.nullable(),
  leftOn: daySchema.nullable(),
  /** Contact, rate and grant are the consortium's own; null for readers outside of it. */
  contact: z.string().nullable(),
  roleText: z.string(),
  fundingRateBp: z.int().nullable(),
  grantCents: z.int().nullable(),
  netGrantCents: z.int().nullable(),
  /** Streams it leads, by code. */
  leads: z.array(z.strictObject({ id: idSchema, code: z.string() })),
  isOwn: z.boolean(),
  may: participantMaySchema,
});
export type ParticipantRow = z.infer<typeof participantRowSchema>;

export const participantListSchema = z.strictObject({
  rows: z.array(participantRowSchema),
  total: z.int(),
  mayAdd: z.boolean(),
});
export type ParticipantList = z.infer<typeof participantListSchema>;
