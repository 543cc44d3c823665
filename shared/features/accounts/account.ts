import { z } from "zod";

import { instantSchema } from "#shared/dates.ts";
import { seatRoles } from "#shared/features/members/seat-words.ts";
import { countrySchema } from "#shared/features/organisations/organisation.ts";
import { organisationKinds } from "#shared/features/organisations/organisation-words.ts";
import { idSchema } from "#shared/ids.ts";
import { languages } from "#shared/languages.ts";
import { emailSchema, nameSchema } from "#shared/text.ts";

import { accountLinkKinds } from "./account-words.ts";

/** A password as it travels: its rules are checked by `passwordFault`, which names what is wrong. */
export const passwordSchema = z.string().min(1).max(512);

/** A token of a one-time link: a letter for its kind and 192 random bits. */
export const tokenSchema = z.string().max(64);

export const languageSchema = z.enum(languages);
export const personNameSchema = nameSchema(120);

const seatSchema = z.strictObject({
  organisationId: idSchema,
  organisationName: z.string(),
  shortName: z.string().nullable(),
  kind: z.enum(organisationKinds),
  role: z.enum(seatRoles),
});
export type Seat = z.infer<typeof seatSchema>;

/** Who is signed in, for whom he may act, and what the installation offers. */
export const meSchema = z.strictObject({
  user: z
    .strictObject({
      id: idSchema,
      name: z.string(),
      email: z.string(),
      language: languageSchema.nullable(),
      isAdministrator: z.boolean(),
    })
    .nullable(),
  seats: z.array(seatSchema),
  actingFor: seatSchema.nullable(),
  installation: z.strictObject({ name: z.string(), needsSetup: z.boolean(), mail: z.enum(["smtp", "outbox"]) }),
});
export type Me = z.infer<typeof meSchema>;

export const updateMeSchema = z.strictObject({
  name: personNameSchema.optional(),
  language: languageSchema.optional(),
});
export type UpdateMeInput = z.infer<typeof updateMeSchema>;

export const actForSchema = z.strictObject({ organisationId: idSchema });

export const signInSchema = z.strictObject({ email: emailSchema, password: passwordSchema });
export type SignInInput = z.infer<typeof signInSchema>;

export const changePasswordSchema = z.strictObject({ currentPassword: passwordSchema, newPassword: passwordSchema });
export type ChangePasswordInput = z.infer<typeof changePasswordSchema>;

export const requestResetSchema = z.strictObject({ email: emailSchema, language: languageSchema });
export type RequestResetInput = z.infer<typeof requestResetSchema>;

export const linkTokenSchema = z.strictObject({ token: tokenSchema });

/** What a one-time link opens; `email` is null before there is anybody. */
export const linkFactsSchema = z.strictObject({
  kind: z.enum(accountLinkKinds),
  email: z.string().nullable(),
  name: z.string().nullable(),
});
export type LinkFacts = z.infer<typeof linkFactsSchema>;

/** `name` and `language` come only with the first password of a new account, of which others knew the address alone. */
export const resetPasswordSchema = z.strictObject({
  token: tokenSchema,
  password: passwordSchema,
  name: personNameSchema.optional(),
  language: languageSchema.optional(),
});
export type ResetPasswordInput = z.infer<typeof resetPasswordSchema>;

export const setupSchema = z.strictObject({
  token: tokenSchema,
  name: personNameSchema,
  email: emailSchema,
  password: passwordSchema,
  language: languageSchema,
  clusterName: nameSchema(300),
  clusterShortName: nameSchema(60).optional(),
  country: countrySchema.optional(),
});
export type SetupInput = z.infer<typeof setupSchema>;

export const sessionRowSchema = z.strictObject({
  id: idSchema,
  createdAt: instantSchema,
  lastSeenAt: instantSchema,
  userAgent: z.string(),
  isCurrent: z.boolean(),
});
export type SessionRow = z.infer<typeof sessionRowSchema>;

export const endSessionSchema = z.strictObject({ id: idSchema });

export const noInputSchema = z.strictObject({}).optional();

export const setupStateSchema = z.strictObject({ needsSetup: z.boolean() });

export const acceptedSchema = z.strictObject({ accepted: z.literal(true) });
