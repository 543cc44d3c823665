import { z } from "zod";

import { instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { proseSchema } from "../../text.ts";
import { seenVersionSchema, versionedSchema } from "../../versions.ts";
import { amendmentKinds, amendmentStates } from "./amendment-words.ts";
import { lineRefSchema, standingTermsSchema, termsSchema } from "./contribution.ts";
import { offerSides } from "./contribution-words.ts";

/** Why: the other side reads it, and the history keeps it; never blank. */
const reasonSchema = proseSchema(4_000).refine((text) => text.trim() !== "", { message: "REQUIRED" });

/** Null instead of terms: the line shall be taken back. */
const wishedTermsSchema = termsSchema.nullable();

const refsSchema = z
  .array(lineRefSchema)
  .min(1)
  .max(200)
  .refine((refs) => new Set(refs.map(({ id }) => id)).size === refs.length, { message: "TWICE" });

export const proposeAmendmentSchema = z.strictObject({
  contributionId: idSchema,
  /** Of the line. */
  version: seenVersionSchema,
  terms: wishedTermsSchema,
  reason: reasonSchema,
});
export type ProposeAmendmentInput = z.infer<typeof proposeAmendmentSchema>;

export const counterAmendmentSchema = z.strictObject({
  ...versionedSchema.shape,
  terms: wishedTermsSchema,
  reason: reasonSchema,
});
export type CounterAmendmentInput = z.infer<typeof counterAmendmentSchema>;

export const declineAmendmentSchema = z.strictObject({ ...versionedSchema.shape, reason: reasonSchema });
export type DeclineAmendmentInput = z.infer<typeof declineAmendmentSchema>;

export const agreeManyAmendmentsSchema = z.strictObject({ projectId: idSchema, amendments: refsSchema });
export type AgreeManyAmendmentsInput = z.infer<typeof agreeManyAmendmentsSchema>;

export const declineManyAmendmentsSchema = agreeManyAmendmentsSchema.extend({ reason: reasonSchema });
export type DeclineManyAmendmentsInput = z.infer<typeof declineManyAmendmentsSchema>;

/** The same change of value and effort for many agreed lines, in basis points: -500 takes 5 % off. */
export const changeBpSchema = z
  .int()
  .min(-9_999)
  .max(10_000)
  .refine((changeBp) => changeBp !== 0, { message: "NOTHING_CHANGED" });

export const proposeManyAmendmentsSchema = z.strictObject({
  projectId: idSchema,
  lines: refsSchema,
  changeBp: changeBpSchema,
  reason: reasonSchema,
});
export type ProposeManyAmendmentsInput = z.infer<typeof proposeManyAmendmentsSchema>;

export const amendmentResultSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  state: z.enum(amendmentStates),
  contributionId: idSchema,
});
export type AmendmentResult = z.infer<typeof amendmentResultSchema>;

export const amendmentViewSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  number: z.int(),
  side: z.enum(offerSides),
  kind: z.enum(amendmentKinds),
  ...standingTermsSchema.shape,
  reason: z.string(),
  state: z.enum(amendmentStates),
  /** Why it was declined. */
  answer: z.string(),
  byName: z.string().nullable(),
  byOrganisationName: z.string().nullable(),
  at: instantSchema,
  answeredAt: instantSchema.nullable(),
  answeredByName: z.string().nullable(),
});
export type AmendmentView = z.infer<typeof amendmentViewSchema>;

/** One figure that would change; what is blank is null. */
export const termChangeSchema = z.strictObject({
  field: z.enum(["effortPmHundredths", "quantity", "unit", "valueCents", "basis", "basisNote", "fromMonth", "toMonth"]),
  before: z.union([z.string(), z.int()]).nullable(),
  after: z.union([z.string(), z.int()]).nullable(),
});
export type TermChange = z.infer<typeof termChangeSchema>;

export const openAmendmentSchema = amendmentViewSchema.extend({
  /** The agreed figures beside the proposed ones, field by field; only what differs. */
  comparison: z.array(termChangeSchema),
  /** What was accepted as delivered already and is more than the proposed figure. */
  belowDelivered: z.array(z.enum(["value", "effort"])),
  may: z.strictObject({ agree: z.boolean(), counter: z.boolean(), decline: z.boolean(), withdraw: z.boolean() }),
});
export type OpenAmendment = z.infer<typeof openAmendmentSchema>;
