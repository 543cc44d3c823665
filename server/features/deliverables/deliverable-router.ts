import { z } from "zod";

import {
  createDeliverableSchema,
  deliverableDetailSchema,
  draftDeliverableSchema,
  reorderDeliverablesSchema,
  returnDeliverableSchema,
  reviseDeliverableSchema,
  submitDeliverableSchema,
} from "#shared/features/deliverables/deliverable.ts";
import { idSchema } from "#shared/ids.ts";
import { versionedSchema, writtenSchema } from "#shared/versions.ts";

import { personProcedure, router } from "#server/api/trpc.ts";

import { showDeliverable } from "./deliverable-queries.ts";
import { acceptDeliverable, returnDeliverable, submitDeliverable } from "./deliverable-review-service.ts";
import {
  createDeliverable,
  draftDeliverable,
  removeDeliverable,
  reorderDeliverables,
  reviseDeliverable,
} from "./deliverable-service.ts";

const plan = personProcedure.meta({ rule: "project-plan" });
const ownPart = personProcedure.meta({ rule: "own-part" });

export const deliverableRouter = router({
  show: personProcedure
    .meta({ rule: "project-read" })
    .input(z.strictObject({ id: idSchema }))
    .output(deliverableDetailSchema)
    .query(({ ctx, input }) => showDeliverable(ctx.read, ctx.person, input.id)),
  create: plan
    .input(createDeliverableSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => createDeliverable(tx, ctx.person, input))),
  revise: plan
    .input(reviseDeliverableSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseDeliverable(tx, ctx.person, input))),
  draft: ownPart
    .input(draftDeliverableSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => draftDeliverable(tx, ctx.person, input))),
  submit: ownPart
    .input(submitDeliverableSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => submitDeliverable(tx, ctx.person, input))),
  accept: plan
    .input(versionedSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => acceptDeliverable(tx, ctx.person, input))),
  giveBack: plan
    .input(returnDeliverableSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => returnDeliverable(tx, ctx.person, input))),
  reorder: plan
    .input(reorderDeliverablesSchema)
    .output(z.strictObject({ versions: z.array(z.int()) }))
    .mutation(({ ctx, input }) => ctx.write((tx) => reorderDeliverables(tx, ctx.person, input))),
  remove: plan
    .input(versionedSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => removeDeliverable(tx, ctx.person, input))),
});
