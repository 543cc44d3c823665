import { z } from "zod";

import { daySchema, instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { nameSchema } from "../../text.ts";
import { participantRoles } from "../participants/participant-words.ts";
import { projectSorts, projectStatuses, projectVisibilities } from "./project-words.ts";

export const listProjectsSchema = z.strictObject({
  search: nameSchema(200, 0).default(""),
  status: z.array(z.enum(projectStatuses)).max(projectStatuses.length).default([]),
  clusterId: idSchema.optional(),
  /** Role the acting organisation has in it (invited or accepted); `none`: no part at all. */
  role: z.enum([...participantRoles, "none"]).optional(),
  /** ISO 3166-1 alpha-2 of an accepted or invited member. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  visibility: z.enum(projectVisibilities).optional(),
  sort: z.enum(projectSorts).default("acronym"),
  descending: z.boolean().default(false),
  page: z.int().min(1).max(10_000).default(1),
  pageSize: z.int().min(1).max(100).default(50),
});
export type ListProjectsInput = z.infer<typeof listProjectsSchema>;

export const projectRowSchema = z.strictObject({
  id: idSchema,
  acronym: z.string(),
  title: z.string(),
  status: z.enum(projectStatuses),
  visibility: z.enum(projectVisibilities),
  startOn: daySchema.nullable(),
  durationMonths: z.int().nullable(),
  currency: z.string(),
  sample: z.boolean(),
  updatedAt: instantSchema,
  clusterName: z.string().nullable(),
  coordinatorName: z.string().nullable(),
  /** Role of the acting organisation; null: takes no part. */
  role: z.enum(participantRoles).nullable(),
  /** The acting organisation is invited and has not answered. */
  isInvited: z.boolean(),
  /** Accepted members. */
  members: z.int(),
  streams: z.int(),
  /** Null: confidential (R-A12), never "none". */
  agreedCents: z.int().nullable(),
  deliveredCents: z.int().nullable(),
  /** The next day reports of an open period are due. */
  nextDueOn: daySchema.nullable(),
  /** Members with reports overdue on lines the reader sees; null: not told outside the consortium. */
  lateMembers: z.int().nullable(),
});
export type ProjectRow = z.infer<typeof projectRowSchema>;

export const projectListSchema = z.strictObject({ rows: z.array(projectRowSchema), total: z.int() });
export type ProjectList = z.infer<typeof projectListSchema>;
