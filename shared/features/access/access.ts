import { z } from "zod";

import { instantSchema } from "#shared/dates.ts";
import { passwordSchema } from "#shared/features/accounts/account.ts";
import { viewedBy } from "#shared/features/members/standing.ts";
import { idSchema } from "#shared/ids.ts";
import { proseSchema } from "#shared/text.ts";

/** The shortest reason that tells the member something, in characters. */
export const shortestReason = 20;

export const startViewingSchema = z.strictObject({ participantId: idSchema });
export type StartViewingInput = z.infer<typeof startViewingSchema>;

/** What the page needs to look through a member's eyes; `participantId` goes into the header of every read. */
export const viewingSchema = z.strictObject({
  participantId: idSchema,
  projectId: idSchema,
  acronym: z.string(),
  organisationName: z.string(),
  by: z.enum(viewedBy),
  expiresAt: instantSchema,
});
export type Viewing = z.infer<typeof viewingSchema>;

export const openAccessSchema = z.strictObject({
  projectId: idSchema,
  organisationId: idSchema,
  reason: proseSchema(1_000).refine((text) => text.trim().length >= shortestReason, { message: "TOO_SHORT" }),
  /** Needed when the sign-in is older than ten minutes. */
  password: passwordSchema.optional(),
});
export type OpenAccessInput = z.infer<typeof openAccessSchema>;

/** What an access answers when it is opened: nothing that a replay would tell anew. */
export const openedAccessSchema = viewingSchema.extend({ id: idSchema });
export type OpenedAccess = z.infer<typeof openedAccessSchema>;

export const closeAccessSchema = z.strictObject({ id: idSchema });
export const closedAccessSchema = z.strictObject({ id: idSchema });

export const accessRowSchema = z.strictObject({
  id: idSchema,
  participantId: z.string().nullable(),
  projectId: z.string(),
  acronym: z.string(),
  organisationId: z.string(),
  organisationName: z.string(),
  /** Null when the account is gone. */
  byName: z.string().nullable(),
  isMine: z.boolean(),
  reason: z.string(),
  openedAt: instantSchema,
  expiresAt: instantSchema,
  closedAt: instantSchema.nullable(),
  isOpen: z.boolean(),
});
export type AccessRow = z.infer<typeof accessRowSchema>;
export const accessListSchema = z.strictObject({ rows: z.array(accessRowSchema) });
export type AccessList = z.infer<typeof accessListSchema>;

export const accessOfOrganisationSchema = z.strictObject({ organisationId: idSchema });
/** Null rows: not for this person. */
export const accessOfOrganisationListSchema = z.strictObject({ rows: z.array(accessRowSchema).nullable() });

export const accessChoicesSchema = z.array(z.strictObject({ projectId: z.string(), acronym: z.string() }));
export type AccessChoices = z.infer<typeof accessChoicesSchema>;
