import { z } from "zod";

import { personProcedure, router } from "#server/api/trpc.ts";
import {
  generatedPeriodsSchema,
  lockPeriodSchema,
  periodListSchema,
  revisePeriodSchema,
} from "#shared/features/reporting/period.ts";
import { idSchema } from "#shared/ids.ts";
import { writtenSchema } from "#shared/versions.ts";

import { listPeriods } from "./period-queries.ts";
import { generateProjectPeriods, lockPeriod, revisePeriod } from "./period-service.ts";

export const periodRouter = router({
  list: personProcedure
    .meta({ rule: "project-read" })
    .input(z.strictObject({ projectId: idSchema }))
    .output(periodListSchema)
    .query(({ ctx, input }) => listPeriods(ctx.read, ctx.person, input)),

  revise: personProcedure
    .meta({ rule: "project-plan" })
    .input(revisePeriodSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => revisePeriod(tx, ctx.person, input))),

  lock: personProcedure
    .meta({ rule: "project-coordinate" })
    .input(lockPeriodSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => lockPeriod(tx, ctx.person, input))),

  generate: personProcedure
    .meta({ rule: "project-plan" })
    .input(z.strictObject({ projectId: idSchema }))
    .output(generatedPeriodsSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => generateProjectPeriods(tx, ctx.person, input))),
});
