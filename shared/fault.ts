/** The tRPC error codes the product answers with; each stands for exactly one HTTP status. */
export const faultStatuses = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNPROCESSABLE_CONTENT: 422,
  PRECONDITION_REQUIRED: 428,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
  GATEWAY_TIMEOUT: 504,
} as const;

export type FaultCode = keyof typeof faultStatuses;

/** One input field that was refused: `path` as the form names it, `appCode` as the page translates it. */
export type FaultField = { path: string; appCode: string };

type FaultOptions = {
  message?: string;
  fields?: FaultField[];
  /** Plain values for the translated sentence, e.g. `{ seconds: 30 }`; never confidential. */
  params?: Record<string, string | number>;
  /** What the page needs to go on, e.g. the present row of a stale write. */
  present?: unknown;
  cause?: unknown;
};

/**
 * An expected refusal: `code` decides the HTTP status, `appCode` the sentence the person reads.
 * Everything else that is thrown is a defect and answers 500 without its text.
 */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly appCode: string;
  readonly fields: FaultField[];
  readonly params: Record<string, string | number>;
  readonly present: unknown;

  constructor(code: FaultCode, appCode: string, options: FaultOptions = {}) {
    super(options.message ?? appCode, { cause: options.cause });
    this.name = "Fault";
    this.code = code;
    this.appCode = appCode;
    this.fields = options.fields ?? [];
    this.params = options.params ?? {};
    this.present = options.present;
  }
}

/** The one answer for "unknown" and for "not yours": nobody can tell the two apart. */
export function notFound(): Fault {
  return new Fault("NOT_FOUND", "NOT_FOUND", {
    message: "There is nothing here, or it is not open to you.",
  });
}

/** The caller sees the record but may not do this with it. */
export function forbidden(appCode = "FORBIDDEN"): Fault {
  return new Fault("FORBIDDEN", appCode, { message: "You may see this but not change it." });
}

/** Somebody else saved first; `present` is the row as it stands now. */
export function stale(present: unknown): Fault {
  return new Fault("CONFLICT", "STALE", {
    message: "Somebody changed this in the meantime. Nothing was overwritten.",
    present,
  });
}

/** One refused field, reported beside the form field named by `path`. */
export function invalid(path: string, appCode: string, message?: string): Fault {
  return new Fault("BAD_REQUEST", "INPUT", {
    message: message ?? `${path}: ${appCode}`,
    fields: [{ path, appCode }],
  });
}
