import {
  type AnyTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  type TRPCProcedureType,
} from "@trpc/server";
import { getHTTPStatusCode } from "@trpc/server/http";
import type { Request, RequestHandler } from "express";

import type { Context } from "#server/api/context.ts";
import type { MakeContext } from "#server/api/create-context.ts";
import { appRouter } from "#server/api/router.ts";

type Call = { path: string; procedure: AnyTRPCProcedure; input: unknown };
type Calls = { type: TRPCProcedureType; isBatch: boolean; calls: Call[] };

const procedures = new Map(Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>));
const typeOfMethod: Record<string, TRPCProcedureType> = { GET: "query", POST: "mutation" };

/**
 * Answers queries and mutations as the library's own adapter does, but without turning the request into a web request
 * and the answer into a stream, which costs more than many a procedure. Event streams and whatever is unusual or wrong
 * about a request go on to that adapter.
 */
export function answerDirectCalls(makeContext: MakeContext): RequestHandler {
  return async (request, response, next) => {
    const found = directCalls(request);
    if (!found) return next();
    const leaving = new AbortController();
    response.once("close", () => response.writableEnded || leaving.abort());
    const ctx = makeContext(request, response, leaving.signal);
    const answers = await Promise.all(
      found.calls.map((call, index) => answerOf(call, found.type, ctx, leaving.signal, index)),
    );
    response.statusCode = getHTTPStatusCode(answers as Parameters<typeof getHTTPStatusCode>[0]);
    response.setHeader("Vary", "trpc-accept, accept");
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(found.isBatch ? answers : answers[0]));
  };
}

async function answerOf(
  { path, procedure, input }: Call,
  type: TRPCProcedureType,
  ctx: Context,
  signal: AbortSignal,
  batchIndex: number,
): Promise<unknown> {
  try {
    return {
      result: { data: await procedure({ path, type, ctx, getRawInput: async () => input, signal, batchIndex }) },
    };
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    return { error: getTRPCErrorShape({ config: appRouter._def._config, error, type, path, input, ctx }) };
  }
}

/** Null when the request is anything but calls of known procedures of one type by its own method. */
function directCalls(request: Request): Calls | null {
  const { method, url, headers, body } = request as Request & { body: unknown };
  const type = typeOfMethod[method];
  const [address = "", query = ""] = url.split("?", 2);
  const parameters = new URLSearchParams(query);
  const isBatch = parameters.get("batch") === "1";
  if (!type || [...parameters.keys()].some((name) => name !== "batch" && name !== "input")) return null;
  if (headers["trpc-accept"] !== undefined || headers.accept?.includes("jsonl")) return null;
  const contentType = headers["content-type"] ?? (type === "query" ? "application/json" : "");
  if (!/^application\/json\s*(;|$)/i.test(contentType)) return null;
  const given = parsed(type === "query" ? parameters.get("input") : body);
  if (!given || (isBatch && !isRecord(given.value))) return null;
  const inputs = isBatch ? (given.value as Record<string, unknown>) : { 0: given.value };
  const paths = isBatch ? address.slice(1).split(",") : [address.slice(1)];
  const calls = paths.flatMap((path, index) => {
    const procedure = procedures.get(path);
    return procedure?._def.type === type ? { path, procedure, input: inputs[String(index)] } : [];
  });
  return calls.length === paths.length ? { type, isBatch, calls } : null;
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** No text means no input; null when it is not JSON. */
function parsed(text: unknown): { value: unknown } | null {
  if (text === null || text === "") return { value: undefined };
  try {
    return typeof text === "string" ? { value: JSON.parse(text) as unknown } : null;
  } catch {
    return null;
  }
}
