import type { RequestHandler } from "express";

import type { Parts } from "#server/parts.ts";
import { findSession } from "#server/features/accounts/session-queries.ts";

import { factsOf } from "./request-facts.ts";

/** Notes who asks, by one prepared look-up; requests without a cookie cost nothing. */
export function identify(parts: Parts): RequestHandler {
  return async (request, response, next) => {
    const cookies = request.headers.cookie;
    if (cookies === undefined) return next();
    const found = await findSession(parts.db.read, cookies, parts.settings.secret ?? "", parts.clock());
    if (found) Object.assign(factsOf(response), found);
    next();
  };
}
