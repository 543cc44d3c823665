import { openProcedure, router } from "#server/api/trpc.ts";
import { noInputSchema, setupSchema, setupStateSchema } from "#shared/features/accounts/account.ts";
import { z } from "zod";

import { needsSetup } from "./installation-queries.ts";
import { completeSetup } from "./setup-service.ts";

export const setupRouter = router({
  show: openProcedure
    .meta({ rule: "open" })
    .input(noInputSchema)
    .output(setupStateSchema)
    .query(async ({ ctx }) => ({ needsSetup: await needsSetup(ctx.parts.db.read) })),

  complete: openProcedure
    .meta({ rule: "open" })
    .input(setupSchema)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await completeSetup(ctx.parts, ctx, input);
      return null;
    }),
});
