import { z } from "zod";

import { personProcedure, router } from "#server/api/trpc.ts";
import {
  createRiskSchema,
  listRisksSchema,
  reorderRisksSchema,
  reportRiskSchema,
  reviseRiskSchema,
  riskListSchema,
} from "#shared/features/risks/risk.ts";
import { versionedSchema, writtenSchema } from "#shared/versions.ts";

import { listRisks } from "./risk-queries.ts";
import { reportRisk } from "./risk-report-service.ts";
import { createRisk, removeRisk, reorderRisks, reviseRisk } from "./risk-service.ts";

const plan = personProcedure.meta({ rule: "project-plan" });
const part = personProcedure.meta({ rule: "own-part" });

export const riskRouter = router({
  list: personProcedure
    .meta({ rule: "project-read" })
    .input(listRisksSchema)
    .output(riskListSchema)
    .query(({ ctx, input }) => listRisks(ctx.read, ctx.person, input)),
  create: plan
    .input(createRiskSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => createRisk(tx, ctx.person, input))),
  revise: part
    .input(reviseRiskSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseRisk(tx, ctx.person, input))),
  report: part
    .input(reportRiskSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reportRisk(tx, ctx.person, input))),
  remove: plan
    .input(versionedSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => removeRisk(tx, ctx.person, input))),
  reorder: plan
    .input(reorderRisksSchema)
    .output(z.strictObject({ versions: z.array(z.int()) }))
    .mutation(({ ctx, input }) => ctx.write((tx) => reorderRisks(tx, ctx.person, input))),
});
