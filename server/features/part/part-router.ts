import { z } from "zod";

import { partProcedure } from "#server/api/part-procedure.ts";
import { personProcedure, router } from "#server/api/trpc.ts";
import { acceptedSchema } from "#shared/features/accounts/account.ts";
import {
  partLinksSchema,
  partOfPeriodSchema,
  partSchema,
  picturePartSchema,
  pictureSchema,
  revokePartSchema,
  savePartSchema,
  sharePartSchema,
} from "#shared/features/part/part.ts";
import {
  attachmentListSchema,
  listAttachmentsSchema,
  removeAttachmentSchema,
} from "#shared/features/reporting/attachment.ts";
import { updateRefSchema, updateResultSchema } from "#shared/features/reporting/update.ts";
import { writtenSchema } from "#shared/versions.ts";

import { showPart } from "./part-queries.ts";
import { listPartEvidence, removePartEvidence, savePart, submitPart } from "./part-service.ts";
import { listPartLinks } from "./part-share-queries.ts";
import { countPartMail, picturePart, revokePart, sharePart } from "./part-share-service.ts";

const sharing = personProcedure.meta({ rule: "line-report" });

export const partRouter = router({
  show: partProcedure
    .input(z.strictObject({}))
    .output(partSchema)
    .query(({ ctx }) => showPart(ctx.read, ctx.open)),

  save: partProcedure
    .input(savePartSchema)
    .output(updateResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx, open) => savePart(tx, open, input))),

  submit: partProcedure
    .input(updateRefSchema)
    .output(updateResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx, open) => submitPart(tx, open, input))),

  evidence: partProcedure
    .input(listAttachmentsSchema)
    .output(attachmentListSchema)
    .query(({ ctx, input }) => listPartEvidence(ctx.read, ctx.open, input, ctx.parts.settings.maxFileBytes)),

  removeEvidence: partProcedure
    .input(removeAttachmentSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx, open) => removePartEvidence(tx, open, input))),

  links: sharing
    .input(partOfPeriodSchema)
    .output(partLinksSchema)
    .query(({ ctx, input }) => listPartLinks(ctx.read, ctx.person, input, ctx.parts.clock())),

  share: sharing
    .input(sharePartSchema)
    .output(acceptedSchema)
    .mutation(async ({ ctx, input }) => {
      await countPartMail(ctx.parts.db, ctx.person, input);
      return ctx.write((tx) => sharePart(tx, ctx.person, ctx.session, input));
    }),

  picture: sharing
    .input(picturePartSchema)
    .output(pictureSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => picturePart(tx, ctx.person, input))),

  revoke: sharing
    .input(revokePartSchema)
    .output(z.null())
    .mutation(({ ctx, input }) => ctx.write((tx) => revokePart(tx, ctx.person, input))),
});
