import { createExpressMiddleware } from "@trpc/server/adapters/express";
import express, { type Express, Router } from "express";

import { contextMaker } from "#server/api/create-context.ts";
import { appRouter } from "#server/api/router.ts";
import { limitCalls, maxBatchSize } from "#server/http/call-limits.ts";
import { calendarFeed } from "#server/http/calendar-feed.ts";
import { createCallLimiter } from "#server/http/call-limiter.ts";
import { clientAddressReader } from "#server/http/client-address.ts";
import { clientFiles } from "#server/http/client-files.ts";
import { refuseCrossSite } from "#server/http/cross-site.ts";
import { answerDirectCalls } from "#server/http/direct-calls.ts";
import { healthRoutes } from "#server/http/health.ts";
import { createLiveConnections } from "#server/http/live-connections.ts";
import { answerErrors, refuseUnknown } from "#server/http/refusal.ts";
import { readJsonBody } from "#server/http/request-body.ts";
import { beginFacts } from "#server/http/request-facts.ts";
import { limitRequestLine } from "#server/http/request-line.ts";
import { httpRoutes } from "#server/http/routes.ts";
import { setSecurityHeaders } from "#server/http/security-headers.ts";
import { identify } from "#server/http/session.ts";
import { unsubscribeRoute } from "#server/http/unsubscribe.ts";
import type { Parts } from "#server/parts.ts";
import { clientFolder } from "#server/paths.ts";

export type App = {
  readonly handler: Express;
  /** From now on not ready; event streams are closed. Requests under way go on. */
  close(): void;
};

/** The one place where the parts become a program that answers requests. */
export function createApp(parts: Parts): App {
  const { settings } = parts;
  const live = createLiveConnections();
  let stopping = false;

  const handler = express();
  handler.disable("x-powered-by").disable("etag").set("query parser", "simple");
  handler.use(beginFacts(clientAddressReader(settings.trustedProxies)));
  handler.use(setSecurityHeaders(settings.baseUrl?.startsWith("https:") ?? false));
  handler.use(limitRequestLine);
  handler.use(healthRoutes(parts, () => stopping));
  handler.use("/api", apiRoutes(parts, live.track));
  handler.use(unsubscribeRoute(parts));
  handler.use(calendarFeed(parts));
  handler.use(clientFiles(clientFolder()));
  handler.use(refuseUnknown);
  handler.use(answerErrors(parts.log));

  return {
    handler,
    close() {
      stopping = true;
      live.closeAll();
    },
  };
}

function apiRoutes(parts: Parts, trackStreams: express.RequestHandler): Router {
  const api = Router();
  api.use((_request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  api.use(refuseCrossSite(parts.settings.baseUrl), identify(parts));
  const makeContext = contextMaker(parts);
  const procedures = createExpressMiddleware({
    router: appRouter,
    createContext: ({ req, res, info }) => makeContext(req, res, info.signal),
    maxBatchSize,
    maxBodySize: 1024 * 1024,
    allowMethodOverride: false,
  });
  api.use(
    "/trpc",
    limitCalls(createCallLimiter(parts.settings.callsPerMinute, 60_000)),
    readJsonBody,
    trackStreams,
    answerDirectCalls(makeContext),
    procedures,
  );
  for (const routes of httpRoutes(parts)) api.use(routes);
  api.use(refuseUnknown);
  return api;
}
