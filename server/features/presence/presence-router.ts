import { z } from "zod";

import { personProcedure, router } from "#server/api/trpc.ts";
import { beatSchema } from "#shared/features/presence/presence.ts";

import { beat } from "./presence-service.ts";

export const presenceRouter = router({
  beat: personProcedure
    .meta({ rule: "thread-read" })
    .input(beatSchema)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await beat(ctx.parts.db, ctx.person, ctx.session.name, input);
      return null;
    }),
});
