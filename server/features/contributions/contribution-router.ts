import { z } from "zod";

import { personProcedure, router } from "#server/api/trpc.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { projectBalanceSchema } from "#shared/features/contributions/balance.ts";
import {
  agreeManySchema,
  counterContributionSchema,
  itemResultsSchema,
  lineRefSchema,
  lineResultSchema,
  proposeContributionSchema,
  reviseContributionSchema,
  setConfidentialityManySchema,
  setConfidentialitySchema,
} from "#shared/features/contributions/contribution.ts";
import {
  contributionDetailSchema,
  contributionListSchema,
  contributionOptionsSchema,
  listContributionsSchema,
} from "#shared/features/contributions/contribution-views.ts";
import { idSchema } from "#shared/ids.ts";

import { projectBalance } from "./balance-queries.ts";
import { showContribution } from "./contribution-detail-queries.ts";
import { listContributionOptions } from "./contribution-options-queries.ts";
import { listContributions } from "./contribution-queries.ts";
import {
  proposeContribution,
  reviseContribution,
  setConfidentiality,
  setConfidentialityOfMany,
} from "./contribution-service.ts";
import {
  agreeContribution,
  agreeManyContributions,
  counterContribution,
  withdrawContribution,
  withdrawManyContributions,
} from "./offer-service.ts";

const reading = personProcedure.meta({ rule: "project-read" });
const talking = personProcedure.meta({ rule: "line-talk" });

export const contributionRouter = router({
  list: reading
    .input(listContributionsSchema)
    .output(contributionListSchema)
    .query(({ ctx, input }) => listContributions(ctx.read, ctx.person, input)),

  options: reading
    .input(z.strictObject({ projectId: idSchema }))
    .output(contributionOptionsSchema)
    .query(({ ctx, input }) => listContributionOptions(ctx.read, ctx.person, input)),

  show: reading
    .input(z.strictObject({ id: idSchema }))
    .output(contributionDetailSchema)
    .query(({ ctx, input }) => showContribution(ctx.read, ctx.person, input)),

  balance: reading
    .input(z.strictObject({ projectId: idSchema }))
    .output(projectBalanceSchema)
    .query(async ({ ctx, input }) =>
      projectBalance(ctx.read, await loadMembership(ctx.read, ctx.person, input.projectId)),
    ),

  propose: talking
    .input(proposeContributionSchema)
    .output(lineResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => proposeContribution(tx, ctx.person, input))),

  revise: talking
    .input(reviseContributionSchema)
    .output(lineResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseContribution(tx, ctx.person, input))),

  counter: talking
    .input(counterContributionSchema)
    .output(lineResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => counterContribution(tx, ctx.person, input))),

  agree: talking
    .input(lineRefSchema)
    .output(lineResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => agreeContribution(tx, ctx.person, input))),

  agreeMany: talking
    .input(agreeManySchema)
    .output(itemResultsSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => agreeManyContributions(tx, ctx.person, input))),

  withdraw: talking
    .input(lineRefSchema)
    .output(lineResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => withdrawContribution(tx, ctx.person, input))),

  setConfidentiality: talking
    .input(setConfidentialitySchema)
    .output(lineResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => setConfidentiality(tx, ctx.person, input))),

  withdrawMany: talking
    .input(agreeManySchema)
    .output(itemResultsSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => withdrawManyContributions(tx, ctx.person, input))),

  confideMany: talking
    .input(setConfidentialityManySchema)
    .output(itemResultsSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => setConfidentialityOfMany(tx, ctx.person, input))),
});
