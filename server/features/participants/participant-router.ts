import {
  addParticipantSchema,
  answerInvitationSchema,
  describeParticipantSchema,
  listParticipantsSchema,
  makeCoordinatorSchema,
  participantListSchema,
  reviseParticipantSchema,
  withdrawParticipantSchema,
} from "#shared/features/participants/participant.ts";
import { versionedSchema, writtenSchema } from "#shared/versions.ts";

import { personProcedure, router } from "#server/api/trpc.ts";

import { listParticipants } from "./participant-queries.ts";
import { addParticipant, describeParticipant, removeParticipant, reviseParticipant } from "./participant-service.ts";
import { answerInvitation, inviteAgain, makeCoordinator, withdrawParticipant } from "./participation-service.ts";

const plan = personProcedure.meta({ rule: "project-plan" });
const ownPart = personProcedure.meta({ rule: "own-part" });

export const participantRouter = router({
  list: personProcedure
    .meta({ rule: "project-read" })
    .input(listParticipantsSchema)
    .output(participantListSchema)
    .query(({ ctx, input }) => listParticipants(ctx.read, ctx.person, input)),
  add: plan
    .input(addParticipantSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => addParticipant(tx, ctx.person, input))),
  revise: plan
    .input(reviseParticipantSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => reviseParticipant(tx, ctx.person, input))),
  describe: ownPart
    .input(describeParticipantSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => describeParticipant(tx, ctx.person, input))),
  answer: personProcedure
    .meta({ rule: "project-answer" })
    .input(answerInvitationSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => answerInvitation(tx, ctx.person, input))),
  inviteAgain: plan
    .input(versionedSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => inviteAgain(tx, ctx.person, input))),
  withdraw: ownPart
    .input(withdrawParticipantSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => withdrawParticipant(tx, ctx.person, input))),
  remove: plan
    .input(versionedSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => removeParticipant(tx, ctx.person, input))),
  makeCoordinator: plan
    .input(makeCoordinatorSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => makeCoordinator(tx, ctx.person, input))),
});
