import type { Request, Response } from "express";

import { factsOf } from "#server/http/request-facts.ts";
import { lookUpSession } from "#server/http/session.ts";
import type { Parts } from "#server/parts.ts";

import type { Context } from "./context.ts";

export type MakeContext = (request: Request, response: Response, signal: AbortSignal) => Context;

/** Makes the function that gathers what a call knows about its caller; the chain before it found most of it out. */
export function contextMaker(parts: Parts): MakeContext {
  return (request, response, signal) => {
    const { requestId, address, session, person } = factsOf(response);
    const key = request.headers["idempotency-key"];
    return {
      parts,
      session,
      person,
      refresh: async () => (await lookUpSession(parts, request.headers.cookie))?.person ?? null,
      requestId,
      address,
      idempotencyKey: typeof key === "string" ? key : null,
      setHeader: (name, value) => {
        if (name.toLowerCase() === "set-cookie") response.append(name, value);
        else if (!response.headersSent) response.setHeader(name, value);
      },
      headers: request.headers,
      signal,
    };
  };
}
