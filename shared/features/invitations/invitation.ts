import { z } from "zod";

import { instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { languages } from "../../languages.ts";
import { emailSchema, nameSchema, proseSchema } from "../../text.ts";
import { languageSchema, passwordSchema, personNameSchema, tokenSchema } from "../accounts/account.ts";
import { organisationFieldsSchema } from "../organisations/organisation.ts";
import { memberRoles, participantRoles } from "../participants/participant-words.ts";
import { invitationStates, invitationWays, invitedSeatRoles } from "./invitation-words.ts";

const { name, kind, country, vatNumber, pic } = organisationFieldsSchema.shape;

/** An organisation that the directory does not know yet; the rest is filled in by its own people. */
const newOrganisationSchema = z.strictObject({
  name,
  kind,
  country,
  vatNumber: vatNumber.default(null),
  pic: pic.default(null),
});

/**
 * Invites an organisation (of the directory, or a new one) into a project, and a person of it by mail. Without an address
 * the letter goes to the managers of an organisation that has people of its own.
 */
export const sendInvitationSchema = z
  .strictObject({
    projectId: idSchema,
    organisationId: idSchema.optional(),
    newOrganisation: newOrganisationSchema.optional(),
    role: z.enum(memberRoles),
    email: emailSchema.nullable().default(null),
    personName: nameSchema(120, 0).default(""),
    language: z.enum(languages),
    seatRole: z.enum(invitedSeatRoles).default("manager"),
    message: proseSchema(1_000).default(""),
  })
  .refine((input) => (input.organisationId === undefined) !== (input.newOrganisation === undefined), {
    message: "REQUIRED",
    path: ["organisationId"],
  });
export type SendInvitationInput = z.infer<typeof sendInvitationSchema>;

/** `participantId` is the row the organisation takes part with. */
export const sentInvitationSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  organisationId: idSchema,
  participantId: idSchema,
});
export type SentInvitation = z.infer<typeof sentInvitationSchema>;

export const invitationTargetSchema = z.strictObject({ projectId: idSchema, organisationId: idSchema });

/** Whether the organisation has people of its own, who then get the letter. */
export const invitationTargetFactsSchema = z.strictObject({ isStaffed: z.boolean() });

export const listInvitationsSchema = z.strictObject({ projectId: idSchema });

export const invitationRowSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  participantId: idSchema,
  organisationId: idSchema,
  organisationName: z.string(),
  role: z.enum(participantRoles),
  /** Null: to the managers of the organisation, whoever they are. */
  email: z.string().nullable(),
  personName: z.string(),
  seatRole: z.enum(invitedSeatRoles),
  state: z.enum(invitationStates),
  expiresAt: instantSchema,
  inviterName: z.string(),
  /** Null until the letter has left. */
  lastSentAt: instantSchema.nullable(),
  sentCount: z.int(),
  answeredAt: instantSchema.nullable(),
  may: z.strictObject({ resend: z.boolean(), revoke: z.boolean() }),
});
export type InvitationRow = z.infer<typeof invitationRowSchema>;

export const invitationListSchema = z.strictObject({ rows: z.array(invitationRowSchema), mayInvite: z.boolean() });
export type InvitationList = z.infer<typeof invitationListSchema>;

/** Which invitation: by the token of its letter, or, for managers of an organisation that has people, by its id. */
export const invitationKeySchema = z.strictObject({ token: tokenSchema.optional(), id: idSchema.optional() });
export type InvitationKey = z.infer<typeof invitationKeySchema>;

/** What the letter opens. The address is masked for whoever is signed in with another one. */
export const openedInvitationSchema = z.strictObject({
  way: z.enum(invitationWays),
  email: z.string(),
  personName: z.string(),
  acronym: z.string(),
  title: z.string(),
  organisationName: z.string(),
  role: z.enum(participantRoles),
  /** The seat that comes with it; null where the organisation has its people already. */
  seatRole: z.enum(invitedSeatRoles).nullable(),
  inviterName: z.string(),
  inviterOrganisationName: z.string(),
  message: z.string(),
  expiresAt: instantSchema,
});
export type OpenedInvitation = z.infer<typeof openedInvitationSchema>;

/** Accepts with an account made here and now: the letter proved the address. */
export const joinByInvitationSchema = z.strictObject({
  token: tokenSchema,
  name: personNameSchema,
  password: passwordSchema,
  language: languageSchema,
});
export type JoinByInvitationInput = z.infer<typeof joinByInvitationSchema>;

export const joinedProjectSchema = z.strictObject({ projectId: idSchema });
export type JoinedProject = z.infer<typeof joinedProjectSchema>;
