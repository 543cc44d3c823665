/** What a refused or failed call tells the page; read with `faultOf`, shown with `FaultAlert`. */
export type FaultFacts = {
  code: string;
  httpStatus: number;
  appCode: string;
  requestId: string | undefined;
  params: Record<string, string | number>;
  fields: { path: string; appCode: string }[];
  /** The present row of a stale write; its shape is known only to who asked. */
  present: unknown;
  message: string;
};

type Rough = { message?: unknown; data?: unknown };

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** Reads any thrown value into the facts of a fault; an answer that never arrived becomes appCode OFFLINE. */
export function faultOf(error: unknown): FaultFacts {
  const rough = recordOf(error) as Rough;
  const given = recordOf(rough.data);
  const answered = typeof given["code"] === "string";
  const fields = Array.isArray(given["fields"]) ? (given["fields"] as FaultFacts["fields"]) : [];
  const isLost =
    error instanceof Error &&
    (error.name === "TRPCClientError" || /failed to fetch|networkerror|load failed/i.test(error.message));
  return {
    code: answered ? String(given["code"]) : "",
    httpStatus: typeof given["httpStatus"] === "number" ? given["httpStatus"] : 0,
    appCode: typeof given["appCode"] === "string" ? given["appCode"] : answered || !isLost ? "INTERNAL" : "OFFLINE",
    requestId: typeof given["requestId"] === "string" ? given["requestId"] : undefined,
    params: recordOf(given["params"]) as FaultFacts["params"],
    fields,
    present: given["present"],
    message: typeof rough.message === "string" ? rough.message : String(error),
  };
}
