import { type Operation, retryLink, type TRPCLink } from "@trpc/client";
import { faultOf } from "#client/lib/fault.ts";
import { randomId } from "#client/lib/random-id.ts";
import type { AppRouter } from "#server/api/router.ts";

const keys = new WeakMap<object, string>();
const passing = new Set(["OFFLINE", "BUSY", "IN_PROGRESS", "DB_UNAVAILABLE"]);

/** One key per mutate call: repeats of the same call carry the same `context` object and so the same key. */
export function idempotencyKeyOf(op: Operation): string {
  const known = keys.get(op.context);
  if (known !== undefined) return known;
  const key = randomId();
  keys.set(op.context, key);
  return key;
}

/** Sends a mutation again when its answer was lost or the server was busy; the key keeps the effect single. */
export const repeatLostMutations: TRPCLink<AppRouter> = retryLink({
  retry: ({ error, attempts }) => attempts < 4 && passing.has(faultOf(error).appCode),
  retryDelayMs: (attempt) => 400 * 2 ** attempt,
});
