import { z } from "zod";

import { personProcedure, router } from "#server/api/trpc.ts";
import {
  cancelDecisionSchema,
  castVoteSchema,
  createDecisionSchema,
  decisionDetailSchema,
  decisionListSchema,
  decisionResultSchema,
  reviseDecisionSchema,
  voteResultSchema,
} from "#shared/features/decisions/decision.ts";
import { idSchema } from "#shared/ids.ts";
import { versionedSchema } from "#shared/versions.ts";

import { closeOverdueDecisions } from "./decision-deadline-service.ts";
import { listDecisions, showDecision } from "./decision-queries.ts";
import { cancelDecision, createDecision, reviseDecision, startVote } from "./decision-service.ts";
import { castVote, closeDecision } from "./vote-service.ts";

// The server's clock decides: what is overdue is closed before anybody reads it.
const reading = personProcedure.meta({ rule: "project-read" }).use(async ({ ctx, next }) => {
  await closeOverdueDecisions(ctx.parts.db, ctx.parts.clock());
  return next();
});
const coordinating = personProcedure.meta({ rule: "project-coordinate" }).output(decisionResultSchema);

export const decisionRouter = router({
  list: reading
    .input(z.strictObject({ projectId: idSchema }))
    .output(decisionListSchema)
    .query(({ ctx, input }) => listDecisions(ctx.read, ctx.person, input)),

  show: reading
    .input(z.strictObject({ id: idSchema }))
    .output(decisionDetailSchema)
    .query(({ ctx, input }) => showDecision(ctx.read, ctx.person, input)),

  create: coordinating
    .input(createDecisionSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => createDecision(tx, ctx.person, input))),

  revise: coordinating
    .input(reviseDecisionSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseDecision(tx, ctx.person, input))),

  open: coordinating
    .input(versionedSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => startVote(tx, ctx.person, input))),

  cancel: coordinating
    .input(cancelDecisionSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => cancelDecision(tx, ctx.person, input))),

  close: coordinating
    .input(versionedSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => closeDecision(tx, ctx.person, input))),

  vote: personProcedure
    .meta({ rule: "own-vote" })
    .input(castVoteSchema)
    .output(voteResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => castVote(tx, ctx.person, input))),
});
