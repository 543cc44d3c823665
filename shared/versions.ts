import { z } from "zod";

import { idSchema } from "./ids.ts";

/** Which record, and which state of it the caller has seen. */
export const versionedSchema = z.strictObject({ id: idSchema, version: z.int().min(1) });
export type VersionedInput = z.infer<typeof versionedSchema>;

/** What a write answers: the record and the version it has now. */
export const writtenSchema = z.strictObject({ id: idSchema, version: z.int() });
export type Written = z.infer<typeof writtenSchema>;
