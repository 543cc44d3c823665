import { z } from "zod";

import { seatRoles } from "#shared/features/members/seat-words.ts";
import { idSchema } from "#shared/ids.ts";
import { emailSchema } from "#shared/text.ts";
import { seenVersionSchema } from "#shared/versions.ts";

export const listPeopleSchema = z.strictObject({ organisationId: idSchema });

/** A person's seat in an organisation; `isPending` until the person has chosen a password. */
export const personRowSchema = z.strictObject({
  seatId: idSchema,
  version: z.int(),
  name: z.string(),
  email: z.string(),
  role: z.enum(seatRoles),
  isPending: z.boolean(),
  isSelf: z.boolean(),
});
export type PersonRow = z.infer<typeof personRowSchema>;

/** `may.manage` is false for whoever may not see the people either: then there are no rows. */
export const peopleSchema = z.strictObject({
  rows: z.array(personRowSchema),
  may: z.strictObject({ manage: z.boolean() }),
});
export type People = z.infer<typeof peopleSchema>;

export const addPersonSchema = z.strictObject({
  organisationId: idSchema,
  email: emailSchema,
  role: z.enum(seatRoles),
});
export type AddPersonInput = z.infer<typeof addPersonSchema>;

/** `isConfirmed` is asked for when somebody takes own rights away. */
export const changeSeatRoleSchema = z.strictObject({
  seatId: idSchema,
  version: seenVersionSchema,
  role: z.enum(seatRoles),
  isConfirmed: z.boolean().optional(),
});
export type ChangeSeatRoleInput = z.infer<typeof changeSeatRoleSchema>;

export const removeSeatSchema = z.strictObject({
  seatId: idSchema,
  version: seenVersionSchema,
  isConfirmed: z.boolean().optional(),
});
export type RemoveSeatInput = z.infer<typeof removeSeatSchema>;
