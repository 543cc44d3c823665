import { z } from "zod";

import { idSchema } from "./ids.ts";

/** The version of a record that the caller has seen; the next one still fits the column of every database. */
export const seenVersionSchema = z.int().min(1).max(2_147_483_646);

/** Which record, and which state of it the caller has seen. */
export const versionedSchema = z.strictObject({ id: idSchema, version: seenVersionSchema });
export type VersionedInput = z.infer<typeof versionedSchema>;

/** What a write answers: the record and the version it has now. */
export const writtenSchema = z.strictObject({ id: idSchema, version: z.int() });
export type Written = z.infer<typeof writtenSchema>;
