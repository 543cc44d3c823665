import { z } from "zod";

import { personProcedure, router } from "#server/api/trpc.ts";
import {
  generatedPeriodsSchema,
  lockManyPeriodsSchema,
  lockPeriodSchema,
  periodListSchema,
  periodStatusSchema,
  remindedMembersSchema,
  remindMembersSchema,
  revisePeriodSchema,
} from "#shared/features/reporting/period.ts";
import { itemResultsSchema } from "#shared/features/contributions/contribution.ts";
import { requestSettingsViewSchema, reviseRequestSettingsSchema } from "#shared/features/reporting/request-settings.ts";
import { idSchema } from "#shared/ids.ts";
import { writtenSchema } from "#shared/versions.ts";

import { listPeriods } from "./period-queries.ts";
import { lockManyPeriods } from "./period-closing-service.ts";
import { generateProjectPeriods, lockPeriod, revisePeriod } from "./period-service.ts";
import { showPeriodStatus } from "./period-status-queries.ts";
import { remindMembers } from "./reminder-service.ts";
import { showRequestSettings } from "./request-settings-queries.ts";
import { reviseRequestSettings } from "./request-settings-service.ts";

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

  lockMany: personProcedure
    .meta({ rule: "project-coordinate" })
    .input(lockManyPeriodsSchema)
    .output(itemResultsSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => lockManyPeriods(tx, ctx.person, input))),

  status: personProcedure
    .meta({ rule: "project-read" })
    .input(z.strictObject({ id: idSchema }))
    .output(periodStatusSchema)
    .query(({ ctx, input }) => showPeriodStatus(ctx.read, ctx.person, input)),

  settings: personProcedure
    .meta({ rule: "project-read" })
    .input(z.strictObject({ projectId: idSchema }))
    .output(requestSettingsViewSchema)
    .query(({ ctx, input }) => showRequestSettings(ctx.read, ctx.person, input)),

  reviseSettings: personProcedure
    .meta({ rule: "project-coordinate" })
    .input(reviseRequestSettingsSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseRequestSettings(tx, ctx.person, input))),

  remind: personProcedure
    .meta({ rule: "project-coordinate" })
    .input(remindMembersSchema)
    .output(remindedMembersSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => remindMembers(tx, ctx.person, input))),

  generate: personProcedure
    .meta({ rule: "project-plan" })
    .input(z.strictObject({ projectId: idSchema }))
    .output(generatedPeriodsSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => generateProjectPeriods(tx, ctx.person, input))),
});
