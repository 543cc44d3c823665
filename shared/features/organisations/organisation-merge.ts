import { z } from "zod";

import { idSchema } from "../../ids.ts";
import { seenVersionSchema } from "../../versions.ts";
import { participantRoles } from "../participants/participant-words.ts";
import { similarOrganisationSchema } from "./organisation-directory.ts";
import { organisationOptionSchema } from "./organisation-views.ts";

export const mergePairSchema = z.strictObject({ keptId: idSchema, duplicateId: idSchema });
export type MergePair = z.infer<typeof mergePairSchema>;

/** Both as the person saw them; what was changed since is looked at again first. */
export const mergeOrganisationsSchema = mergePairSchema.extend({
  keptVersion: seenVersionSchema,
  duplicateVersion: seenVersionSchema,
});
export type MergeOrganisationsInput = z.infer<typeof mergeOrganisationsSchema>;

/** Entries that may be the same as one, and whether each could be merged with it, whichever of the two is kept. */
export const duplicateSchema = similarOrganisationSchema.extend({ version: z.int() });
export type Duplicate = z.infer<typeof duplicateSchema>;

/**
 * Why two entries cannot become one. `role`: both take part in a project in the same role, and work of both is recorded;
 * `decision`: both have a vote in a decision. `project` is null where it is not open to the reader.
 */
export const mergeConflictSchema = z.strictObject({
  kind: z.enum(["role", "decision", "membership"]),
  project: z.strictObject({ id: idSchema, acronym: z.string() }).nullable(),
  role: z.enum(participantRoles).nullable(),
});
export type MergeConflict = z.infer<typeof mergeConflictSchema>;

const sideSchema = organisationOptionSchema.extend({ version: z.int() });

export const mergePreviewSchema = z.strictObject({
  kept: sideSchema,
  duplicate: sideSchema,
  /** The other way round is open to the person as well. */
  maySwap: z.boolean(),
  /** What comes over; projects are those the reader may know of. */
  moves: z.strictObject({ projects: z.int(), resources: z.int(), memberships: z.int(), people: z.int() }),
  /** Fields that are empty at the kept one and filled from the duplicate. */
  fills: z.array(z.string()),
  conflicts: z.array(mergeConflictSchema),
});
export type MergePreview = z.infer<typeof mergePreviewSchema>;
