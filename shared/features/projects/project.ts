import { z } from "zod";

import { daySchema, instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { nameSchema, proseSchema } from "../../text.ts";
import { projectStatuses, projectVisibilities, ruleBooks } from "./project-words.ts";
import { seenVersionSchema } from "../../versions.ts";

export const durationSchema = z.int().min(1).max(999);
export const periodMonthsSchema = z.int().min(1).max(60);

/** ISO 4217 code in capitals. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, { message: "NOT_VALID" });

const factFields = {
  acronym: nameSchema(40),
  title: nameSchema(300),
  summary: proseSchema(10_000),
  objectives: proseSchema(10_000),
  keywords: z.array(nameSchema(60)).max(30),
  place: nameSchema(200).nullable(),
  /** Sustainable Development Goals. */
  goals: z.array(z.int().min(1).max(17)).max(17),
  visibility: z.enum(projectVisibilities),
  startOn: daySchema.nullable(),
  durationMonths: durationSchema.nullable(),
  periodMonths: periodMonthsSchema,
  currency: currencySchema,
  ruleBook: z.enum(ruleBooks),
  callTopic: nameSchema(200).nullable(),
  fundingScheme: nameSchema(100).nullable(),
};

export const reviseProjectSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: z.strictObject(factFields).partial(),
});
export type ReviseProjectInput = z.infer<typeof reviseProjectSchema>;

export const createProjectSchema = z.strictObject({
  acronym: factFields.acronym,
  title: factFields.title,
  clusterId: idSchema.nullable().default(null),
  startOn: daySchema.nullable().default(null),
  durationMonths: durationSchema.nullable().default(null),
  periodMonths: periodMonthsSchema.default(6),
  currency: currencySchema.default("EUR"),
  ruleBook: z.enum(ruleBooks).default("cluster-agreement"),
  visibility: z.enum(projectVisibilities).default("consortium"),
  /** Absent: the acting organisation. */
  coordinatorId: idSchema.optional(),
  /** A readable project whose streams are copied, without leads. */
  templateId: idSchema.optional(),
});
export type CreateProjectInput = z.infer<typeof createProjectSchema>;

export const changeStatusSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  status: z.enum(projectStatuses),
});
export type ChangeStatusInput = z.infer<typeof changeStatusSchema>;

export const projectInputSchema = z.strictObject({ projectId: idSchema });

export const organisationNameSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  shortName: z.string().nullable(),
  country: z.string().nullable(),
});

/** What a person may do with a project as a whole. */
export const projectMaySchema = z.strictObject({
  revise: z.boolean(),
  changePlan: z.boolean(),
  planParticipants: z.boolean(),
  planStreams: z.boolean(),
  planMilestones: z.boolean(),
  remove: z.boolean(),
  seeConsortium: z.boolean(),
  statuses: z.array(z.enum(projectStatuses)),
});

/** The facts of one project; texts as written. */
export const projectFactsSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  acronym: z.string(),
  title: z.string(),
  summary: z.string(),
  objectives: z.string(),
  keywords: z.array(z.string()),
  place: z.string().nullable(),
  goals: z.array(z.int()),
  status: z.enum(projectStatuses),
  visibility: z.enum(projectVisibilities),
  startOn: daySchema.nullable(),
  durationMonths: z.int().nullable(),
  periodMonths: z.int(),
  currency: z.string(),
  ruleBook: z.enum(ruleBooks),
  callTopic: z.string().nullable(),
  fundingScheme: z.string().nullable(),
  /** As the funder's record states them; null is none stated. */
  // As the funder's record states them: partnerships cost more than what a field takes.
  totalCostCents: z.int().nullable(),
  maxGrantCents: z.int().nullable(),
  sample: z.boolean(),
  source: z.string().nullable(),
  externalId: z.string().nullable(),
  updatedAt: instantSchema,
});
export type ProjectFacts = z.infer<typeof projectFactsSchema>;

export const projectDetailSchema = projectFactsSchema.extend({
  cluster: organisationNameSchema.nullable(),
  coordinator: organisationNameSchema.nullable(),
  relation: z.enum(["coordinator", "participant", "invited", "cluster", "reader"]),
  participantIds: z.array(idSchema),
  may: projectMaySchema,
});
export type ProjectDetail = z.infer<typeof projectDetailSchema>;
