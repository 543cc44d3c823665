import { type Response, Router } from "express";

import { deliverableFile } from "#server/exports/export-delivery.ts";
import type { Parts } from "#server/parts.ts";
import { idSchema } from "#shared/ids.ts";
import { Fault, notFound } from "#shared/fault.ts";
import type { FileFormat } from "#shared/features/exports/export-words.ts";

import { answerWithFile } from "./file-answer.ts";
import { factsOf } from "./request-facts.ts";

const contentTypes: Record<FileFormat, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
};

/** `GET /exports/:id/file`: a finished export, to its requester alone and with the rights of now (security.md, R-A8, R-I7). */
export function exportDownload(parts: Parts): Router {
  const router = Router();
  router.get("/exports/:id/file", (request, response) => deliver(parts, request.params.id, response));
  return router;
}

async function deliver(parts: Parts, requestedId: string, response: Response): Promise<void> {
  const { person } = factsOf(response);
  if (!person) throw new Fault("UNAUTHORIZED", "NOT_SIGNED_IN", { message: "Please sign in first." });
  const id = idSchema.safeParse(requestedId);
  if (!id.success) throw notFound();
  const { fileKey, fileName, format } = await deliverableFile(parts.db.read, person.userId, id.data, parts.clock());
  await answerWithFile(parts, response, {
    fileKey,
    fileName,
    contentType: contentTypes[format],
    owner: `job ${id.data}`,
  });
}
