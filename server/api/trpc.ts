import { initTRPC } from "@trpc/server";

import { Fault } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";

import { actorOf, type Context, type Session } from "./context.ts";
import { type AuthorizationRule, authorizationRules } from "./authorization-rules.ts";
import { shapeError, toApiError } from "./error-shape.ts";
import { answerOnce } from "./answer-once.ts";
import type { ReadDb, Tx } from "#server/db/database.ts";

export type Meta = { rule: AuthorizationRule };

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => shapeError(shape, error, ctx?.requestId ?? ""),
    sse: { ping: { enabled: true, intervalMs: 20_000 }, client: { reconnectAfterInactivityMs: 45_000 } },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Expected faults become their status; whatever else is thrown is logged here and answers 500 without its text. */
const mapFaults = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const error = toApiError(result.error.cause ?? result.error);
  const mapped = error.code === "INTERNAL_SERVER_ERROR" && result.error.code !== "INTERNAL_SERVER_ERROR" ? result.error : error;
  if (mapped.code === "INTERNAL_SERVER_ERROR") {
    ctx.parts.log.error({ requestId: ctx.requestId, path, userId: ctx.person?.userId, err: mapped.cause ?? mapped }, "call failed");
  }
  return { ...result, error: mapped };
});

const demandRule = t.middleware(({ meta, next }) => {
  if (!meta || !(meta.rule in authorizationRules)) throw new Fault("FORBIDDEN", "NO_RULE");
  return next();
});

const base = t.procedure.use(mapFaults).use(demandRule);

/** Open to everybody. */
export const openProcedure = base.use(answerOnce(t.middleware));

/** For signed-in people. Adds `session`, `person`, `read` and `write`: the one way into a transaction. */
export const personProcedure = base
  .use(({ ctx, next }) => {
    if (!ctx.session || !ctx.person) throw new Fault("UNAUTHORIZED", "NOT_SIGNED_IN", { message: "Please sign in first." });
    const session: Session = ctx.session;
    const person: Person = ctx.person;
    return next({
      ctx: {
        session,
        person,
        read: ctx.parts.db.read satisfies ReadDb,
        /** Runs one service function as this person, all or nothing. */
        write: <T>(work: (tx: Tx) => Promise<T>): Promise<T> => ctx.parts.db.transact(actorOf(person), work),
      },
    });
  })
  .use(answerOnce(t.middleware));
