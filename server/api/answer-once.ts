import { createHash } from "node:crypto";

import { findReplay, requestScope } from "#server/db/request-scope.ts";
import { Fault } from "#shared/fault.ts";

import { t } from "./trpc-root.ts";

const keyPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const underway = new Set<string>();

/**
 * Gives a repeated mutation its first answer (security.md, R-C2): the key, a hash of the call and the result are
 * stored in the transaction of the effect. Faults: IN_PROGRESS while the first call runs, KEY_REUSED for another call.
 */
export const answerOnce = t.middleware(async ({ ctx, type, path, getRawInput, next }) => {
  const key = ctx.idempotencyKey;
  if (type !== "mutation" || key === null) return next();
  if (!keyPattern.test(key)) throw new Fault("BAD_REQUEST", "BAD_IDEMPOTENCY_KEY");
  const userId = ctx.person?.userId ?? "";
  const call = `${path}\n${JSON.stringify((await getRawInput()) ?? null, withoutPasswords)}`;
  const bodyHash = createHash("sha256").update(call).digest("hex");
  const slot = `${userId} ${key}`;
  if (underway.has(slot)) throw new Fault("CONFLICT", "IN_PROGRESS", { message: "The same request is still running." });
  underway.add(slot);
  try {
    const replay = await findReplay(ctx.parts.db.read, userId, key);
    if (replay && replay.bodyHash !== bodyHash) throw new Fault("UNPROCESSABLE_CONTENT", "KEY_REUSED");
    if (!replay) return await requestScope.run({ idempotency: { key, bodyHash, userId } }, () => next());
    ctx.setHeader("Idempotency-Replayed", "true");
    // The library brands its own results; a stored answer takes the same road without running the procedure.
    return { ok: true, data: replay.result, marker: "middlewareMarker" } as unknown as Awaited<ReturnType<typeof next>>;
  } finally {
    underway.delete(slot);
  }
});

// The hash is a fast one and is kept: a password in it could be guessed from the database.
function withoutPasswords(key: string, value: unknown): unknown {
  return key.toLowerCase().includes("password") ? null : value;
}
