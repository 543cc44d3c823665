import type { CreateExpressContextOptions } from "@trpc/server/adapters/express";

import { factsOf } from "#server/http/request-facts.ts";
import { lookUpSession } from "#server/http/session.ts";
import { webHeaders } from "#server/http/web-headers.ts";
import type { Parts } from "#server/parts.ts";

import type { Context } from "./context.ts";

/** Makes the function that gathers what a call knows about its caller; the chain before it found most of it out. */
export function contextMaker(parts: Parts): (options: CreateExpressContextOptions) => Context {
  return ({ req, res, info }) => {
    const { requestId, address, session, person } = factsOf(res);
    const key = req.headers["idempotency-key"];
    let headers: Headers | null = null;
    return {
      parts,
      session,
      person,
      refresh: async () => (await lookUpSession(parts, req.headers.cookie))?.person ?? null,
      requestId,
      address,
      idempotencyKey: typeof key === "string" ? key : null,
      setHeader: (name, value) => {
        if (name.toLowerCase() === "set-cookie") res.append(name, value);
        else if (!res.headersSent) res.setHeader(name, value);
      },
      // Few procedures look at the headers, so they are copied only for those.
      get headers() {
        return (headers ??= webHeaders(req));
      },
      signal: info.signal,
    };
  };
}
