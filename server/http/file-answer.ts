import { pipeline } from "node:stream/promises";

import type { Response } from "express";

import type { Parts } from "#server/parts.ts";

import { refuse } from "./refusal.ts";

export type FileAnswer = {
  fileKey: string;
  fileName: string;
  contentType: string;
  /** Within a page instead of as a download: only for what the server drew itself. */
  isInline?: boolean;
  /** For the log. */
  owner: string;
};

/**
 * Answers with a stored file, as security.md, R-I7, wants it: never run, never guessed at, never kept. Answers 410 FILE_LOST
 * when the bytes are gone; resolves to whether they were there.
 */
export async function answerWithFile(parts: Parts, response: Response, file: FileAnswer): Promise<boolean> {
  const stored = await parts.files.read(file.fileKey);
  if (!stored) {
    parts.log.fatal({ file: file.owner }, "a stored file is lost");
    const message = "The file is gone from the server.";
    refuse(response, { status: 410, code: "NOT_FOUND", appCode: "FILE_LOST", message });
    return false;
  }
  response.setHeader("Content-Type", file.contentType);
  response.setHeader("Content-Length", stored.bytes);
  response.setHeader("Content-Disposition", dispositionOf(file.fileName, file.isInline ? "inline" : "attachment"));
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("Cache-Control", "no-store");
  // A reader that went away is nobody's fault.
  await pipeline(stored.stream, response).catch((error: unknown) => {
    if (!response.destroyed) throw error;
  });
  return true;
}

/** RFC 6266: a plain name for old programs, the true one in UTF-8. */
function dispositionOf(fileName: string, kind: "inline" | "attachment"): string {
  const plain = fileName.replaceAll(/[^A-Za-z0-9 ().,_-]/g, "_");
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
