import { z } from "zod";

import { daySchema, instantSchema } from "#shared/dates.ts";
import { saveUpdateSchema, todoItemSchema } from "#shared/features/reporting/update.ts";
import { partLinkKinds } from "#shared/features/reporting/request-words.ts";
import { idSchema } from "#shared/ids.ts";
import { emailSchema, nameSchema } from "#shared/text.ts";
import { seenVersionSchema } from "#shared/versions.ts";

/** A token as the page makes it: a letter and 192 random bits in base64url. */
export const partTokenSchema = z.string().regex(/^p[\w-]{32}$/);

/** What a personal link opens: one member's lines of one period, and who reports them. */
export const partSchema = z.strictObject({
  installationName: z.string(),
  personName: z.string(),
  organisationName: z.string(),
  projectAcronym: z.string(),
  projectTitle: z.string(),
  period: z.strictObject({
    number: z.int(),
    /** First and last day; null while the project has no start. */
    startsOn: daySchema.nullable(),
    endsOn: daySchema.nullable(),
    dueOn: daySchema,
  }),
  /** IANA name of the zone whose day decides what is late. */
  timeZone: z.string(),
  currency: z.string(),
  expiresAt: instantSchema,
  items: z.array(todoItemSchema),
});
export type Part = z.infer<typeof partSchema>;

/** The period is the link's: nobody names one. */
export const savePartSchema = saveUpdateSchema.omit({ periodId: true });
export type SavePartInput = z.infer<typeof savePartSchema>;

export const partOfPeriodSchema = z.strictObject({ projectId: idSchema, periodId: idSchema });
export type PartOfPeriodInput = z.infer<typeof partOfPeriodSchema>;

export const sharePartSchema = partOfPeriodSchema.extend({ name: nameSchema(120), email: emailSchema });
export type SharePartInput = z.infer<typeof sharePartSchema>;

/** The page makes the token, so that no answer and no stored answer ever holds it. */
export const picturePartSchema = partOfPeriodSchema.extend({ token: partTokenSchema });
export type PicturePartInput = z.infer<typeof picturePartSchema>;

/** What the card under a picture says. */
export const pictureSchema = z.strictObject({
  organisationName: z.string(),
  projectAcronym: z.string(),
  projectTitle: z.string(),
  personName: z.string(),
  periodNumber: z.int(),
  dueOn: daySchema,
  expiresAt: instantSchema,
});
export type Picture = z.infer<typeof pictureSchema>;

export const revokePartSchema = z.strictObject({ id: idSchema, version: seenVersionSchema });
export type RevokePartInput = z.infer<typeof revokePartSchema>;

export const partLinkRowSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  kind: z.enum(partLinkKinds),
  personName: z.string(),
  email: z.string(),
  /** Named by somebody of the member, without a seat of the own that writes. */
  isNamed: z.boolean(),
  isSelf: z.boolean(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  lastUsedAt: instantSchema.nullable(),
  uses: z.int(),
});
export type PartLinkRow = z.infer<typeof partLinkRowSchema>;

/** Links that open something now; none for whoever may not share the part. */
export const partLinksSchema = z.strictObject({
  rows: z.array(partLinkRowSchema),
  may: z.strictObject({ share: z.boolean() }),
});
export type PartLinks = z.infer<typeof partLinksSchema>;
