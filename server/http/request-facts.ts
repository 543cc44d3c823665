import { randomUUID } from "node:crypto";

import type { RequestHandler, Response } from "express";

import type { Session } from "#server/api/context.ts";
import type { Person } from "#shared/features/members/standing.ts";

/** What the chain has found out about a request so far. */
export type RequestFacts = {
  readonly requestId: string;
  /** Client address after trusted proxies; IPv6 shortened to its /64. For limits and logs only. */
  readonly address: string;
  session: Session | null;
  person: Person | null;
};

const facts = new WeakMap<object, RequestFacts>();

/** Gives every request its id, which the answer carries too, and notes the address it came from. */
export function beginFacts(addressOf: (request: Parameters<RequestHandler>[0]) => string): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    facts.set(response, { requestId, address: addressOf(request), session: null, person: null });
    response.setHeader("X-Request-Id", requestId);
    next();
  };
}

/** The facts of the request this response answers. */
export function factsOf(response: Response): RequestFacts {
  const found = facts.get(response);
  if (!found) throw new Error("The request did not pass the beginning of the chain");
  return found;
}
