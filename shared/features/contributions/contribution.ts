import { z } from "zod";

import { monthSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { centsSchema, pmHundredthsSchema } from "../../money.ts";
import { nameSchema, proseSchema } from "../../text.ts";
import { confidentialities, contributionKinds, contributionStates, valueBases } from "./contribution-words.ts";
import { seenVersionSchema } from "../../versions.ts";

/** A quantity: a plain decimal with a dot, at most 12 digits before and 6 after it, without a sign. */
export const quantitySchema = z.string().regex(/^(0|[1-9]\d{0,11})(\.\d{1,6})?$/);

/** What is put on the table for a line; which of it a kind uses is decided by `termsFaults`. */
export const termsSchema = z.strictObject({
  effortPmHundredths: pmHundredthsSchema.nullable(),
  quantity: quantitySchema.nullable(),
  unit: nameSchema(40).nullable(),
  /** Null: not valued yet. */
  valueCents: centsSchema.nullable(),
  basis: z.enum(valueBases).nullable(),
  basisNote: proseSchema(2_000),
  fromMonth: monthSchema.nullable(),
  toMonth: monthSchema.nullable(),
});
export type Terms = z.infer<typeof termsSchema>;

/** Terms as they stand in the database; not narrowed again on the way out. */
export const standingTermsSchema = z.strictObject({
  effortPmHundredths: z.int().nullable(),
  quantity: z.string().nullable(),
  unit: z.string().nullable(),
  valueCents: z.int().nullable(),
  basis: z.enum(valueBases).nullable(),
  basisNote: z.string(),
  fromMonth: z.int().nullable(),
  toMonth: z.int().nullable(),
});

export const proposeContributionSchema = z.strictObject({
  projectId: idSchema,
  participantId: idSchema,
  /** Null: for the project as a whole. */
  streamId: idSchema.nullable(),
  kind: z.enum(contributionKinds),
  title: nameSchema(300),
  confidentiality: z.enum(confidentialities),
  terms: termsSchema,
});
export type ProposeContributionInput = z.infer<typeof proposeContributionSchema>;

export const reviseContributionSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: z.strictObject({ title: nameSchema(300), streamId: idSchema.nullable(), ...termsSchema.shape }).partial(),
});
export type ReviseContributionInput = z.infer<typeof reviseContributionSchema>;

export const counterContributionSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  terms: termsSchema,
  /** Why: the other side reads it beside the figures. */
  reason: proseSchema(4_000).refine((text) => text.trim() !== "", { message: "REQUIRED" }),
});
export type CounterContributionInput = z.infer<typeof counterContributionSchema>;

export const lineRefSchema = z.strictObject({ id: idSchema, version: seenVersionSchema });
export type LineRef = z.infer<typeof lineRefSchema>;

/** Lines of one project, each once. */
export const agreeManySchema = z.strictObject({
  projectId: idSchema,
  lines: z
    .array(lineRefSchema)
    .min(1)
    .max(200)
    .refine((lines) => new Set(lines.map(({ id }) => id)).size === lines.length, { message: "TWICE" }),
});
export type AgreeManyInput = z.infer<typeof agreeManySchema>;

export const setConfidentialitySchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  confidentiality: z.enum(confidentialities),
});
export type SetConfidentialityInput = z.infer<typeof setConfidentialitySchema>;

export const setConfidentialityManySchema = agreeManySchema.extend({ confidentiality: z.enum(confidentialities) });
export type SetConfidentialityManyInput = z.infer<typeof setConfidentialityManySchema>;

export const lineResultSchema = z.strictObject({ id: idSchema, version: z.int(), state: z.enum(contributionStates) });
export type LineResult = z.infer<typeof lineResultSchema>;

/** Outcome of one item of a bulk call; `appCode` null: done. */
export const itemResultSchema = z.strictObject({ id: idSchema, appCode: z.string().nullable() });
export const itemResultsSchema = z.strictObject({ results: z.array(itemResultSchema), done: z.int() });
export type ItemResults = z.infer<typeof itemResultsSchema>;
