import { openProcedure, personProcedure, router } from "#server/api/trpc.ts";
import {
  acceptedSchema,
  changePasswordSchema,
  endSessionSchema,
  linkFactsSchema,
  linkTokenSchema,
  noInputSchema,
  requestResetSchema,
  resetPasswordSchema,
  sessionRowSchema,
  signInSchema,
} from "#shared/features/accounts/account.ts";
import { z } from "zod";

import { changePassword, requestReset, resetPassword, showLink } from "./password-service.ts";
import { listSessions } from "./session-queries.ts";
import { endSession, endSessionsOf } from "./session-service.ts";
import { signIn, signOut } from "./sign-in-service.ts";

export const accountRouter = router({
  signIn: openProcedure
    .meta({ rule: "open" })
    .input(signInSchema)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await signIn(ctx.parts, ctx, input);
      return null;
    }),

  signOut: openProcedure
    .meta({ rule: "open" })
    .input(noInputSchema)
    .output(z.null())
    .mutation(async ({ ctx }) => {
      await signOut(ctx.parts, ctx);
      return null;
    }),

  changePassword: personProcedure
    .meta({ rule: "signed-in" })
    .input(changePasswordSchema)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changePassword(ctx.parts, ctx, input);
      return null;
    }),

  requestReset: openProcedure
    .meta({ rule: "open" })
    .input(requestResetSchema)
    .output(acceptedSchema)
    .mutation(async ({ ctx, input }) => {
      await requestReset(ctx.parts, ctx, input);
      return { accepted: true as const };
    }),

  // Writes nothing, but a query would carry the token in its address and so into logs.
  checkLink: openProcedure
    .meta({ rule: "open" })
    .input(linkTokenSchema)
    .output(linkFactsSchema)
    .mutation(({ ctx, input }) => showLink(ctx.parts, ctx, input.token)),

  reset: openProcedure
    .meta({ rule: "open" })
    .input(resetPasswordSchema)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await resetPassword(ctx.parts, ctx, input);
      return null;
    }),

  sessions: personProcedure
    .meta({ rule: "signed-in" })
    .input(noInputSchema)
    .output(z.array(sessionRowSchema))
    .query(({ ctx }) => listSessions(ctx.read, ctx.session, ctx.parts.clock())),

  endSession: personProcedure
    .meta({ rule: "signed-in" })
    .input(endSessionSchema)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await ctx.parts.db.housekeep((tx) => endSession(tx, ctx.session.userId, input.id));
      return null;
    }),

  endOtherSessions: personProcedure
    .meta({ rule: "signed-in" })
    .input(noInputSchema)
    .output(z.null())
    .mutation(async ({ ctx }) => {
      await ctx.parts.db.housekeep((tx) => endSessionsOf(tx, ctx.session.userId, ctx.session.id));
      return null;
    }),
});
