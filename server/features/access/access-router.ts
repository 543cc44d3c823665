import { personProcedure, router } from "#server/api/trpc.ts";
import {
  accessChoicesSchema,
  accessListSchema,
  accessOfOrganisationListSchema,
  accessOfOrganisationSchema,
  closeAccessSchema,
  closedAccessSchema,
  openAccessSchema,
  openedAccessSchema,
  startViewingSchema,
  viewingSchema,
} from "#shared/features/access/access.ts";
import { noInputSchema } from "#shared/features/accounts/account.ts";

import { listAccessChoices, listAccesses, listAccessesOf } from "./emergency-access-queries.ts";
import { closeAccess, demandFreshAdministrator, openAccess } from "./emergency-access-service.ts";
import { startViewing } from "./viewing-service.ts";

const administering = personProcedure.meta({ rule: "administrator" });

export const accessRouter = router({
  view: personProcedure
    .meta({ rule: "project-coordinate" })
    .input(startViewingSchema)
    .output(viewingSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => startViewing(tx, ctx.person, input))),

  list: administering
    .input(noInputSchema)
    .output(accessListSchema)
    .query(({ ctx }) => listAccesses(ctx.read, ctx.person, ctx.parts.clock())),

  choices: administering
    .input(accessOfOrganisationSchema)
    .output(accessChoicesSchema)
    .query(({ ctx, input }) => listAccessChoices(ctx.read, ctx.person, input.organisationId)),

  open: administering
    .input(openAccessSchema)
    .output(openedAccessSchema)
    .mutation(async ({ ctx, input }) => {
      const { person, session } = ctx;
      await demandFreshAdministrator(ctx.parts, ctx, {
        person,
        signedInAt: session.createdAt,
        password: input.password,
      });
      return await ctx.write((tx) => openAccess(tx, person, input));
    }),

  close: administering
    .input(closeAccessSchema)
    .output(closedAccessSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => closeAccess(tx, ctx.person, input.id))),

  ofOrganisation: personProcedure
    .meta({ rule: "organisation-people" })
    .input(accessOfOrganisationSchema)
    .output(accessOfOrganisationListSchema)
    .query(({ ctx, input }) => listAccessesOf(ctx.read, ctx.person, input.organisationId, ctx.parts.clock())),
});
