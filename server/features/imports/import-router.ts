import { personProcedure, router } from "#server/api/trpc.ts";
import { previewPlanTable, previewUploads, readParsed, readUpload } from "#server/imports/import-files.ts";
import { percentOf, stopRun, watched } from "#server/imports/import-runs.ts";
import { Pace } from "#server/imports/pace.ts";
import { previewPlanSchema, readTablesSchema, tableFactsSchema } from "#shared/features/imports/plan-mapping.ts";
import type { ParsedImport } from "#shared/features/imports/consortium.ts";
import {
  importDetailSchema,
  importIdSchema,
  importListSchema,
  importProgressSchema,
  importResultSchema,
  listImportsSchema,
  previewImportSchema,
} from "#shared/features/imports/import.ts";

import { demandOwnImport, listImports, showImport } from "./import-queries.ts";
import { applyStoredImport, cancelImport } from "./import-service.ts";
import { undoImport } from "./import-undo-service.ts";

/** Records are gone over twice: compared, then written. */
const stepsOf = ({ plans }: ParsedImport) =>
  2 *
  plans.reduce((sum, { tasks, deliverables, efforts }) => sum + tasks.length + deliverables.length + efforts.length, 0);

const own = personProcedure.meta({ rule: "own-job" });
const run = personProcedure.meta({ rule: "import-run" });

export const importRouter = router({
  list: own
    .input(listImportsSchema)
    .output(importListSchema)
    .query(({ ctx }) => listImports(ctx.read, ctx.person, ctx.parts.clock())),

  show: own
    .input(importIdSchema)
    .output(importDetailSchema)
    .query(({ ctx, input }) => showImport(ctx.read, ctx.person, input.id, ctx.parts.clock())),

  preview: run
    .input(previewImportSchema)
    .output(importResultSchema)
    .mutation(({ ctx, input }) => previewUploads(ctx.parts, ctx.person, input.fileIds)),

  tables: run
    .input(readTablesSchema)
    .output(tableFactsSchema)
    .query(({ ctx, input }) => readUpload(ctx.parts, ctx.person, input.fileId)),

  previewPlan: run
    .input(previewPlanSchema)
    .output(importResultSchema)
    .mutation(({ ctx, input }) => previewPlanTable(ctx.parts, ctx.person, input)),

  progress: own
    .input(importIdSchema)
    .output(importProgressSchema)
    .query(async ({ ctx, input }) => {
      await demandOwnImport(ctx.read, ctx.person, input.id);
      return { percent: percentOf(input.id) };
    }),

  // tRPC keeps the name "apply" for itself.
  applyPreview: run
    .input(importIdSchema)
    .output(importResultSchema)
    .mutation(async ({ ctx, input }) => {
      const parsed = await readParsed(ctx.parts, ctx.person, input.id);
      return await watched(input.id, stepsOf(parsed), (signal, report) =>
        ctx.write((tx) => applyStoredImport(tx, ctx.person, input.id, parsed, new Pace(signal, report))),
      );
    }),

  cancel: own
    .input(importIdSchema)
    .output(importResultSchema)
    .mutation(async ({ ctx, input }) => {
      await demandOwnImport(ctx.read, ctx.person, input.id);
      // What is being written holds the connection that this would wait for.
      if (stopRun(input.id)) return { id: input.id };
      return await ctx.write(async (tx) => {
        const { id, fileKey } = await cancelImport(tx, ctx.person, input.id);
        if (fileKey !== null) tx.afterCommit(() => ctx.parts.files.remove(fileKey));
        return { id };
      });
    }),

  undo: run
    .input(importIdSchema)
    .output(importResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => undoImport(tx, ctx.person, input.id))),
});
