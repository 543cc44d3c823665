import type { RequestHandler } from "express";

import { sessionCookieName } from "#server/features/accounts/session-cookie.ts";
import { findSession, type FoundSession } from "#server/features/accounts/session-queries.ts";
import { noteSessionSeen } from "#server/features/accounts/session-service.ts";
import type { Parts } from "#server/parts.ts";

import { factsOf } from "./request-facts.ts";

/** Looks up the session a Cookie header proves, with the clock and the rights of now. */
export async function lookUpSession(parts: Parts, cookies: string | undefined): Promise<FoundSession | null> {
  if (cookies === undefined) return null;
  const { secret, baseUrl } = parts.settings;
  return await findSession(parts.db.read, cookies, secret ?? "", parts.clock(), sessionCookieName(baseUrl));
}

/** Notes who asks, by one prepared look-up; requests without a cookie cost nothing. */
export function identify(parts: Parts): RequestHandler {
  return async (request, response, next) => {
    const found = await lookUpSession(parts, request.headers.cookie);
    if (found) {
      const facts = factsOf(response);
      facts.session = found.session;
      facts.person = found.person;
      // Nobody waits for the note, and a full disk must not keep anybody from reading.
      noteSessionSeen(parts.db, found.session.id, found.lastSeenAt, parts.clock()).catch((error: unknown) =>
        parts.log.warn({ err: error }, "the use of a session was not noted"),
      );
    }
    next();
  };
}
