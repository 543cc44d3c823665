import { z } from "zod";

import { idSchema } from "../../ids.ts";
import { fold, nameSchema, proseSchema } from "../../text.ts";
import { resourceDirections, resourceMedia } from "./organisation-words.ts";
import { seenVersionSchema } from "../../versions.ts";

/** A decimal number as text, without sign and grouping: up to 12 digits before and 6 after the dot; a comma is taken for the dot. */
const amountSchema = z
  .string()
  .max(40)
  .transform((text) => text.replaceAll(/[\s\u00a0\u202f']/g, "").replace(",", "."))
  .pipe(z.string().regex(/^\d{1,12}(?:\.\d{1,6})?$/, { message: "AMOUNT_FORM" }));

export const resourceFieldsSchema = z.strictObject({
  direction: z.enum(resourceDirections),
  resource: nameSchema(120),
  medium: z.enum(resourceMedia),
  /** Per year. */
  amount: amountSchema.nullable(),
  unit: nameSchema(20).nullable(),
  note: proseSchema(1_000),
});
export type ResourceFields = z.infer<typeof resourceFieldsSchema>;

export const addResourceSchema = resourceFieldsSchema.extend({ organisationId: idSchema });
export type AddResourceInput = z.infer<typeof addResourceSchema>;

export const reviseResourceSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: resourceFieldsSchema.partial(),
});
export type ReviseResourceInput = z.infer<typeof reviseResourceSchema>;

/** The text the directory searches a resource by. */
export function resourceSearchText(resource: { resource: string; note?: string | undefined }): string {
  return fold(`${resource.resource} ${resource.note ?? ""}`);
}
