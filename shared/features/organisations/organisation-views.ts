import { z } from "zod";

import { idSchema } from "../../ids.ts";
import { participantRoles, participantStates } from "../participants/participant-words.ts";
import { projectStatuses } from "../projects/project-words.ts";
import {
  activityTypes,
  organisationKinds,
  organisationSizes,
  resourceDirections,
  resourceMedia,
} from "./organisation-words.ts";

const text = z.string().nullable();

/** An organisation as pickers and links name it. */
export const organisationOptionSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(organisationKinds),
  name: z.string(),
  shortName: text,
  country: text,
  city: text,
});
export type OrganisationOption = z.infer<typeof organisationOptionSchema>;

export const resourceViewSchema = z.strictObject({
  id: z.string(),
  version: z.int(),
  direction: z.enum(resourceDirections),
  resource: z.string(),
  medium: z.enum(resourceMedia),
  amount: text,
  unit: text,
  note: z.string(),
});
export type ResourceView = z.infer<typeof resourceViewSchema>;

/** One membership seen from one of its sides; `organisation` is the other side. */
export const membershipViewSchema = z.strictObject({
  id: z.string(),
  version: z.int(),
  sinceOn: text,
  untilOn: text,
  isCurrent: z.boolean(),
  organisation: organisationOptionSchema,
  may: z.strictObject({ revise: z.boolean(), remove: z.boolean() }),
});
export type MembershipView = z.infer<typeof membershipViewSchema>;

/** Further up: `childId` (one of the parents or their parents) is a member of `organisation`. */
export const umbrellaViewSchema = z.strictObject({
  childId: z.string(),
  isCurrent: z.boolean(),
  organisation: organisationOptionSchema,
});
export type UmbrellaView = z.infer<typeof umbrellaViewSchema>;

/** A project of the organisation that the reader may know of; `role` is null where it is only the project's cluster. */
export const organisationProjectSchema = z.strictObject({
  id: z.string(),
  acronym: z.string(),
  title: z.string(),
  status: z.enum(projectStatuses),
  isCluster: z.boolean(),
  roles: z.array(z.strictObject({ role: z.enum(participantRoles), state: z.enum(participantStates) })),
});
export type OrganisationProject = z.infer<typeof organisationProjectSchema>;

export const organisationProjectPageSchema = z.strictObject({
  rows: z.array(organisationProjectSchema),
  total: z.int(),
});
export type OrganisationProjectPage = z.infer<typeof organisationProjectPageSchema>;

/** Direct members of a cluster or association by name, those that have left at the end. */
export const memberPageSchema = z.strictObject({ rows: z.array(membershipViewSchema), total: z.int() });
export type MemberPage = z.infer<typeof memberPageSchema>;

/** One page of what belongs to an organisation. */
export const organisationPartSchema = z.strictObject({
  organisationId: idSchema,
  page: z.int().min(1).max(100_000).optional(),
  pageSize: z.int().min(1).max(100).optional(),
});
export type OrganisationPartInput = z.infer<typeof organisationPartSchema>;

export const organisationViewSchema = z.strictObject({
  id: z.string(),
  version: z.int(),
  kind: z.enum(organisationKinds),
  activityType: z.enum(activityTypes).nullable(),
  size: z.enum(organisationSizes).nullable(),
  name: z.string(),
  shortName: text,
  nativeName: text,
  nativeLanguage: text,
  country: text,
  countryImported: text,
  region: text,
  city: text,
  address: text,
  website: text,
  vatNumber: text,
  pic: text,
  registrationNumber: text,
  profile: z.string(),
  competences: z.array(z.string()),
  sample: z.boolean(),
  source: text,
  createdAt: z.int(),
  updatedAt: z.int(),
  resources: z.array(resourceViewSchema),
  parents: z.array(membershipViewSchema),
  umbrellas: z.array(umbrellaViewSchema),
  may: z.strictObject({ revise: z.boolean(), remove: z.boolean(), addMember: z.boolean(), addParent: z.boolean() }),
});
export type OrganisationView = z.infer<typeof organisationViewSchema>;
