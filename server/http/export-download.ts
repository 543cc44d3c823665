import { pipeline } from "node:stream/promises";

import { type Response, Router } from "express";

import { deliverableFile } from "#server/exports/export-delivery.ts";
import type { Parts } from "#server/parts.ts";
import { idSchema } from "#shared/ids.ts";
import { Fault, notFound } from "#shared/fault.ts";
import type { ExportFormat } from "#shared/features/exports/export-words.ts";

import { refuse } from "./refusal.ts";
import { factsOf } from "./request-facts.ts";

const contentTypes: Record<ExportFormat, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
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
  const stored = await parts.files.read(fileKey);
  if (!stored) {
    parts.log.fatal({ jobId: id.data }, "the file of an export is lost");
    const message = "The file is gone from the server. Please export again.";
    return refuse(response, { status: 410, code: "NOT_FOUND", appCode: "FILE_LOST", message });
  }
  response.setHeader("Content-Type", contentTypes[format]);
  response.setHeader("Content-Length", stored.bytes);
  response.setHeader("Content-Disposition", dispositionOf(fileName));
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("Cache-Control", "no-store");
  // A reader that went away is nobody's fault.
  await pipeline(stored.stream, response).catch((error: unknown) => {
    if (!response.destroyed) throw error;
  });
}

/** RFC 6266: a plain name for old programs, the true one in UTF-8. */
function dispositionOf(fileName: string): string {
  const plain = fileName.replaceAll(/[^A-Za-z0-9 ().,_-]/g, "_");
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
