import { type Request, type Response, Router } from "express";

import { openAttachment } from "#server/features/reporting/attachment-queries.ts";
import { noteLostFile } from "#server/features/reporting/attachment-service.ts";
import type { Parts } from "#server/parts.ts";
import { shownImages } from "#shared/features/reporting/attachment-words.ts";
import { Fault, notFound } from "#shared/fault.ts";
import { idSchema } from "#shared/ids.ts";

import { answerWithFile } from "./file-answer.ts";
import { factsOf } from "./request-facts.ts";

/**
 * `GET /api/attachments/:id/file`: an evidence file, with the rights of now; `?show` shows a picture within the page. Pictures were
 * drawn anew when they arrived, everything else only leaves as a download (security.md, R-A7, R-I7).
 */
export function attachmentDownload(parts: Parts): Router {
  const router = Router();
  router.get("/attachments/:id/file", (request, response) => deliver(parts, request, response));
  return router;
}

async function deliver(parts: Parts, request: Request, response: Response): Promise<void> {
  const { person } = factsOf(response);
  if (!person) throw new Fault("UNAUTHORIZED", "NOT_SIGNED_IN", { message: "Please sign in first." });
  const id = idSchema.safeParse(request.params["id"]);
  if (!id.success) throw notFound();
  const { file } = await openAttachment(parts.db.read, person, id.data);
  const isThere = await answerWithFile(parts, response, {
    fileKey: file.fileKey,
    fileName: file.fileName,
    contentType: file.mediaType === "text/plain" ? "text/plain; charset=utf-8" : file.mediaType,
    isInline: request.query["show"] !== undefined && shownImages.includes(file.mediaType),
    owner: `attachment ${file.id}`,
  });
  if (!isThere && file.damagedAt === null) await parts.db.housekeep((tx) => noteLostFile(tx, file.id));
}
