import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";

import type { Context } from "#server/api/context.ts";
import { appRouter } from "#server/api/router.ts";
import { t } from "#server/api/trpc-root.ts";
import type { Actor, Database, HousekeepingTx, Tx } from "#server/db/database.ts";
import type { Parts } from "#server/parts.ts";
import { Fault } from "#shared/fault.ts";
import { callPath } from "#tests/support/caller.ts";

import type { Somebody } from "./people-scene.ts";

/** How a call ended: `ok`, the status of a refusal, or status and code where the code matters. */
export type Result = {
  outcome: string;
  /** All that the one who asks is told; to compare refusals by. */
  told: string;
  /** Transactions that would have been committed. */
  writes: number;
};

const createCaller = t.createCallerFactory(appRouter);

/** Calls a procedure as somebody; whatever it writes is taken back, so that every call finds the same world. */
export async function tryCall(parts: Parts, who: Somebody, path: string, input: unknown): Promise<Result> {
  const trial = takingBack(parts.db);
  const leaving = new AbortController();
  const caller = createCaller({ ...contextOf({ ...parts, db: trial.db }, who), signal: leaving.signal });
  try {
    const answer = await callPath(caller, path, input);
    if (isFollowed(answer)) await firstOf(answer);
    return { outcome: "ok", told: "", writes: trial.writes() };
  } catch (error) {
    return { ...refusalOf(error), writes: trial.writes() };
  } finally {
    leaving.abort();
  }
}

function contextOf(parts: Parts, { found, headers }: Somebody): Context {
  return {
    parts,
    session: found?.session ?? null,
    person: found?.person ?? null,
    refresh: () => Promise.resolve(found?.person ?? null),
    requestId: "test",
    address: "127.0.0.1",
    idempotencyKey: null,
    setHeader: () => undefined,
    headers,
    signal: new AbortController().signal,
  };
}

class TakenBack {
  readonly result: unknown;
  constructor(result: unknown) {
    this.result = result;
  }
}

/** The same database; a transaction that succeeds is rolled back and its result given all the same. */
function takingBack(db: Database) {
  let writes = 0;
  const undoing = async <T>(run: (end: (result: T) => never) => Promise<unknown>): Promise<T> => {
    try {
      await run((result) => {
        writes += 1;
        throw new TakenBack(result);
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.result as T;
      throw error;
    }
    throw new Error("a trial was committed");
  };
  const trial: Database = {
    ...db,
    transact: <T>(actor: Actor, work: (tx: Tx) => Promise<T>) =>
      undoing<T>((end) => db.transact(actor, async (tx) => end(await work(tx)))),
    housekeep: <T>(work: (tx: HousekeepingTx) => Promise<T>) =>
      undoing<T>((end) => db.housekeep(async (tx) => end(await work(tx)))),
  };
  return { db: trial, writes: () => writes };
}

function isFollowed(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === "object" && answer !== null && Symbol.asyncIterator in answer;
}

/** A subscription is refused with its first event, if at all; without one it waits. */
async function firstOf(events: AsyncIterable<unknown>): Promise<void> {
  const iterator = events[Symbol.asyncIterator]();
  const quiet = new Promise((resolve) => setTimeout(resolve, 20));
  await Promise.race([iterator.next(), quiet]);
}

function refusalOf(error: unknown): { outcome: string; told: string } {
  if (!(error instanceof TRPCError)) throw error;
  const { code, message, cause } = error;
  const status = getHTTPStatusCodeFromError(error);
  if (!(cause instanceof Fault)) {
    const detail = status === 400 ? ` ${message.replaceAll(/\s+/g, " ")}` : "";
    return { outcome: `${status}${detail}`, told: `${code} ${message}` };
  }
  const { appCode, fields, params, present } = cause;
  const isPlain = [401, 403, 404].includes(status) && appCode !== "INVALID_LOGIN";
  const fieldCodes = fields.map((field) => `${field.path}:${field.appCode}`).join(",");
  return {
    outcome: isPlain ? String(status) : `${status} ${appCode}${fieldCodes && ` ${fieldCodes}`}`,
    told: JSON.stringify({ code, appCode, message: cause.message, fields, params, present }),
  };
}
