import { z } from "zod";

import { idSchema } from "#shared/ids.ts";
import {
  createStreamSchema,
  listStreamsSchema,
  reorderStreamsSchema,
  reportOnStreamSchema,
  reviseStreamSchema,
  streamDetailSchema,
  streamListSchema,
} from "#shared/features/streams/stream.ts";
import { versionedSchema, writtenSchema } from "#shared/versions.ts";

import { personProcedure, router } from "#server/api/trpc.ts";

import { reorderStreams } from "./stream-order-service.ts";
import { listStreams, showStream } from "./stream-queries.ts";
import { createStream, removeStream, reportOnStream, reviseStream } from "./stream-service.ts";

const read = personProcedure.meta({ rule: "project-read" });
const plan = personProcedure.meta({ rule: "project-plan" });

export const streamRouter = router({
  list: read
    .input(listStreamsSchema)
    .output(streamListSchema)
    .query(({ ctx, input }) => listStreams(ctx.read, ctx.person, input)),
  show: read
    .input(z.strictObject({ id: idSchema }))
    .output(streamDetailSchema)
    .query(({ ctx, input }) => showStream(ctx.read, ctx.person, input.id)),
  create: plan
    .input(createStreamSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => createStream(tx, ctx.person, input))),
  revise: plan
    .input(reviseStreamSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseStream(tx, ctx.person, input))),
  report: personProcedure
    .meta({ rule: "own-part" })
    .input(reportOnStreamSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reportOnStream(tx, ctx.person, input))),
  reorder: plan
    .input(reorderStreamsSchema)
    .output(z.strictObject({ versions: z.array(z.int()) }))
    .mutation(({ ctx, input }) => ctx.write((tx) => reorderStreams(tx, ctx.person, input))),
  remove: plan
    .input(versionedSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => removeStream(tx, ctx.person, input))),
});
