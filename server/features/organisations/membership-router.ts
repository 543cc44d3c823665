import { z } from "zod";

import { addMembershipSchema, reviseMembershipSchema } from "#shared/features/organisations/membership.ts";
import { versionedIdSchema } from "#shared/features/organisations/organisation.ts";

import { personProcedure, router } from "#server/api/trpc.ts";

import { addMembership, removeMembership, reviseMembership } from "./membership-service.ts";

const written = z.strictObject({ id: z.string(), version: z.int() });

const joining = personProcedure.meta({ rule: "membership" });

export const membershipRouter = router({
  add: joining
    .input(addMembershipSchema)
    .output(written)
    .mutation(({ ctx, input }) => ctx.write((tx) => addMembership(tx, ctx.person, input))),
  revise: joining
    .input(reviseMembershipSchema)
    .output(written)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseMembership(tx, ctx.person, input))),
  remove: joining
    .input(versionedIdSchema)
    .output(z.strictObject({ id: z.string() }))
    .mutation(({ ctx, input }) => ctx.write((tx) => removeMembership(tx, ctx.person, input))),
});
