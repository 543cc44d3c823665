import type { Request, RequestHandler } from "express";

import { Fault } from "#shared/fault.ts";

import { refuse } from "./refusal.ts";

const maxBytes = 1024 * 1024;
const maxDepth = 32;
const maxItems = 1000;

/**
 * Reads a JSON body of at most 1 MiB, 32 levels and 1,000 items an array into `request.body` as text, and checks the
 * input in the address the same way (security.md, R-I2). Answers 413, 415 and 400 TOO_DEEP or TOO_MANY_ITEMS.
 */
export const readJsonBody: RequestHandler = async (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") {
    checkShape(decodedQuery(request));
    return next();
  }
  if (hasBody(request) && !/^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? "")) {
    return refuse(response, {
      status: 415,
      code: "UNSUPPORTED_MEDIA_TYPE",
      appCode: "CONTENT_TYPE",
      message: "Only application/json is understood here.",
    });
  }
  const text = await readText(request);
  if (text === null) {
    // Read on without keeping it: a closed connection would hide the answer from whoever is still sending.
    request.resume();
    return refuse(response, {
      status: 413,
      code: "PAYLOAD_TOO_LARGE",
      appCode: "TOO_LARGE",
      message: "The request is larger than 1 MB.",
    });
  }
  checkShape(text);
  // A call without input comes without a body, which the library would try to read as JSON.
  request.body = text === "" ? "{}" : text;
  next();
};

function hasBody(request: Request): boolean {
  return request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0;
}

/** Null when the body is too large. */
async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  return await new Promise((resolve, reject) => {
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) {
        request.removeAllListeners("data");
        return resolve(null);
      }
      chunks.push(chunk);
    });
    request.once("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.once("error", reject);
  });
}

function decodedQuery(request: Request): string {
  const start = request.url.indexOf("?");
  return start < 0 ? "" : (new URLSearchParams(request.url.slice(start)).get("input") ?? "");
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openers = new Set([0x5b, 0x7b]);
const closers = new Set([0x5d, 0x7d]);

/** Counts brackets and commas outside of strings: cheaper than parsing, and before anything recursive sees the text. */
function checkShape(text: string): void {
  const counts = [0];
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === backslash) index += 1;
      else if (code === quote) quoted = false;
    } else if (code === quote) quoted = true;
    else if (openers.has(code)) {
      if (counts.push(0) > maxDepth + 1)
        throw new Fault("BAD_REQUEST", "TOO_DEEP", { message: "The request is nested too deeply." });
    } else if (closers.has(code)) counts.pop();
    else if (code === comma) {
      const count = (counts.pop() ?? 0) + 1;
      if (count >= maxItems)
        throw new Fault("BAD_REQUEST", "TOO_MANY_ITEMS", { message: `At most ${maxItems} items can be sent at once.` });
      counts.push(count);
    }
  }
}
