import { z } from "zod";

import { idSchema } from "#shared/ids.ts";

import { entityNames } from "./change-words.ts";
import { undoReasons } from "./undo-words.ts";

/** Which act: the group of changes of one transaction. */
export const undoActSchema = z.strictObject({ groupId: idSchema });
export type UndoActInput = z.infer<typeof undoActSchema>;

/** What came of taking an act back; names of records and fields only, never values of others. */
export const undoResultSchema = z.strictObject({
  /** The act this was: taking it back in turn does the first one again. */
  groupId: z.string(),
  isRedo: z.boolean(),
  /** Records that stand as before the act again. */
  done: z.int(),
  /** Records, or fields of records, that stay as they are, and why. */
  skipped: z.array(
    z.strictObject({
      entity: z.enum(entityNames),
      entityId: z.string(),
      fields: z.array(z.string()),
      reason: z.enum(undoReasons),
    }),
  ),
  /** Fields that could not come back as they were, with what they are now: a number or code somebody else has. */
  adjusted: z.array(
    z.strictObject({
      entity: z.enum(entityNames),
      entityId: z.string(),
      field: z.string(),
      value: z.union([z.string(), z.number(), z.null()]),
    }),
  ),
});
export type UndoResult = z.infer<typeof undoResultSchema>;
export type UndoSkip = UndoResult["skipped"][number];
export type UndoAdjustment = UndoResult["adjusted"][number];
