import { personProcedure, router } from "#server/api/trpc.ts";
import { demand } from "#server/features/members/membership.ts";
import {
  loadedSampleSchema,
  noInputSchema,
  removedSampleSchema,
  sampleStateSchema,
} from "#shared/features/samples/sample.ts";

import { removeSample } from "./sample-removal-service.ts";
import { findSample, loadSample } from "./sample-service.ts";

export const sampleRouter = router({
  show: personProcedure
    .meta({ rule: "signed-in" })
    .input(noInputSchema)
    .output(sampleStateSchema)
    .query(async ({ ctx }) => ({ ...(await findSample(ctx.read)), mayChange: ctx.person.isAdministrator })),

  load: personProcedure
    .meta({ rule: "administrator" })
    .input(noInputSchema)
    .output(loadedSampleSchema)
    .mutation(({ ctx }) => {
      demand(ctx.person.isAdministrator);
      return ctx.write((tx) => loadSample(tx, ctx.person.userId));
    }),

  remove: personProcedure
    .meta({ rule: "administrator" })
    .input(noInputSchema)
    .output(removedSampleSchema)
    .mutation(({ ctx }) => {
      demand(ctx.person.isAdministrator);
      return ctx.write((tx) => removeSample(tx));
    }),
});
