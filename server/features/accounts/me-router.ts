import { openProcedure, personProcedure, router } from "#server/api/trpc.ts";
import { actForSchema, meSchema, noInputSchema, updateMeSchema } from "#shared/features/accounts/account.ts";
import { mailPreferencesViewSchema, reviseMailPreferencesSchema } from "#shared/features/accounts/mail-preferences.ts";
import { writtenSchema } from "#shared/versions.ts";
import { z } from "zod";

import { showMailPreferences } from "./mail-preference-queries.ts";
import { reviseMailPreferences } from "./mail-preference-service.ts";
import { showMe } from "./me-queries.ts";
import { updateMe } from "./me-service.ts";
import { actForOrganisation } from "./session-service.ts";

export const meRouter = router({
  show: openProcedure
    .meta({ rule: "open" })
    .input(noInputSchema)
    .output(meSchema)
    .query(({ ctx }) => showMe(ctx.parts.db.read, ctx.session, ctx.person, ctx.parts.mailer.kind)),

  update: personProcedure
    .meta({ rule: "signed-in" })
    .input(updateMeSchema)
    .output(z.null())
    .mutation(({ ctx, input }) => ctx.write((tx) => updateMe(tx, ctx.person, input))),

  mailPreferences: personProcedure
    .meta({ rule: "signed-in" })
    .input(noInputSchema)
    .output(mailPreferencesViewSchema)
    .query(({ ctx }) => showMailPreferences(ctx.read, ctx.person)),

  reviseMailPreferences: personProcedure
    .meta({ rule: "signed-in" })
    .input(reviseMailPreferencesSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseMailPreferences(tx, ctx.person, input))),

  actFor: personProcedure
    .meta({ rule: "signed-in" })
    .input(actForSchema)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await ctx.parts.db.housekeep((tx) => actForOrganisation(tx, ctx.session, input.organisationId));
      return null;
    }),
});
