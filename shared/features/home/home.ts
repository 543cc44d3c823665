import { z } from "zod";

import { daySchema, instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { contributionKinds } from "../contributions/contribution-words.ts";
import { checklistSteps } from "./checklist-words.ts";
import { projectRowSchema } from "../projects/project-list.ts";

const projectRefSchema = z.strictObject({ projectId: idSchema, acronym: z.string() });

/** Reports of one period that our organisation still has to write or hand in. */
export const toReportSchema = projectRefSchema.extend({
  periodId: idSchema,
  periodNumber: z.int(),
  dueOn: daySchema,
  /** Days until it is due; negative when it is late. */
  daysLeft: z.int(),
  missing: z.int(),
  drafts: z.int(),
  returned: z.int(),
  /** Lines that are reported in this period. */
  lines: z.int(),
});
export type ToReport = z.infer<typeof toReportSchema>;

export const returnedReportSchema = projectRefSchema.extend({
  id: idSchema,
  title: z.string(),
  periodId: idSchema,
  periodNumber: z.int(),
  note: z.string(),
  reviewedAt: instantSchema.nullable(),
});

/** An offer of the coordinator that waits for our answer. */
export const openOfferSchema = projectRefSchema.extend({
  id: idSchema,
  title: z.string(),
  kind: z.enum(contributionKinds),
  currency: z.string(),
  valueCents: z.int().nullable(),
  effortPmHundredths: z.int().nullable(),
  reason: z.string(),
  at: instantSchema,
});

/** What we promised to a stream in which others work too. */
export const promiseSchema = projectRefSchema.extend({
  id: idSchema,
  title: z.string(),
  streamCode: z.string(),
  streamTitle: z.string(),
  /** Last day of the line; null while the project has no start or the line no months. */
  endsOn: daySchema.nullable(),
  /** Other members with an agreed line in the same stream. */
  others: z.int(),
});

export const ownPartSchema = z.strictObject({
  toReport: z.array(toReportSchema),
  returned: z.array(returnedReportSchema),
  offers: z.array(openOfferSchema),
  /** Own proposals the coordinator has not answered yet. */
  proposed: z.int(),
  /** Open votes in which ours is missing. */
  votes: z.array(projectRefSchema.extend({ id: idSchema, title: z.string(), closesAt: instantSchema })),
  invitations: z.array(projectRefSchema.extend({ title: z.string() })),
  promises: z.array(promiseSchema),
});
export type OwnPart = z.infer<typeof ownPartSchema>;

export const portfolioRowSchema = projectRowSchema.extend({
  /** Reports and proposals that wait for the coordinator's answer; null outside the coordinating organisation. */
  toReview: z.int().nullable(),
  toAgree: z.int().nullable(),
  /** Titles of the streams at risk. */
  streamsAtRisk: z.array(z.string()),
});
export type PortfolioRow = z.infer<typeof portfolioRowSchema>;

export const homeSchema = z.strictObject({
  organisationId: idSchema.nullable(),
  organisationName: z.string().nullable(),
  /** Null when the acting organisation takes part in nothing. */
  ownPart: ownPartSchema.nullable(),
  /** Null unless the acting organisation is a cluster or association or coordinates a project. */
  portfolio: z.strictObject({ rows: z.array(portfolioRowSchema), total: z.int() }).nullable(),
  /** First steps of the acting organisation that are done. */
  done: z.array(z.enum(checklistSteps)),
  mayCreateProject: z.boolean(),
});
export type Home = z.infer<typeof homeSchema>;
