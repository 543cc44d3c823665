import {
  addLineSchema,
  budgetPlanSchema,
  reviseLineSchema,
  saveSettingsSchema,
  saveTermsSchema,
  setCategorySchema,
  showBudgetSchema,
} from "#shared/features/budget/budget.ts";
import { lineResultSchema } from "#shared/features/contributions/contribution.ts";
import { versionedSchema, writtenSchema } from "#shared/versions.ts";

import { personProcedure, router } from "#server/api/trpc.ts";

import { addLine, removeLine, reviseLine } from "./budget-line-service.ts";
import { showBudget } from "./budget-queries.ts";
import { saveSettings, saveTerms, setCategory } from "./budget-terms-service.ts";

const ownPart = personProcedure.meta({ rule: "own-part" });

export const budgetRouter = router({
  show: personProcedure
    .meta({ rule: "project-read" })
    .input(showBudgetSchema)
    .output(budgetPlanSchema)
    .query(({ ctx, input }) => showBudget(ctx.read, ctx.person, input)),
  saveSettings: personProcedure
    .meta({ rule: "project-plan" })
    .input(saveSettingsSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => saveSettings(tx, ctx.person, input))),
  saveTerms: ownPart
    .input(saveTermsSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => saveTerms(tx, ctx.person, input))),
  addLine: ownPart
    .input(addLineSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => addLine(tx, ctx.person, input))),
  reviseLine: ownPart
    .input(reviseLineSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseLine(tx, ctx.person, input))),
  removeLine: ownPart
    .input(versionedSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => removeLine(tx, ctx.person, input))),
  setCategory: personProcedure
    .meta({ rule: "line-talk" })
    .input(setCategorySchema)
    .output(lineResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => setCategory(tx, ctx.person, input))),
});
