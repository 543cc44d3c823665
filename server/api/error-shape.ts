import { TRPCError, type TRPCDefaultErrorShape } from "@trpc/server";
import { ZodError } from "zod";

import { storageFault } from "#server/db/errors.ts";
import { Fault, type FaultField } from "#shared/fault.ts";

const internalText = "Something went wrong on our side. Nothing was saved; please try again.";

/** What the page gets of an error beside tRPC's own code. */
export type ErrorShape = TRPCDefaultErrorShape & {
  data: {
    appCode: string;
    requestId: string;
    fields: FaultField[];
    params: Record<string, string | number>;
    present: unknown;
  };
};

/** Turns a thrown fault into a tRPC error; anything that is not expected keeps its cause for the log only. */
export function toApiError(error: unknown): TRPCError {
  if (error instanceof TRPCError) return error;
  const fault = error instanceof Fault ? error : storageFault(error);
  if (fault) return new TRPCError({ code: fault.code, message: fault.message, cause: fault });
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: internalText, cause: error });
}

/** A write that does not say which version it has seen (security.md, R-C1), or null for any other refused input. */
export function versionRequired(error: TRPCError): TRPCError | null {
  if (error.code !== "BAD_REQUEST" || !(error.cause instanceof ZodError)) return null;
  const isMissing = error.cause.issues.some(
    (issue) => issue.path.at(-1) === "version" && issue.code === "invalid_type" && (issue.input ?? null) === null,
  );
  if (!isMissing) return null;
  const message = "The page did not say which version it has seen. Nothing was saved; please reload it.";
  return toApiError(new Fault("PRECONDITION_REQUIRED", "VERSION_REQUIRED", { message }));
}

/** The one shape of every error answer: no stack, no schema dump, no text of an unexpected exception. */
export function shapeError(shape: TRPCDefaultErrorShape, error: TRPCError, requestId: string): ErrorShape {
  const fault = error.cause instanceof Fault ? error.cause : null;
  const inputError = error.code === "BAD_REQUEST" && error.cause instanceof ZodError ? error.cause : null;
  const unexpected = error.code === "INTERNAL_SERVER_ERROR";
  const { code, httpStatus } = shape.data;
  return {
    code: shape.code,
    message: unexpected
      ? internalText
      : inputError
        ? "Some fields cannot be used as they are. Nothing was saved."
        : shape.message,
    data: {
      code,
      httpStatus,
      ...(shape.data.path === undefined ? {} : { path: shape.data.path }),
      appCode: fault?.appCode ?? (inputError ? "INPUT" : unexpected ? "INTERNAL" : error.code),
      requestId,
      fields: fault?.fields ?? (inputError ? inputFields(inputError) : []),
      params: fault?.params ?? {},
      present: fault?.present ?? null,
    },
  };
}

/** Our own refinements name their code in capitals; zod's words become short codes of the same kind. */
function inputFields(error: ZodError): FaultField[] {
  return error.issues.slice(0, 100).flatMap((issue) => {
    const path = issue.path.join(".");
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ path: [...issue.path, key].join("."), appCode: "UNKNOWN_FIELD" }));
    if (/^[A-Z][A-Z_]+$/.test(issue.message)) return [{ path, appCode: issue.message }];
    return [{ path, appCode: shortCode(issue.code, issue) }];
  });
}

function shortCode(code: string, issue: { input?: unknown }): string {
  if (code === "too_small" && Array.isArray(issue.input)) return "REQUIRED";
  if (code === "too_small" && typeof issue.input === "string") return issue.input === "" ? "REQUIRED" : "TOO_SHORT";
  if (code === "too_small") return "OUT_OF_RANGE";
  if (code === "too_big") return typeof issue.input === "number" ? "OUT_OF_RANGE" : "TOO_LONG";
  if (code === "invalid_type") return issue.input === undefined || issue.input === null ? "REQUIRED" : "WRONG_TYPE";
  return "NOT_VALID";
}
