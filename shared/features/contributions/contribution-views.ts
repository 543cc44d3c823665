import { z } from "zod";

import { instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { nameSchema } from "../../text.ts";
import { updateStates } from "../reporting/update-words.ts";
import { streamColours, streamPatterns } from "../streams/stream-words.ts";
import { amendmentKinds } from "./amendment-words.ts";
import { amendmentViewSchema, openAmendmentSchema } from "./amendment.ts";
import { standingTermsSchema } from "./contribution.ts";
import { contributionSorts } from "./contribution-sorts.ts";
import { confidentialities, contributionKinds, contributionStates, offerSides } from "./contribution-words.ts";

export const listContributionsSchema = z.strictObject({
  projectId: idSchema,
  search: nameSchema(200, 0).default(""),
  participantId: idSchema.optional(),
  /** `none`: lines for the project as a whole. */
  streamId: z.union([idSchema, z.literal("none")]).optional(),
  kind: z.enum(contributionKinds).optional(),
  state: z.enum(contributionStates).optional(),
  confidentiality: z.enum(confidentialities).optional(),
  /** Only lines of which a change is proposed and not answered. */
  amended: z.boolean().default(false),
  sort: z.enum(contributionSorts).default("member"),
  descending: z.boolean().default(false),
  page: z.int().min(1).max(10_000).default(1),
  pageSize: z.int().min(1).max(100).default(50),
});
export type ListContributionsInput = z.infer<typeof listContributionsSchema>;

const lineSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  participantId: idSchema,
  memberName: z.string(),
  streamId: idSchema.nullable(),
  streamCode: z.string().nullable(),
  streamTitle: z.string().nullable(),
  streamColour: z.enum(streamColours).nullable(),
  streamPattern: z.enum(streamPatterns).nullable(),
  kind: z.enum(contributionKinds),
  title: z.string(),
  ...standingTermsSchema.shape,
  confidentiality: z.enum(confidentialities),
  state: z.enum(contributionStates),
  updatedAt: instantSchema,
  /** Sums of the accepted updates. */
  deliveredCents: z.int(),
  deliveredPmHundredths: z.int(),
});

export const contributionRowSchema = lineSchema.extend({
  /** The line is ours. */
  own: z.boolean(),
  /** It waits for an answer that this person may give. */
  mayAgree: z.boolean(),
  mayWithdraw: z.boolean(),
  maySetConfidentiality: z.boolean(),
  /** A change of it can be proposed. */
  mayAmend: z.boolean(),
  /** The change of it that is proposed and not answered yet. */
  amendment: z
    .strictObject({
      id: idSchema,
      version: z.int(),
      side: z.enum(offerSides),
      kind: z.enum(amendmentKinds),
      mayAnswer: z.boolean(),
    })
    .nullable(),
});
export type ContributionRow = z.infer<typeof contributionRowSchema>;

/** Exact sums over all lines of the filter that this person sees, by state; nothing of the others is in them. */
export const stateTotalSchema = z.strictObject({
  state: z.enum(contributionStates),
  lines: z.int(),
  valueCents: z.int(),
  effortPmHundredths: z.int(),
  /** Lines without a value; their blank is none, not zero. */
  unvalued: z.int(),
});
export type StateTotal = z.infer<typeof stateTotalSchema>;

export const contributionListSchema = z.strictObject({
  rows: z.array(contributionRowSchema),
  total: z.int(),
  totals: z.array(stateTotalSchema),
  currency: z.string(),
  /** Proposes the same percentage change for many lines: the coordinator. */
  mayScale: z.boolean(),
});
export type ContributionList = z.infer<typeof contributionListSchema>;

/** What filters and forms of the ledger choose from. */
export const contributionOptionsSchema = z.strictObject({
  members: z.array(z.strictObject({ id: idSchema, name: z.string(), own: z.boolean(), mayPropose: z.boolean() })),
  streams: z.array(z.strictObject({ id: idSchema, code: z.string(), title: z.string() })),
  currency: z.string(),
  durationMonths: z.int().nullable(),
});
export type ContributionOptions = z.infer<typeof contributionOptionsSchema>;

export const offerViewSchema = z.strictObject({
  id: idSchema,
  number: z.int(),
  side: z.enum(offerSides),
  ...standingTermsSchema.shape,
  reason: z.string(),
  byName: z.string().nullable(),
  byOrganisationName: z.string().nullable(),
  at: instantSchema,
});
export type OfferView = z.infer<typeof offerViewSchema>;

export const lineUpdateViewSchema = z.strictObject({
  id: idSchema,
  periodNumber: z.int(),
  state: z.enum(updateStates),
  deliveredCents: z.int().nullable(),
  deliveredPmHundredths: z.int().nullable(),
  deliveredQuantity: z.string().nullable(),
  remainingCents: z.int().nullable(),
  remainingPmHundredths: z.int().nullable(),
  progressBp: z.int().nullable(),
  text: z.string(),
});

export const contributionDetailSchema = lineSchema.extend({
  projectId: idSchema,
  currency: z.string(),
  durationMonths: z.int().nullable(),
  agreedAt: instantSchema.nullable(),
  agreedByName: z.string().nullable(),
  own: z.boolean(),
  offers: z.array(offerViewSchema),
  /** Every proposed change of the agreed line, in order. */
  amendments: z.array(amendmentViewSchema),
  openAmendment: openAmendmentSchema.nullable(),
  updates: z.array(lineUpdateViewSchema),
  may: z.strictObject({
    revise: z.boolean(),
    agree: z.boolean(),
    counter: z.boolean(),
    withdraw: z.boolean(),
    setConfidentiality: z.boolean(),
    amend: z.boolean(),
  }),
  /** Acts for both sides: what it proposes is agreed at once. */
  bothSides: z.boolean(),
});
export type ContributionDetail = z.infer<typeof contributionDetailSchema>;
