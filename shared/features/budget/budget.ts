import { z } from "zod";

import { monthSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { basisPointsSchema, centsSchema, MAX_CENTS } from "../../money.ts";
import { nameSchema, proseSchema } from "../../text.ts";
import { seenVersionSchema } from "../../versions.ts";
import { contributionKinds } from "../contributions/contribution-words.ts";
import { participantRoles } from "../participants/participant-words.ts";
import { ruleBooks } from "../projects/project-words.ts";
import { enteredCategories } from "./budget-words.ts";
import { productOf } from "./figure.ts";

export const horizonActions = ["RIA", "CSA", "IA"] as const;
const rate = basisPointsSchema.optional();

/** Flat rates in basis points; absent ones are not used. */
export const flatRatesSchema = z.strictObject({ officeBp: rate, travelBp: rate, staffBp: rate, otherBp: rate });

const fundSchema = z.strictObject({ name: nameSchema(100), rateBp: basisPointsSchema });

const unitsSchema = z.string().regex(/^\d{1,6}(\.\d{1,4})?$/);
const lineFields = {
  streamId: idSchema.nullable(),
  category: z.enum(enteredCategories),
  title: nameSchema(300),
  units: unitsSchema,
  unit: nameSchema(40, 0),
  unitPriceCents: centsSchema,
  fromMonth: monthSchema.nullable(),
  toMonth: monthSchema.nullable(),
  note: proseSchema(2_000),
};

/** Whether units × price stays within the largest amount a field takes. */
export function isPayable({ units, unitPriceCents }: { units: string; unitPriceCents: number }): boolean {
  try {
    return productOf("total", units, unitPriceCents, "half-up").cents <= MAX_CENTS;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export const showBudgetSchema = z.strictObject({ projectId: idSchema });

export const saveSettingsSchema = z.strictObject({
  projectId: idSchema,
  /** 0: nothing was saved yet. */
  version: z.union([z.literal(0), seenVersionSchema]),
  patch: z
    .strictObject({
      action: z.enum(horizonActions).nullable(),
      flatRates: flatRatesSchema,
      funds: z.array(fundSchema).max(4),
    })
    .partial(),
});
export type SaveSettingsInput = z.infer<typeof saveSettingsSchema>;

export const saveTermsSchema = z.strictObject({
  participantId: idSchema,
  version: z.union([z.literal(0), seenVersionSchema]),
  patch: z
    .strictObject({
      requestedCents: centsSchema.nullable(),
      otherIncomeCents: centsSchema,
      flatRates: flatRatesSchema.nullable(),
    })
    .partial(),
});
export type SaveTermsInput = z.infer<typeof saveTermsSchema>;

export const addLineSchema = z.strictObject({
  participantId: idSchema,
  ...lineFields,
  streamId: lineFields.streamId.default(null),
  unit: lineFields.unit.default(""),
  fromMonth: lineFields.fromMonth.default(null),
  toMonth: lineFields.toMonth.default(null),
  note: lineFields.note.default(""),
});
export type AddLineInput = z.infer<typeof addLineSchema>;

export const reviseLineSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: z.strictObject(lineFields).partial(),
});
export type ReviseLineInput = z.infer<typeof reviseLineSchema>;

/** Null: as the kind of the contribution says. */
export const setCategorySchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  category: z.enum(enteredCategories).nullable(),
});
export type SetCategoryInput = z.infer<typeof setCategorySchema>;

/** An agreed contribution (with its kind), or a cost beside the ledger (kind null). */
export const budgetItemSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  kind: z.enum(contributionKinds).nullable(),
  participantId: idSchema,
  streamId: idSchema.nullable(),
  category: z.string().nullable(),
  title: z.string(),
  /** Agreed value of a contribution; null where none was agreed, and for costs, which are units × price. */
  cents: z.int().nullable(),
  units: z.string().nullable(),
  unit: z.string(),
  unitPriceCents: z.int().nullable(),
  fromMonth: z.int().nullable(),
  toMonth: z.int().nullable(),
  note: z.string(),
  mayEdit: z.boolean(),
});
export type BudgetItem = z.infer<typeof budgetItemSchema>;

export const budgetParticipantSchema = z.strictObject({
  id: idSchema,
  number: z.int(),
  name: z.string(),
  role: z.enum(participantRoles),
  /** Something of it is confidential to this reader: none of its figures can be told. */
  isHidden: z.boolean(),
  isNonProfit: z.boolean(),
  fundingRateBp: z.int().nullable(),
  requestedCents: z.int().nullable(),
  otherIncomeCents: z.int(),
  flatRates: flatRatesSchema.nullable(),
  /** 0 where no terms were saved. */
  termsVersion: z.int(),
  mayEdit: z.boolean(),
});
export type BudgetParticipant = z.infer<typeof budgetParticipantSchema>;

/** All a budget is computed from, as one reader may know it: the same function makes the figures here, there and in files. */
export const budgetPlanSchema = z.strictObject({
  currency: z.string(),
  ruleBook: z.enum(ruleBooks),
  durationMonths: z.int().nullable(),
  settings: z.strictObject({
    action: z.enum(horizonActions).nullable(),
    flatRates: flatRatesSchema,
    funds: z.array(z.strictObject({ name: z.string(), rateBp: z.int() })),
    version: z.int(),
  }),
  participants: z.array(budgetParticipantSchema),
  streams: z.array(z.strictObject({ id: idSchema, code: z.string(), title: z.string() })),
  periods: z.array(z.strictObject({ number: z.int(), startMonth: z.int(), endMonth: z.int() })),
  items: z.array(budgetItemSchema),
  /** Something of the project is confidential to this reader. */
  hasHidden: z.boolean(),
  mayPlan: z.boolean(),
});
export type BudgetPlan = z.infer<typeof budgetPlanSchema>;
