import { personProcedure, router } from "#server/api/trpc.ts";
import {
  matrixResultsSchema,
  matrixSchema,
  showMatrixSchema,
  writeMatrixSchema,
} from "#shared/features/matrix/matrix.ts";

import { showMatrix } from "./matrix-queries.ts";
import { writeMatrix } from "./matrix-service.ts";

export const matrixRouter = router({
  show: personProcedure
    .meta({ rule: "project-read" })
    .input(showMatrixSchema)
    .output(matrixSchema)
    .query(({ ctx, input }) => showMatrix(ctx.read, ctx.person, input)),

  write: personProcedure
    .meta({ rule: "line-talk" })
    .input(writeMatrixSchema)
    .output(matrixResultsSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => writeMatrix(tx, ctx.person, input))),
});
