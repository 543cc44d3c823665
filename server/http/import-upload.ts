import { type Request, type Response, Router } from "express";

import { keepUpload } from "#server/imports/import-files.ts";
import { importLimits } from "#server/imports/import-limits.ts";
import type { Parts } from "#server/parts.ts";
import { Fault } from "#shared/fault.ts";
import { nameSchema } from "#shared/text.ts";

import { createCallLimiter } from "./call-limiter.ts";
import { spendOrRefuse } from "./call-limits.ts";
import { factsOf } from "./request-facts.ts";

const uploadsPerMinute = 30;

/**
 * `POST /api/imports/file`: one file as the raw body, its name percent-encoded in `x-file-name`; answers `{ id }`. At
 * most 10 MB; what is larger, or breaks off, leaves nothing behind (security.md, R-I6, R-I9).
 */
export function importUpload(parts: Parts): Router {
  const router = Router();
  router.post("/imports/file", spendOrRefuse(createCallLimiter(uploadsPerMinute, 60_000)), (request, response) =>
    receive(parts, request, response),
  );
  return router;
}

async function receive(parts: Parts, request: Request, response: Response): Promise<void> {
  const { person } = factsOf(response);
  if (!person) throw new Fault("UNAUTHORIZED", "NOT_SIGNED_IN", { message: "Please sign in first." });
  const name = fileNameOf(request);
  const bytes = await readBytes(request);
  response.status(200).json(await keepUpload(parts, person, name, bytes));
}

function fileNameOf(request: Request): string {
  const given = request.headers["x-file-name"];
  const encoded = typeof given === "string" ? given : "";
  const decoded = /^(?:[^%]|%[0-9a-f]{2})*$/i.test(encoded) ? safelyDecoded(encoded) : "";
  return nameSchema(200).safeParse(decoded.replace(/^.*[/\\]/, "")).data ?? "file";
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

async function readBytes(request: Request): Promise<Buffer> {
  const isClaimed = Number(request.headers["content-length"] ?? 0) > importLimits.packedBytes;
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const part = chunk as Buffer;
    size += part.length;
    // Read on without keeping it: a closed connection would hide the answer from whoever is still sending.
    if (isClaimed || size > importLimits.packedBytes) chunks = [];
    else chunks.push(part);
  }
  if (isClaimed || size > importLimits.packedBytes) {
    throw new Fault("PAYLOAD_TOO_LARGE", "IMPORT_TOO_LARGE", { message: "A file for an import has at most 10 MB." });
  }
  if (size === 0) throw new Fault("UNPROCESSABLE_CONTENT", "EMPTY_FILE", { message: "The file is empty." });
  return Buffer.concat(chunks);
}
