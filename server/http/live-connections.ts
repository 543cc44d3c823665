import type { AnyTRPCProcedure } from "@trpc/server";
import type { Request, RequestHandler, Response } from "express";

import { appRouter } from "#server/api/router.ts";

import { refuse } from "./refusal.ts";
import { factsOf } from "./request-facts.ts";

const maxPerPerson = 6;
const reconnectAfterMs = 1000;

export type LiveConnections = {
  /** Notes event streams and refuses the seventh of one person. */
  readonly track: RequestHandler;
  /** Says goodbye to every listener so that the server can stop; browsers come back after a second. */
  closeAll(): void;
};

const subscriptions = new Set(
  Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>)
    .filter(([, procedure]) => procedure._def.type === "subscription")
    .map(([path]) => path),
);

/** By what is called, too: the library streams to whoever calls a subscription, whatever it says it accepts. */
function asksForStream({ headers, path }: Request): boolean {
  if ((headers.accept ?? "").includes("text/event-stream")) return true;
  const calls = path.slice(1).replaceAll(/%2c/gi, ",").replaceAll(/%2e/gi, ".");
  // What is written in any other way counts as well: nobody but somebody trying writes a name like that.
  return calls.includes("%") || calls.split(",").some((call) => subscriptions.has(call));
}

/** Keeps count of open event streams (security.md, R-C5 and R-D10): Node waits for them for ever when it stops. */
export function createLiveConnections(): LiveConnections {
  const open = new Map<Response, string>();
  const track: RequestHandler = (request, response, next) => {
    if (!asksForStream(request)) return next();
    const owner = factsOf(response).person?.userId ?? factsOf(response).address;
    if ([...open.values()].filter((each) => each === owner).length >= maxPerPerson) {
      response.setHeader("Retry-After", "5");
      const message = "Too many open pages are listening for news. Close some of them.";
      return refuse(response, { status: 429, code: "TOO_MANY_REQUESTS", appCode: "TOO_MANY_STREAMS", message });
    }
    open.set(response, owner);
    response.once("close", () => open.delete(response));
    next();
  };
  return {
    track,
    closeAll() {
      for (const response of open.keys()) {
        // Not end(): the stream behind would go on writing; a destroyed socket aborts it.
        if (!response.headersSent) response.destroy();
        else response.write(`event: bye\nretry: ${reconnectAfterMs}\ndata: \n\n`, () => response.destroy());
      }
    },
  };
}
