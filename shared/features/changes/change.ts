import { z } from "zod";

import { idSchema } from "#shared/ids.ts";

import { entityNames } from "./change-words.ts";

/** A live event: that something changed, never what. The page reads again what it shows, with its own rights. */
export const changeEventSchema = z.strictObject({
  seq: z.int(),
  projectId: z.string().nullable(),
  organisationId: z.string().nullable(),
  entity: z.enum(entityNames),
  entityId: z.string(),
  action: z.string(),
});
export type ChangeEvent = z.infer<typeof changeEventSchema>;

export const followChangesSchema = z.strictObject({
  /** The last event the page has seen, as the browser sends it back after a break. */
  lastEventId: z
    .string()
    .regex(/^\d{1,15}$/)
    .nullish(),
  /** Names the browser tab, for what concerns the page it shows. */
  tab: idSchema.optional(),
});

export const listChangesSchema = z.strictObject({
  projectId: idSchema,
  entity: z.enum(entityNames).optional(),
  organisationId: idSchema.optional(),
  /** Only changes older than this `seq`: the key of the next page. */
  cursor: z.int().positive().nullish(),
  /** What an endless list of tRPC says with every page; history is read from new to old only. */
  direction: z.literal("forward").optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListChangesInput = z.infer<typeof listChangesSchema>;

/** One change as history shows it; `fields` holds name → [before, after], identifiers are explained in `labels`. */
export const changeRowSchema = z.strictObject({
  seq: z.int(),
  at: z.int(),
  groupId: z.string(),
  entity: z.enum(entityNames),
  entityId: z.string(),
  action: z.string(),
  /** What the changed record is called, when it still has or had a name. */
  title: z.string().nullable(),
  actorName: z.string().nullable(),
  actingForId: z.string().nullable(),
  actingForName: z.string().nullable(),
  fields: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  /** The act was taken back. */
  isUndone: z.boolean(),
  /** It is the reader's own act and nothing stands in the way of taking it back. */
  mayUndo: z.boolean(),
});
export type ChangeRow = z.infer<typeof changeRowSchema>;

export const changeListSchema = z.strictObject({
  rows: z.array(changeRowSchema),
  /** Names of participants, streams and organisations that occur in `fields`, by id. */
  labels: z.record(z.string(), z.string()),
  nextBeforeSeq: z.int().nullable(),
});
export type ChangeList = z.infer<typeof changeListSchema>;
