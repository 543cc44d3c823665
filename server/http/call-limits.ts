import type { RequestHandler } from "express";

import { type CallLimiter } from "./call-limiter.ts";
import { refuse } from "./refusal.ts";
import { factsOf } from "./request-facts.ts";

export const maxBatchSize = 10;

/** Lets at most ten calls travel in one request and counts each of them against the person's, or the address's, limit. */
export function limitCalls(limiter: CallLimiter): RequestHandler {
  return (request, response, next) => {
    const calls = request.path.split(/,|%2c/i).length;
    if (calls > maxBatchSize) {
      const message = `At most ${maxBatchSize} calls can travel together.`;
      return refuse(response, { status: 400, code: "BAD_REQUEST", appCode: "TOO_MANY_CALLS", message });
    }
    spendOrRefuse(limiter, calls)(request, response, next);
  };
}

/** Counts `calls` (by default one) for whoever asks; answers 429 with Retry-After when the limit is reached. */
export function spendOrRefuse(limiter: CallLimiter, calls = 1): RequestHandler {
  return (_request, response, next) => {
    const { person, address } = factsOf(response);
    const seconds = limiter.spend(person ? `user ${person.userId}` : `address ${address}`, calls);
    if (seconds === 0) return next();
    response.setHeader("Retry-After", String(seconds));
    const message = `That was a lot at once. Please wait ${seconds} seconds.`;
    refuse(response, {
      status: 429,
      code: "TOO_MANY_REQUESTS",
      appCode: "TOO_MANY_REQUESTS",
      message,
      params: { seconds },
    });
  };
}
