import { type TRPC_ERROR_CODE_KEY, TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import type { ErrorRequestHandler, RequestHandler, Response } from "express";
import type { Logger } from "pino";

import { storageFault } from "#server/db/errors.ts";
import { Fault, faultStatuses } from "#shared/fault.ts";

import { factsOf } from "./request-facts.ts";

export type Refusal = {
  status: number;
  code: TRPC_ERROR_CODE_KEY;
  appCode: string;
  message: string;
  params?: Record<string, string | number>;
};

/** The body of a refusal outside tRPC, in the same form as tRPC's own. */
export function refusalBody(refusal: Refusal, requestId: string): string {
  const { status, code, appCode, message, params = {} } = refusal;
  const shape = {
    message,
    code: TRPC_ERROR_CODES_BY_KEY[code],
    data: { code, httpStatus: status, appCode, requestId, fields: [], params, present: null },
  };
  return JSON.stringify({ error: shape });
}

/** Answers with a refusal; the connection stays usable. */
export function refuse(response: Response, refusal: Refusal): void {
  response.setHeader("Cache-Control", "no-store");
  response
    .status(refusal.status)
    .type("json")
    .end(refusalBody(refusal, factsOf(response).requestId));
}

/** Whatever no route took. */
export const refuseUnknown: RequestHandler = (_request, response) =>
  refuse(response, {
    status: 404,
    code: "NOT_FOUND",
    appCode: "NOT_FOUND",
    message: "There is nothing at this address.",
  });

/** Answers errors that reached the end of the chain: faults as they are, everything else as 500 without its text. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const fault = error instanceof Fault ? error : storageFault(error);
    const { requestId, person } = factsOf(response);
    if (!fault && !isMalformed(error)) log.error({ requestId, userId: person?.userId, err: error }, "request failed");
    if (response.headersSent) return next(error);
    if (fault) {
      const { code, appCode, message, params } = fault;
      return refuse(response, { status: faultStatuses[code], code, appCode, message, params });
    }
    if (isMalformed(error))
      return refuse(response, {
        status: 400,
        code: "BAD_REQUEST",
        appCode: "BAD_REQUEST",
        message: "The request cannot be read.",
      });
    const message = "Something went wrong on our side. Nothing was saved; please try again.";
    refuse(response, { status: 500, code: "INTERNAL_SERVER_ERROR", appCode: "INTERNAL", message });
  };
}

/** The router refuses paths such as `/%E0%A4%A` with a URIError of its own. */
function isMalformed(error: unknown): boolean {
  return error instanceof URIError || (error instanceof Error && "status" in error && error.status === 400);
}
