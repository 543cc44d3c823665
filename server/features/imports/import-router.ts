import { personProcedure, router } from "#server/api/trpc.ts";
import { previewUploads, readParsed } from "#server/imports/import-files.ts";
import {
  importDetailSchema,
  importIdSchema,
  importListSchema,
  importResultSchema,
  listImportsSchema,
  previewImportSchema,
} from "#shared/features/imports/import.ts";

import { listImports, showImport } from "./import-queries.ts";
import { applyStoredImport, cancelImport } from "./import-service.ts";
import { undoImport } from "./import-undo-service.ts";

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

  // tRPC keeps the name "apply" for itself.
  applyPreview: run
    .input(importIdSchema)
    .output(importResultSchema)
    .mutation(async ({ ctx, input }) => {
      const parsed = await readParsed(ctx.parts, ctx.person, input.id);
      return await ctx.write((tx) => applyStoredImport(tx, ctx.person, input.id, parsed));
    }),

  cancel: own
    .input(importIdSchema)
    .output(importResultSchema)
    .mutation(({ ctx, input }) =>
      ctx.write(async (tx) => {
        const { id, fileKey } = await cancelImport(tx, ctx.person, input.id);
        if (fileKey !== null) tx.afterCommit(() => ctx.parts.files.remove(fileKey));
        return { id };
      }),
    ),

  undo: run
    .input(importIdSchema)
    .output(importResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => undoImport(tx, ctx.person, input.id))),
});
