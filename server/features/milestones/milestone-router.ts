import {
  createMilestoneSchema,
  listMilestonesSchema,
  milestoneListSchema,
  reachMilestoneSchema,
  reviseMilestoneSchema,
} from "#shared/features/milestones/milestone.ts";
import { versionedSchema, writtenSchema } from "#shared/versions.ts";

import { personProcedure, router } from "#server/api/trpc.ts";

import { listMilestones } from "./milestone-queries.ts";
import { createMilestone, reachMilestone, removeMilestone, reviseMilestone } from "./milestone-service.ts";

const plan = personProcedure.meta({ rule: "project-plan" });

export const milestoneRouter = router({
  list: personProcedure
    .meta({ rule: "project-read" })
    .input(listMilestonesSchema)
    .output(milestoneListSchema)
    .query(({ ctx, input }) => listMilestones(ctx.read, ctx.person, input)),
  create: plan
    .input(createMilestoneSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => createMilestone(tx, ctx.person, input))),
  revise: plan
    .input(reviseMilestoneSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseMilestone(tx, ctx.person, input))),
  reach: plan
    .input(reachMilestoneSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reachMilestone(tx, ctx.person, input))),
  remove: plan
    .input(versionedSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => removeMilestone(tx, ctx.person, input))),
});
