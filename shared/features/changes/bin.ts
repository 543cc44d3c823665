import { z } from "zod";

import { idSchema } from "#shared/ids.ts";

import { entityNames } from "./change-words.ts";

export const projectBinSchema = z.strictObject({ projectId: idSchema });

/** Which removal: its number in the history. */
export const restoreSchema = z.strictObject({ seq: z.int().positive() });
export type RestoreInput = z.infer<typeof restoreSchema>;

/** Something that was removed and can still come back. */
export const binRowSchema = z.strictObject({
  seq: z.int(),
  entity: z.enum(entityNames),
  entityId: z.string(),
  title: z.string().nullable(),
  removedAt: z.int(),
  removedByName: z.string().nullable(),
  /** Whole days until it is no longer offered, at least 1. */
  daysLeft: z.int(),
  /** How many other records come back with it. */
  withIt: z.int(),
});
export type BinRow = z.infer<typeof binRowSchema>;

export const binSchema = z.strictObject({ rows: z.array(binRowSchema) });
export type Bin = z.infer<typeof binSchema>;
