import { z } from "zod";

import { idSchema } from "../../ids.ts";
import { nameSchema } from "../../text.ts";
import { countrySchema } from "./organisation.ts";
import {
  activityTypes,
  organisationKinds,
  organisationSizes,
  organisationSorts,
  resourceDirections,
  resourceMedia,
} from "./organisation-words.ts";
import { organisationOptionSchema } from "./organisation-views.ts";

export const organisationListSchema = z.strictObject({
  search: nameSchema(200, 0).optional(),
  kind: z.enum(organisationKinds).optional(),
  country: countrySchema.optional(),
  size: z.enum(organisationSizes).optional(),
  activityType: z.enum(activityTypes).optional(),
  /** Direct members of this cluster or association, today. */
  memberOf: idSchema.optional(),
  /** Offers or seeks … */
  direction: z.enum(resourceDirections).optional(),
  /** … a resource of this medium, … */
  medium: z.enum(resourceMedia).optional(),
  /** … whose text contains this. Without a direction both count. */
  resource: nameSchema(120, 0).optional(),
  sort: z.enum(organisationSorts).optional(),
  descending: z.boolean().optional(),
  page: z.int().min(1).max(100_000).optional(),
  pageSize: z.int().min(1).max(100).optional(),
});
export type OrganisationListInput = z.infer<typeof organisationListSchema>;

export const organisationRowSchema = organisationOptionSchema.extend({
  nativeName: z.string().nullable(),
  nativeLanguage: z.string().nullable(),
  sample: z.boolean(),
  size: z.enum(organisationSizes).nullable(),
  activityType: z.enum(activityTypes).nullable(),
  competences: z.array(z.string()),
  /** Projects the reader may know of. */
  projectCount: z.int(),
  /** First day of the oldest membership of today, or of the one filtered by. */
  memberSince: z.string().nullable(),
});
export type OrganisationRow = z.infer<typeof organisationRowSchema>;

export const organisationPageSchema = z.strictObject({ rows: z.array(organisationRowSchema), total: z.int() });
export type OrganisationPage = z.infer<typeof organisationPageSchema>;

export const organisationOptionsSchema = z.strictObject({
  search: nameSchema(200, 0).optional(),
  kinds: z.array(z.enum(organisationKinds)).max(organisationKinds.length).optional(),
  /** Always among the answer, whatever is searched for: what a form already holds. */
  include: z.array(idSchema).max(50).optional(),
  limit: z.int().min(1).max(50).optional(),
});
export type OrganisationOptionsInput = z.infer<typeof organisationOptionsSchema>;

/** What is known of an organisation about to be entered. */
export const similarOrganisationsSchema = z.strictObject({
  name: nameSchema(300, 0),
  vatNumber: nameSchema(40, 0).optional(),
  pic: nameSchema(20, 0).optional(),
});
export type SimilarOrganisationsInput = z.infer<typeof similarOrganisationsSchema>;

export const similarOrganisationSchema = organisationOptionSchema.extend({
  reason: z.enum(["vatNumber", "pic", "name"]),
});
export type SimilarOrganisation = z.infer<typeof similarOrganisationSchema>;
