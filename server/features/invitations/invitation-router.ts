import { z } from "zod";

import {
  invitationKeySchema,
  invitationListSchema,
  invitationTargetFactsSchema,
  invitationTargetSchema,
  joinByInvitationSchema,
  joinedProjectSchema,
  listInvitationsSchema,
  openedInvitationSchema,
  sendInvitationSchema,
  sentInvitationSchema,
} from "#shared/features/invitations/invitation.ts";
import { versionedSchema, writtenSchema } from "#shared/versions.ts";

import { openProcedure, personProcedure, router } from "#server/api/trpc.ts";
import { countAttempts } from "#server/features/accounts/attempt-service.ts";

import { showTarget } from "./addressee-queries.ts";
import { acceptInvitation, joinByInvitation } from "./invitation-acceptance-service.ts";
import { declineInvitation, openInvitation } from "./invitation-answer-service.ts";
import { expireDueInvitations } from "./invitation-expiry-service.ts";
import { countLetterAgain, countNewLetter } from "./invitation-limit-service.ts";
import { listInvitations } from "./invitation-queries.ts";
import { resendInvitation, revokeInvitation, sendInvitation } from "./invitation-service.ts";

const plan = personProcedure.meta({ rule: "project-plan" });

/** By letter: open to whoever holds it. What has run out is written down before anybody asks what it is. */
const byLetter = openProcedure.meta({ rule: "invitation-answer" });

export const invitationRouter = router({
  list: personProcedure
    .meta({ rule: "project-read" })
    .input(listInvitationsSchema)
    .output(invitationListSchema)
    .query(({ ctx, input }) => listInvitations(ctx.read, ctx.person, input.projectId, ctx.parts.clock())),
  target: plan
    .input(invitationTargetSchema)
    .output(invitationTargetFactsSchema)
    .query(({ ctx, input }) => showTarget(ctx.read, ctx.person, input)),
  send: plan
    .input(sendInvitationSchema)
    .output(sentInvitationSchema)
    .mutation(async ({ ctx, input }) => {
      await countNewLetter(ctx.parts.db, ctx.person, input);
      return ctx.write((tx) => sendInvitation(tx, ctx.person, input));
    }),
  resend: plan
    .input(versionedSchema)
    .output(writtenSchema)
    .mutation(async ({ ctx, input }) => {
      await countLetterAgain(ctx.parts.db, ctx.person, input.id);
      return ctx.write((tx) => resendInvitation(tx, ctx.person, input));
    }),
  revoke: plan
    .input(versionedSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => revokeInvitation(tx, ctx.person, input))),
  // Writes nothing of its own, but a query would carry the token in its address and so into logs.
  open: byLetter
    .input(invitationKeySchema)
    .output(openedInvitationSchema)
    .mutation(async ({ ctx, input }) => {
      // Knowing an id opens nothing, so only guessing tokens is counted.
      if (input.token !== undefined)
        await countAttempts(ctx.parts.db, [{ kind: "link-address", subject: ctx.address }]);
      await expireDueInvitations(ctx.parts);
      return openInvitation(ctx.parts.db.read, ctx.session?.userId ?? null, input, ctx.parts.clock());
    }),
  join: byLetter
    .input(joinByInvitationSchema)
    .output(joinedProjectSchema)
    .mutation(async ({ ctx, input }) => {
      await expireDueInvitations(ctx.parts);
      return joinByInvitation(ctx.parts, ctx, input);
    }),
  accept: personProcedure
    .meta({ rule: "invitation-answer" })
    .input(invitationKeySchema)
    .output(joinedProjectSchema)
    .mutation(async ({ ctx, input }) => {
      await expireDueInvitations(ctx.parts);
      return acceptInvitation(ctx.parts, ctx.session, input);
    }),
  decline: byLetter
    .input(invitationKeySchema)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await expireDueInvitations(ctx.parts);
      const userId = ctx.session?.userId ?? null;
      const actor = { userId, actingForId: ctx.person?.seat?.organisationId ?? null };
      return ctx.parts.db.transact(actor, (tx) => declineInvitation(tx, userId, input));
    }),
});
