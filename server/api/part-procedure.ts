import type { Tx } from "#server/db/database.ts";
import { type OpenPart, openPartLink } from "#server/features/part/part-link-queries.ts";
import { notePartUse } from "#server/features/part/part-use-service.ts";
import { type CallLimiter, createCallLimiter } from "#server/http/call-limiter.ts";
import type { Parts } from "#server/parts.ts";
import { Fault } from "#shared/fault.ts";
import { partTokenSchema } from "#shared/features/part/part.ts";

import { answerOnce } from "./answer-once.ts";
import { actorOf, type RequestHeaders } from "./context.ts";
import { base } from "./trpc.ts";

/** Carries the token of a personal link, on calls of the part alone. */
const partHeader = "x-part-link";
const callsPerMinute = 120;
const limiters = new WeakMap<Parts, CallLimiter>();

/** The token a request carries; none at all, and one of another shape, are answered as one nobody knows. */
export function tokenOfPart(headers: RequestHeaders): string {
  const parsed = partTokenSchema.safeParse(headers[partHeader]);
  return parsed.success ? parsed.data : "";
}

function demandCalm(parts: Parts, linkId: string): void {
  const limiter = limiters.get(parts) ?? createCallLimiter(callsPerMinute, 60_000);
  limiters.set(parts, limiter);
  const seconds = limiter.spend(linkId);
  if (seconds === 0) return;
  const message = `That was a lot at once. Please wait ${seconds} seconds.`;
  throw new Fault("TOO_MANY_REQUESTS", "TOO_MANY_REQUESTS", { message, params: { seconds } });
}

/**
 * For whoever holds a personal link: the link alone says who acts and for what, a session in the same browser plays no
 * part. Adds `open`, `read` and `write`; a write looks the link up once more within its transaction.
 */
export const partProcedure = base
  .meta({ rule: "part-link" })
  .use(async ({ ctx, next }) => {
    const { parts } = ctx;
    const token = tokenOfPart(ctx.headers);
    const open = await openPartLink(parts.db.read, token, parts.clock());
    demandCalm(parts, open.link.id);
    // Nobody waits for the note, and a full disk must not keep anybody from reading.
    notePartUse(parts.db, open, parts.clock()).catch((error: unknown) =>
      parts.log.warn({ err: error }, "the use of a personal link was not noted"),
    );
    /** Runs one service function as the link's person, all or nothing; its result must be the procedure's answer. */
    const write = <T>(work: (tx: Tx, open: OpenPart) => Promise<T>): Promise<T> =>
      parts.db.transact(actorOf(open.person), async (tx) => work(tx, await openPartLink(tx, token, tx.now)));
    return next({ ctx: { session: null, person: open.person, open, read: parts.db.read, write } });
  })
  .use(answerOnce);
