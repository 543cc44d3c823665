import { type RequestHandler, Router } from "express";

import { endMails } from "#server/features/accounts/mail-preference-service.ts";
import { findPerson } from "#server/features/accounts/person-queries.ts";
import { readUnsubscribeToken } from "#server/features/accounts/unsubscribe-token.ts";
import type { Parts } from "#server/parts.ts";

import { refuse } from "./refusal.ts";

/**
 * One click that ends mails (RFC 8058): a POST to the address in the mail's header, sent by the reader's mail program
 * without cookie and Origin. It stands outside `/api` and its check of foreign sites on purpose; the signed token is
 * the whole right, it can do nothing but end this person's mails of this topic, and no cookie is looked at. A GET of
 * the same address is a page, which never unsubscribes anybody: mail scanners open links.
 */
export function unsubscribeRoute(parts: Parts): Router {
  return Router().post("/unsubscribe", endMailsByToken(parts));
}

function endMailsByToken(parts: Parts): RequestHandler {
  return async (request, response) => {
    request.resume();
    const token = new URLSearchParams(request.url.split("?")[1] ?? "").get("token") ?? "";
    const found = readUnsubscribeToken(parts.settings.secret, token);
    if (found === null || !(await findPerson(parts.db.read, found.userId)))
      return refuse(response, {
        status: 404,
        code: "NOT_FOUND",
        appCode: "LINK_UNKNOWN",
        message: "This link is not one of ours. Please check that it is complete.",
      });
    await parts.db.transact({ userId: found.userId, actingForId: null }, (tx) =>
      endMails(tx, found.userId, found.topic),
    );
    response.setHeader("Cache-Control", "no-store");
    response
      .status(200)
      .type("json")
      .end(JSON.stringify({ topic: found.topic }));
  };
}
