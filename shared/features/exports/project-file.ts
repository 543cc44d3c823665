import { z } from "zod";

import { daySchema, instantSchema, monthSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { basisPointsSchema, centsSchema, pmHundredthsSchema } from "../../money.ts";
import { nameSchema, proseSchema } from "../../text.ts";
import { amendmentKinds, amendmentStates } from "../contributions/amendment-words.ts";
import {
  confidentialities,
  contributionKinds,
  contributionStates,
  offerSides,
  valueBases,
} from "../contributions/contribution-words.ts";
import { activityTypes, organisationKinds, organisationSizes } from "../organisations/organisation-words.ts";
import { participantRoles, participantStates } from "../participants/participant-words.ts";
import { projectStatuses, projectVisibilities, ruleBooks } from "../projects/project-words.ts";
import { updateStates } from "../reporting/update-words.ts";
import { streamColours, streamKinds, streamPatterns, streamStates } from "../streams/stream-words.ts";
import { audiences } from "./export-words.ts";
import { planFileSchemas } from "./project-file-plan.ts";

/** Name and version of the interchange format; a change of meaning gets a new number. */
export const projectFileFormat = "consortia-project/1";

const name = (max: number) => nameSchema(max).nullable();
const decimal = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,10})?$/)
  .nullable();
const level = z.int().min(1).max(9).nullable();
const number = z.int().min(1).max(9_999);

const organisationSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(organisationKinds),
  activityType: z.enum(activityTypes).nullable(),
  size: z.enum(organisationSizes).nullable(),
  name: nameSchema(500),
  shortName: name(200),
  nativeName: name(500),
  nativeLanguage: name(35),
  country: name(2),
  countryImported: name(10),
  region: name(20),
  city: name(200),
  address: name(500),
  website: name(500),
  vatNumber: name(60),
  pic: name(30),
  registrationNumber: name(100),
  /** Where the record came from and its number there, so that it is known again. */
  source: name(100),
  externalId: name(200),
});

const projectSchema = z.strictObject({
  id: idSchema,
  acronym: nameSchema(200),
  title: nameSchema(1_000),
  summary: proseSchema(20_000),
  objectives: proseSchema(50_000),
  keywords: z.array(nameSchema(200)).max(200),
  status: z.enum(projectStatuses),
  clusterId: idSchema.nullable(),
  startOn: daySchema.nullable(),
  durationMonths: monthSchema.nullable(),
  periodMonths: monthSchema,
  currency: z.string().regex(/^[A-Z]{3}$/),
  ruleBook: z.enum(ruleBooks),
  visibility: z.enum(projectVisibilities),
  goals: z.array(z.int().min(1).max(17)).max(17),
  place: name(500),
  sample: z.boolean(),
  source: name(100),
  externalId: name(200),
  callTopic: name(500),
  fundingScheme: name(200),
  totalCostCents: z.int().nullable(),
  maxGrantCents: z.int().nullable(),
});

const participantSchema = z.strictObject({
  id: idSchema,
  organisationId: idSchema,
  number,
  role: z.enum(participantRoles),
  state: z.enum(participantStates),
  joinedOn: daySchema.nullable(),
  leftOn: daySchema.nullable(),
  contact: nameSchema(500, 0),
  roleText: proseSchema(4_000),
  fundingRateBp: basisPointsSchema.nullable(),
  grantCents: z.int().nullable(),
  netGrantCents: z.int().nullable(),
  totalCostCents: z.int().nullable(),
  sourceNumber: z.int().nullable(),
});

const streamSchema = z.strictObject({
  id: idSchema,
  number,
  code: nameSchema(40),
  title: nameSchema(500),
  kind: z.enum(streamKinds),
  description: proseSchema(20_000),
  leadParticipantId: idSchema.nullable(),
  startMonth: monthSchema.nullable(),
  endMonth: monthSchema.nullable(),
  trlStart: level,
  trlNow: level,
  trlTarget: level,
  colour: z.enum(streamColours),
  pattern: z.enum(streamPatterns),
  state: z.enum(streamStates),
});

const milestoneSchema = z.strictObject({
  id: idSchema,
  number,
  title: nameSchema(500),
  streamIds: z.array(idSchema).max(200),
  dueMonth: monthSchema,
  verification: proseSchema(4_000),
  reachedOn: daySchema.nullable(),
  /** Present where one was given. */
  lateReason: proseSchema(4_000).pipe(z.string().min(1)).optional(),
});

const termsFields = {
  effortPmHundredths: pmHundredthsSchema.nullable(),
  quantity: decimal,
  unit: name(60),
  valueCents: centsSchema.nullable(),
  basis: z.enum(valueBases).nullable(),
  basisNote: proseSchema(4_000),
  fromMonth: monthSchema.nullable(),
  toMonth: monthSchema.nullable(),
};

const offerSchema = z.strictObject({
  id: idSchema,
  number,
  side: z.enum(offerSides),
  ...termsFields,
  reason: proseSchema(4_000),
  /** Who made it is kept as an organisation only; people stay in their installation. */
  byOrganisationId: idSchema.nullable(),
  at: instantSchema,
});

const amendmentSchema = z.strictObject({
  id: idSchema,
  number,
  side: z.enum(offerSides),
  kind: z.enum(amendmentKinds),
  ...termsFields,
  reason: proseSchema(4_000),
  state: z.enum(amendmentStates),
  answer: proseSchema(4_000),
  byOrganisationId: idSchema.nullable(),
  at: instantSchema,
  answeredAt: instantSchema.nullable(),
});

const contributionSchema = z.strictObject({
  id: idSchema,
  participantId: idSchema,
  streamId: idSchema.nullable(),
  kind: z.enum(contributionKinds),
  title: nameSchema(500),
  ...termsFields,
  confidentiality: z.enum(confidentialities),
  state: z.enum(contributionStates),
  agreedAt: instantSchema.nullable(),
  offers: z.array(offerSchema).max(1_000),
  /** Proposed changes of the agreed line, where there are any; at most one of them open. Absent from older files. */
  amendments: z
    .array(amendmentSchema)
    .min(1)
    .max(1_000)
    .refine((rows) => rows.filter(({ state }) => state === "open").length <= 1, { message: "TWICE" })
    .optional(),
});

const periodSchema = z.strictObject({
  id: idSchema,
  number,
  startMonth: monthSchema,
  endMonth: monthSchema,
  dueOn: daySchema,
  lockedAt: instantSchema.nullable(),
});

const updateSchema = z.strictObject({
  id: idSchema,
  contributionId: idSchema,
  periodId: idSchema,
  participantId: idSchema,
  state: z.enum(updateStates),
  deliveredPmHundredths: pmHundredthsSchema.nullable(),
  deliveredQuantity: decimal,
  deliveredCents: centsSchema.nullable(),
  remainingPmHundredths: pmHundredthsSchema.nullable(),
  remainingQuantity: decimal,
  remainingCents: centsSchema.nullable(),
  progressBp: basisPointsSchema.nullable(),
  text: proseSchema(20_000),
  /** Files written before it was asked for do without. */
  lateReason: proseSchema(2_000).default(""),
  reviewNote: proseSchema(10_000),
  submittedAt: instantSchema.nullable(),
  reviewedAt: instantSchema.nullable(),
});

/**
 * A project as a file: everything its audience may see, with identifiers, so that importing it gives the same project
 * again. Lists are in the order of their numbers, else of their identifiers.
 */
export const projectFileSchema = z.strictObject({
  format: z.literal(projectFileFormat),
  audience: z.enum(audiences),
  generatedAt: instantSchema,
  project: projectSchema,
  organisations: z.array(organisationSchema).max(5_000),
  participants: z.array(participantSchema).max(5_000),
  streams: z.array(streamSchema).max(1_000),
  ...planFileSchemas,
  milestones: z.array(milestoneSchema).max(5_000),
  periods: z.array(periodSchema).max(1_000),
  contributions: z.array(contributionSchema).max(20_000),
  updates: z.array(updateSchema).max(200_000),
});
export type ProjectFile = z.infer<typeof projectFileSchema>;
