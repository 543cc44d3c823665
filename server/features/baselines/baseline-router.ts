import { personProcedure, router } from "#server/api/trpc.ts";
import {
  baselineListSchema,
  comparePlansSchema,
  comparisonSchema,
  freezePlanSchema,
  listBaselinesSchema,
  reviseBaselineSchema,
} from "#shared/features/baselines/baseline.ts";
import { versionedSchema, writtenSchema } from "#shared/versions.ts";

import { listBaselines } from "./baseline-queries.ts";
import { freezePlan, removeBaseline, reviseBaseline } from "./baseline-service.ts";
import { comparePlansOf } from "./comparison-queries.ts";

const read = personProcedure.meta({ rule: "project-read" });
const plan = personProcedure.meta({ rule: "project-plan" });

export const baselineRouter = router({
  list: read
    .input(listBaselinesSchema)
    .output(baselineListSchema)
    .query(({ ctx, input }) => listBaselines(ctx.read, ctx.person, input)),
  compare: read
    .input(comparePlansSchema)
    .output(comparisonSchema)
    .query(({ ctx, input }) => comparePlansOf(ctx.read, ctx.person, input, ctx.parts.clock())),
  freeze: plan
    .input(freezePlanSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => freezePlan(tx, ctx.person, input))),
  revise: plan
    .input(reviseBaselineSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseBaseline(tx, ctx.person, input))),
  remove: personProcedure
    .meta({ rule: "project-coordinate" })
    .input(versionedSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => removeBaseline(tx, ctx.person, input))),
});
