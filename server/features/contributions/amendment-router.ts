import { personProcedure, router } from "#server/api/trpc.ts";
import {
  agreeManyAmendmentsSchema,
  amendmentResultSchema,
  counterAmendmentSchema,
  declineAmendmentSchema,
  declineManyAmendmentsSchema,
  proposeAmendmentSchema,
  proposeManyAmendmentsSchema,
} from "#shared/features/contributions/amendment.ts";
import { itemResultsSchema } from "#shared/features/contributions/contribution.ts";
import { versionedSchema } from "#shared/versions.ts";

import { agreeManyAmendments, declineManyAmendments, proposeManyAmendments } from "./amendment-bulk-service.ts";
import {
  agreeAmendment,
  counterAmendment,
  declineAmendment,
  proposeAmendment,
  withdrawAmendment,
} from "./amendment-service.ts";

const talking = personProcedure.meta({ rule: "line-talk" });
const one = talking.output(amendmentResultSchema);
const many = talking.output(itemResultsSchema);

export const amendmentRouter = router({
  propose: one
    .input(proposeAmendmentSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => proposeAmendment(tx, ctx.person, input))),

  counter: one
    .input(counterAmendmentSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => counterAmendment(tx, ctx.person, input))),

  agree: one
    .input(versionedSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => agreeAmendment(tx, ctx.person, input))),

  decline: one
    .input(declineAmendmentSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => declineAmendment(tx, ctx.person, input))),

  withdraw: one
    .input(versionedSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => withdrawAmendment(tx, ctx.person, input))),

  agreeMany: many
    .input(agreeManyAmendmentsSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => agreeManyAmendments(tx, ctx.person, input))),

  declineMany: many
    .input(declineManyAmendmentsSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => declineManyAmendments(tx, ctx.person, input))),

  proposeMany: many
    .input(proposeManyAmendmentsSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => proposeManyAmendments(tx, ctx.person, input))),
});
