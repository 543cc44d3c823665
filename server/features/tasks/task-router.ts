import { z } from "zod";

import {
  createTaskSchema,
  linkTasksSchema,
  movedTasksSchema,
  moveTasksSchema,
  reorderTasksSchema,
  reportOnTaskSchema,
  reviseLinkSchema,
  reviseTaskSchema,
  taskDetailSchema,
} from "#shared/features/tasks/task.ts";
import { idSchema } from "#shared/ids.ts";
import { versionedSchema, writtenSchema } from "#shared/versions.ts";

import { personProcedure, router } from "#server/api/trpc.ts";

import { linkTasks, reviseLink, unlinkTasks } from "./task-link-service.ts";
import { moveTasks } from "./task-move-service.ts";
import { reorderTasks } from "./task-order-service.ts";
import { showTask } from "./task-queries.ts";
import { createTask, removeTask, reportOnTask, reviseTask } from "./task-service.ts";

const plan = personProcedure.meta({ rule: "project-plan" });

export const taskRouter = router({
  show: personProcedure
    .meta({ rule: "project-read" })
    .input(z.strictObject({ id: idSchema }))
    .output(taskDetailSchema)
    .query(({ ctx, input }) => showTask(ctx.read, ctx.person, input.id)),
  create: plan
    .input(createTaskSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => createTask(tx, ctx.person, input))),
  revise: plan
    .input(reviseTaskSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseTask(tx, ctx.person, input))),
  report: personProcedure
    .meta({ rule: "own-part" })
    .input(reportOnTaskSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reportOnTask(tx, ctx.person, input))),
  move: plan
    .input(moveTasksSchema)
    .output(movedTasksSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => moveTasks(tx, ctx.person, input))),
  reorder: plan
    .input(reorderTasksSchema)
    .output(z.strictObject({ versions: z.array(z.int()) }))
    .mutation(({ ctx, input }) => ctx.write((tx) => reorderTasks(tx, ctx.person, input))),
  remove: plan
    .input(versionedSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => removeTask(tx, ctx.person, input))),
  link: plan
    .input(linkTasksSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => linkTasks(tx, ctx.person, input))),
  reviseLink: plan
    .input(reviseLinkSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseLink(tx, ctx.person, input))),
  unlink: plan
    .input(versionedSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => unlinkTasks(tx, ctx.person, input))),
});
