import { personProcedure, router } from "#server/api/trpc.ts";
import {
  countGapsSchema,
  gapCountsSchema,
  gapListSchema,
  listGapsSchema,
  remindedSchema,
  remindGapSchema,
  remindOwnerSchema,
} from "#shared/features/gaps/gap.ts";

import { countGaps, listGaps } from "./gap-queries.ts";
import { remindOfGap, remindOwner } from "./gap-service.ts";

export const gapRouter = router({
  list: personProcedure
    .meta({ rule: "project-read" })
    .input(listGapsSchema)
    .output(gapListSchema)
    .query(({ ctx, input }) => listGaps(ctx.read, ctx.person, input)),

  counts: personProcedure
    .meta({ rule: "project-read" })
    .input(countGapsSchema)
    .output(gapCountsSchema)
    .query(({ ctx, input }) => countGaps(ctx.read, ctx.person, input.projectIds)),

  remind: personProcedure
    .meta({ rule: "project-plan" })
    .input(remindGapSchema)
    .output(remindedSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => remindOfGap(tx, ctx.person, input))),

  remindOwner: personProcedure
    .meta({ rule: "project-plan" })
    .input(remindOwnerSchema)
    .output(remindedSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => remindOwner(tx, ctx.person, input))),
});
