import { z } from "zod";

import { projectPlanSchema } from "#shared/features/plan/plan.ts";
import { idSchema } from "#shared/ids.ts";

import { personProcedure, router } from "#server/api/trpc.ts";

import { showPlan } from "./plan-queries.ts";

export const planRouter = router({
  show: personProcedure
    .meta({ rule: "project-read" })
    .input(z.strictObject({ projectId: idSchema }))
    .output(projectPlanSchema)
    .query(({ ctx, input }) => showPlan(ctx.read, ctx.person, input.projectId)),
});
