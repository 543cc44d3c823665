import { z } from "zod";

import { personProcedure, router } from "#server/api/trpc.ts";
import { binSchema, projectBinSchema, restoreSchema } from "#shared/features/changes/bin.ts";
import { undoResultSchema } from "#shared/features/changes/undo.ts";

import { listDirectoryBin, listProjectBin } from "./bin-queries.ts";
import { restoreRemoved } from "./bin-service.ts";

export const binRouter = router({
  list: personProcedure
    .meta({ rule: "project-plan" })
    .input(projectBinSchema)
    .output(binSchema)
    .query(({ ctx, input }) => listProjectBin(ctx.read, ctx.person, input.projectId, ctx.parts.clock())),

  directory: personProcedure
    .meta({ rule: "bin" })
    .input(z.strictObject({}))
    .output(binSchema)
    .query(({ ctx }) => listDirectoryBin(ctx.read, ctx.person, ctx.parts.clock())),

  restore: personProcedure
    .meta({ rule: "bin" })
    .input(restoreSchema)
    .output(undoResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => restoreRemoved(tx, ctx.person, input))),
});
