import type { ReadDb, Tx } from "#server/db/database.ts";
import { noteDenial } from "#server/features/audit/denial-service.ts";
import { personViewing } from "#server/features/access/viewing-queries.ts";
import { Fault, forbidden } from "#shared/fault.ts";

import { answerOnce } from "./answer-once.ts";
import { authorizationRules } from "./authorization-rules.ts";
import { actorOf } from "./context.ts";
import { toApiError, versionRequired } from "./error-shape.ts";
import { refusalIn } from "./refusals.ts";
import { parseSynchronously } from "./synchronous-parsing.ts";
import { t } from "./trpc-root.ts";

export const router = t.router;

/** Expected faults become their status; whatever else is thrown is logged here and answers 500 without its text. */
const mapFaults = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const thrown = result.error;
  const error =
    thrown.code === "INTERNAL_SERVER_ERROR" ? toApiError(thrown.cause ?? thrown) : (versionRequired(thrown) ?? thrown);
  if (error.code === "INTERNAL_SERVER_ERROR") {
    ctx.parts.log.error(
      { requestId: ctx.requestId, path, userId: ctx.person?.userId, err: error.cause ?? error },
      "call failed",
    );
  }
  const wait = secondsToWait(error.cause);
  if (wait !== null) ctx.setHeader("Retry-After", String(wait));
  return { ...result, error };
});

/** What a program that calls us may do by itself after a refusal that passes, or null. */
function secondsToWait(cause: unknown): number | null {
  if (!(cause instanceof Fault)) return null;
  if (cause.code === "TOO_MANY_REQUESTS") return Number(cause.params["seconds"] ?? 1);
  return cause.code === "SERVICE_UNAVAILABLE" ? 1 : null;
}

const demandRule = t.middleware(({ meta, next }) => {
  if (!meta || !(meta.rule in authorizationRules)) throw new Fault("FORBIDDEN", "NO_RULE");
  return next();
});

/** Names the participant through whose eyes a project is read. */
export const viewAsHeader = "x-view-as";

// Whoever looks through a member's eyes reads that project, and does nothing else meanwhile.
const readWhileViewing = t.middleware(({ ctx, meta, type, next }) => {
  const isAsked = ctx.headers[viewAsHeader] !== undefined;
  if (isAsked && (type !== "query" || meta?.rule !== "project-read")) throw forbidden("VIEWING_AS");
  return next();
});

/** What every procedure stands on; who may call it, each builder adds. */
export const base = parseSynchronously(t.procedure).use(mapFaults).use(demandRule).use(readWhileViewing);

/** Open to everybody. */
export const openProcedure = base.use(answerOnce);

/** A mutation that was refused leaves an entry for administrators once its answer is out (security.md, R-A3). */
const noteRefusals = t.middleware(async ({ ctx, type, path, getRawInput, next }) => {
  const result = await next();
  const { person, parts } = ctx;
  if (type !== "mutation" || result.ok || !person) return result;
  const refusal = refusalIn(result.error.cause);
  if (refusal) {
    const report = (err: unknown) => parts.log.error({ requestId: ctx.requestId, path, err }, "refusal not kept");
    noteDenial(parts.db, actorOf(person), parts.clock(), { path, input: getRawInput, ...refusal }, report);
  }
  return result;
});

/** For signed-in people. Adds `session`, `person`, `read` and `write`: the one way into a transaction. */
export const personProcedure = base
  .use(async ({ ctx, next }) => {
    const { session, parts } = ctx;
    if (!session || !ctx.person) throw new Fault("UNAUTHORIZED", "NOT_SIGNED_IN", { message: "Please sign in first." });
    const read: ReadDb = parts.db.read;
    const viewed = ctx.headers[viewAsHeader];
    const person = viewed === undefined ? ctx.person : await personViewing(read, ctx.person, viewed, parts.clock());
    /** Runs one service function as this person, all or nothing; its result must be the procedure's answer. */
    const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      parts.db.transact(actorOf(person), (tx) => {
        // The page remembers its own acts, so that it can ask to take the last one back.
        tx.afterCommit(() => ctx.setHeader("X-Change-Group", tx.groupId));
        return work(tx);
      });
    return next({ ctx: { session, person, read, write } });
  })
  .use(noteRefusals)
  .use(answerOnce);
