import { z } from "zod";

import { idSchema } from "#shared/ids.ts";
import { daySchema } from "#shared/dates.ts";

import { auditKinds } from "./audit-words.ts";

export const listAuditSchema = z.strictObject({
  kind: z.enum(auditKinds).optional(),
  personId: idSchema.optional(),
  /** Only what happened on this day (UTC). */
  on: daySchema.optional(),
  page: z.int().min(1).max(10_000).default(1),
  pageSize: z.int().min(1).max(100).default(50),
});
export type ListAuditInput = z.infer<typeof listAuditSchema>;

/** One entry: who did what to the installation; nothing of what members share or confide. */
export const auditRowSchema = z.strictObject({
  seq: z.int(),
  at: z.int(),
  kind: z.enum(auditKinds),
  action: z.string(),
  actorName: z.string().nullable(),
  actingForName: z.string().nullable(),
  /** The account, organisation or project it was about, when it has a name here. */
  aboutName: z.string().nullable(),
  /** Of a denied call: what was called and how it was refused. */
  path: z.string().nullable(),
  appCode: z.string().nullable(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

export const auditListSchema = z.strictObject({
  rows: z.array(auditRowSchema),
  total: z.int(),
  /** Whom the list can be narrowed to: everybody an entry names as actor. */
  people: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});
export type AuditList = z.infer<typeof auditListSchema>;

const headSchema = z.strictObject({ seq: z.int().min(0), head: z.string().regex(/^([0-9a-f]{64})?$/) });

/** Where an earlier part of the walk ended; none: from the beginning. */
export const verifyHistorySchema = z.strictObject({ from: headSchema.nullable() });
export type VerifyHistoryInput = z.infer<typeof verifyHistorySchema>;

export const historyPartSchema = z.strictObject({
  /** The last change that was looked at, to go on from. */
  seq: z.int(),
  head: z.string(),
  /** How many there are. */
  total: z.int(),
  isDone: z.boolean(),
  flaw: z.strictObject({ seq: z.int(), kind: z.string() }).nullable(),
});
export type HistoryPart = z.infer<typeof historyPartSchema>;
