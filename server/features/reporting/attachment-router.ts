import { personProcedure, router } from "#server/api/trpc.ts";
import {
  attachmentListSchema,
  listAttachmentsSchema,
  removeAttachmentSchema,
  restoreAttachmentSchema,
} from "#shared/features/reporting/attachment.ts";
import { writtenSchema } from "#shared/versions.ts";

import { listAttachments } from "./attachment-queries.ts";
import { removeAttachment, restoreAttachment } from "./attachment-service.ts";

export const attachmentRouter = router({
  list: personProcedure
    .meta({ rule: "project-read" })
    .input(listAttachmentsSchema)
    .output(attachmentListSchema)
    .query(({ ctx, input }) => listAttachments(ctx.read, ctx.person, input, ctx.parts.settings.maxFileBytes)),

  remove: personProcedure
    .meta({ rule: "line-report" })
    .input(removeAttachmentSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => removeAttachment(tx, ctx.person, input))),

  restore: personProcedure
    .meta({ rule: "line-report" })
    .input(restoreAttachmentSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => restoreAttachment(tx, ctx.person, input))),
});
