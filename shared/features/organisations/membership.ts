import { z } from "zod";

import { daySchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { seenVersionSchema } from "../../versions.ts";

const dates = { sinceOn: daySchema.nullable(), untilOn: daySchema.nullable() };

const inOrder = ({ sinceOn, untilOn }: { sinceOn?: string | null | undefined; untilOn?: string | null | undefined }) =>
  !sinceOn || !untilOn || untilOn >= sinceOn;

export const addMembershipSchema = z
  .strictObject({ organisationId: idSchema, parentId: idSchema, ...dates })
  .refine(inOrder, { path: ["untilOn"], message: "UNTIL_BEFORE_SINCE" });
export type AddMembershipInput = z.infer<typeof addMembershipSchema>;

export const reviseMembershipSchema = z
  .strictObject({ id: idSchema, version: seenVersionSchema, ...dates })
  .refine(inOrder, { path: ["untilOn"], message: "UNTIL_BEFORE_SINCE" });
export type ReviseMembershipInput = z.infer<typeof reviseMembershipSchema>;
