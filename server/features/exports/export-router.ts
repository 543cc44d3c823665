import { personProcedure, router } from "#server/api/trpc.ts";
import { exportJobsOf } from "#server/jobs/export-jobs.ts";
import {
  exportIdSchema,
  exportListSchema,
  exportResultSchema,
  exportRowSchema,
  listExportsSchema,
  startExportSchema,
} from "#shared/features/exports/export.ts";

import { listExports, showExport } from "./export-queries.ts";
import { cancelExport, removeExport, startExport } from "./export-service.ts";

const own = personProcedure.meta({ rule: "own-job" });

export const exportRouter = router({
  list: personProcedure
    .meta({ rule: "project-read" })
    .input(listExportsSchema)
    .output(exportListSchema)
    .query(({ ctx, input }) => listExports(ctx.read, ctx.person, input, ctx.parts.clock())),

  show: own
    .input(exportIdSchema)
    .output(exportRowSchema)
    .query(({ ctx, input }) => showExport(ctx.read, ctx.person, input.id, ctx.parts.clock())),

  start: personProcedure
    .meta({ rule: "project-read" })
    .input(startExportSchema)
    .output(exportResultSchema)
    .mutation(({ ctx, input }) =>
      ctx.write(async (tx) => {
        tx.afterCommit(() => exportJobsOf(ctx.parts).wake());
        return await startExport(tx, ctx.person, input);
      }),
    ),

  cancel: own
    .input(exportIdSchema)
    .output(exportResultSchema)
    .mutation(({ ctx, input }) =>
      ctx.write(async (tx) => {
        tx.afterCommit(() => exportJobsOf(ctx.parts).abort(input.id));
        return await cancelExport(tx, ctx.person, input.id);
      }),
    ),

  remove: own
    .input(exportIdSchema)
    .output(exportResultSchema)
    .mutation(({ ctx, input }) =>
      ctx.write(async (tx) => {
        const { id, fileKey } = await removeExport(tx, ctx.person, input.id);
        if (fileKey !== null) tx.afterCommit(() => ctx.parts.files.remove(fileKey));
        return { id };
      }),
    ),
});
