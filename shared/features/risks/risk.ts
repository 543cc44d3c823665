import { z } from "zod";

import { idSchema } from "../../ids.ts";
import { nameSchema, proseSchema } from "../../text.ts";
import { seenVersionSchema } from "../../versions.ts";
import { riskLevels, riskStates } from "./risk-words.ts";

const fields = {
  title: nameSchema(300),
  description: proseSchema(4_000),
  likelihood: z.enum(riskLevels),
  severity: z.enum(riskLevels),
  streamIds: z.array(idSchema).max(200),
  ownerParticipantId: idSchema.nullable(),
  mitigation: proseSchema(4_000),
};

export const createRiskSchema = z.strictObject({
  projectId: idSchema,
  title: fields.title,
  description: fields.description.default(""),
  likelihood: fields.likelihood,
  severity: fields.severity,
  streamIds: fields.streamIds.default([]),
  ownerParticipantId: fields.ownerParticipantId.default(null),
  mitigation: fields.mitigation.default(""),
});
export type CreateRiskInput = z.infer<typeof createRiskSchema>;

export const reviseRiskSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: z.strictObject(fields).partial(),
});
export type ReviseRiskInput = z.infer<typeof reviseRiskSchema>;

/** Every risk of the project in its new order, each as the caller saw it. */
export const reorderRisksSchema = z.strictObject({
  projectId: idSchema,
  risks: z
    .array(z.strictObject({ id: idSchema, version: seenVersionSchema }))
    .min(1)
    .max(500),
});
export type ReorderRisksInput = z.infer<typeof reorderRisksSchema>;

/** How a risk stands in a period; `version` of the report as the caller saw it, null: there was none. */
export const reportRiskSchema = z.strictObject({
  id: idSchema,
  periodId: idSchema,
  version: seenVersionSchema.nullable(),
  state: z.enum(riskStates),
  likelihood: fields.likelihood,
  severity: fields.severity,
  note: proseSchema(2_000).default(""),
});
export type ReportRiskInput = z.infer<typeof reportRiskSchema>;

export const listRisksSchema = z.strictObject({ projectId: idSchema });
export type ListRisksInput = z.infer<typeof listRisksSchema>;

const reportSchema = z.strictObject({
  version: z.int(),
  periodId: idSchema,
  periodNumber: z.int(),
  state: z.enum(riskStates),
  likelihood: z.enum(riskLevels),
  severity: z.enum(riskLevels),
  note: z.string(),
});
export type RiskReportRow = z.infer<typeof reportSchema>;

export const riskRowSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  number: z.int(),
  title: z.string(),
  description: z.string(),
  likelihood: z.enum(riskLevels),
  severity: z.enum(riskLevels),
  streamIds: z.array(idSchema),
  ownerParticipantId: idSchema.nullable(),
  mitigation: z.string(),
  /** By period. */
  reports: z.array(reportSchema),
  /** As last reported, else as rated. */
  present: z.strictObject({
    likelihood: z.enum(riskLevels),
    severity: z.enum(riskLevels),
    state: z.enum(riskStates).nullable(),
  }),
  isHigh: z.boolean(),
  mayReport: z.boolean(),
});
export type RiskRow = z.infer<typeof riskRowSchema>;

export const riskListSchema = z.strictObject({
  rows: z.array(riskRowSchema),
  periods: z.array(z.strictObject({ id: idSchema, number: z.int(), locked: z.boolean() })),
  streams: z.array(z.strictObject({ id: idSchema, code: z.string(), title: z.string() })),
  participants: z.array(z.strictObject({ id: idSchema, number: z.int(), name: z.string() })),
  /** Risks are for the consortium. */
  mayRead: z.boolean(),
  mayPlan: z.boolean(),
});
export type RiskList = z.infer<typeof riskListSchema>;
