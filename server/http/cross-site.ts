import type { Request, RequestHandler } from "express";

import { refuse } from "./refusal.ts";

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Refuses what another site could have caused (security.md, R-U8): a changing request needs our own header,
 * an Origin equal to the base URL, and no sign from the browser that it came from elsewhere. Without a base URL only the names of this computer are accepted.
 */
export function refuseCrossSite(baseUrl: string | null): RequestHandler {
  const origin = baseUrl === null ? null : new URL(baseUrl).origin;
  return (request, response, next) => {
    const allowed =
      request.method === "GET" || request.method === "HEAD" ? mayRead(request) : mayChange(request, origin);
    if (allowed) return next();
    refuse(response, {
      status: 403,
      code: "FORBIDDEN",
      appCode: "BAD_ORIGIN",
      message: "This request did not come from a page of this server.",
    });
  };
}

/** Links from elsewhere (mails, other sites) may open a page or a file, but no foreign page may load anything. */
function mayRead(request: Request): boolean {
  const site = request.headers["sec-fetch-site"];
  return (
    site === undefined || site === "same-origin" || site === "none" || request.headers["sec-fetch-mode"] === "navigate"
  );
}

function mayChange(request: Request, origin: string | null): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  if (request.headers["x-consortia"] === undefined) return false;
  const given = request.headers.origin;
  if (given === undefined) return false;
  return origin === null ? isOwnLoopback(given, request.headers.host) : given === origin;
}

/** The port is whatever the server, or the development proxy before it, listens on: the Host header names it. */
function isOwnLoopback(given: string, host: string | undefined): boolean {
  if (!URL.canParse(given)) return false;
  const url = new URL(given);
  return loopbackNames.has(url.hostname) && url.host === host;
}
