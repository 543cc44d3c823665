import { z } from "zod";

import { idSchema } from "../../ids.ts";
import { nameSchema, proseSchema } from "../../text.ts";
import { countryOf } from "./countries.ts";
import { isLanguageTag, isPic, isRegion, isVatNumber, picOf, vatNumberOf } from "./identifiers.ts";
import { activityTypes, organisationKinds, organisationSizes } from "./organisation-words.ts";
import { seenVersionSchema } from "../../versions.ts";

const short = (max: number) => nameSchema(max).nullable();

/** ISO 3166-1; EL and UK are taken for GR and GB. */
export const countrySchema = z
  .string()
  .max(10)
  .refine((code) => countryOf(code) !== null, { message: "COUNTRY_UNKNOWN" })
  .transform((code) => countryOf(code) ?? code);

const vatNumberSchema = z
  .string()
  .max(40)
  .transform(vatNumberOf)
  .pipe(z.string().refine(isVatNumber, { message: "VAT_NUMBER_FORM" }));

const picSchema = z
  .string()
  .max(20)
  .transform(picOf)
  .pipe(z.string().refine(isPic, { message: "PIC_FORM" }));

const regionSchema = z
  .string()
  .max(10)
  .transform((text) => text.trim().toUpperCase())
  .pipe(z.string().refine(isRegion, { message: "REGION_FORM" }));

const websiteSchema = z
  .string()
  .max(300)
  .transform((text) => text.trim())
  .pipe(z.url({ protocol: /^https?$/, error: "WEBSITE_FORM" }));

const competencesSchema = z
  .array(nameSchema(80))
  .max(50)
  .transform((tags) => [...new Set(tags)]);

/** What people may state of an organisation; every text in the form it is stored in. */
export const organisationFieldsSchema = z.strictObject({
  kind: z.enum(organisationKinds),
  activityType: z.enum(activityTypes).nullable(),
  size: z.enum(organisationSizes).nullable(),
  name: nameSchema(300),
  shortName: short(60),
  nativeName: short(300),
  nativeLanguage: z.string().max(20).refine(isLanguageTag, { message: "LANGUAGE_FORM" }).nullable(),
  country: countrySchema.nullable(),
  region: regionSchema.nullable(),
  city: short(120),
  address: short(300),
  website: websiteSchema.nullable(),
  vatNumber: vatNumberSchema.nullable(),
  pic: picSchema.nullable(),
  registrationNumber: short(60),
  profile: proseSchema(10_000),
  competences: competencesSchema,
});
export type OrganisationFields = z.infer<typeof organisationFieldsSchema>;

export const organisationPatchSchema = organisationFieldsSchema.partial();
export type OrganisationPatch = z.infer<typeof organisationPatchSchema>;

/** A new entry; `parentId` also makes it a member of that cluster or association, from today. */
export const createOrganisationSchema = organisationPatchSchema.extend({
  kind: organisationFieldsSchema.shape.kind,
  name: organisationFieldsSchema.shape.name,
  parentId: idSchema.nullable().optional(),
});
export type CreateOrganisationInput = z.infer<typeof createOrganisationSchema>;

export const reviseOrganisationSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  patch: organisationPatchSchema,
});
export type ReviseOrganisationInput = z.infer<typeof reviseOrganisationSchema>;

/** A row and the version it was read in: what a removal names. */
export const versionedIdSchema = z.strictObject({ id: idSchema, version: seenVersionSchema });
export type VersionedId = z.infer<typeof versionedIdSchema>;
