import { z } from "zod";

import { personProcedure, router } from "#server/api/trpc.ts";
import { itemResultsSchema } from "#shared/features/contributions/contribution.ts";
import {
  listUpdatesSchema,
  returnManyUpdatesSchema,
  returnUpdateSchema,
  saveUpdateSchema,
  todoSchema,
  updateDetailSchema,
  updateListSchema,
  updateRefSchema,
  updateRefsSchema,
  updateResultSchema,
} from "#shared/features/reporting/update.ts";
import { idSchema } from "#shared/ids.ts";

import { acceptManyUpdates, acceptUpdate, returnManyUpdates, returnUpdate } from "./review-service.ts";
import { listTodo } from "./todo-queries.ts";
import { listUpdates, showUpdate } from "./update-queries.ts";
import { saveUpdate, submitManyUpdates, submitUpdate } from "./update-service.ts";

const reading = personProcedure.meta({ rule: "project-read" });
const reporting = personProcedure.meta({ rule: "line-report" });
const reviewing = personProcedure.meta({ rule: "project-coordinate" });

export const updateRouter = router({
  todo: reading
    .input(z.strictObject({ projectId: idSchema, periodId: idSchema.optional() }))
    .output(todoSchema)
    .query(({ ctx, input }) => listTodo(ctx.read, ctx.person, input)),

  list: reading
    .input(listUpdatesSchema)
    .output(updateListSchema)
    .query(({ ctx, input }) => listUpdates(ctx.read, ctx.person, input)),

  show: reading
    .input(z.strictObject({ id: idSchema }))
    .output(updateDetailSchema)
    .query(({ ctx, input }) => showUpdate(ctx.read, ctx.person, input)),

  save: reporting
    .input(saveUpdateSchema)
    .output(updateResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => saveUpdate(tx, ctx.person, input))),

  submit: reporting
    .input(updateRefSchema)
    .output(updateResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => submitUpdate(tx, ctx.person, input))),

  submitMany: reporting
    .input(updateRefsSchema)
    .output(itemResultsSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => submitManyUpdates(tx, ctx.person, input))),

  accept: reviewing
    .input(updateRefSchema)
    .output(updateResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => acceptUpdate(tx, ctx.person, input))),

  return: reviewing
    .input(returnUpdateSchema)
    .output(updateResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => returnUpdate(tx, ctx.person, input))),

  returnMany: reviewing
    .input(returnManyUpdatesSchema)
    .output(itemResultsSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => returnManyUpdates(tx, ctx.person, input))),

  acceptMany: reviewing
    .input(updateRefsSchema)
    .output(itemResultsSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => acceptManyUpdates(tx, ctx.person, input))),
});
