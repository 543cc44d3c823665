import { AsyncLocalStorage } from "node:async_hooks";

import { and, eq, sql } from "drizzle-orm";

import type { ReadDb } from "./database.ts";
import { prepared } from "./prepare.ts";
import { idempotencyKeys } from "./schema/changes.ts";

/** What `transact` needs to know of the request it runs for. */
export type RequestScope = {
  /** Set when the client sent a key with a mutation: its result is kept in the same transaction. */
  idempotency?: { key: string; bodyHash: string; userId: string | null };
};

/** Entered by the API around every call; empty for jobs and the command line. */
export const requestScope = new AsyncLocalStorage<RequestScope>();

export type Replay = { bodyHash: string; result: unknown; at: number };

/** Owner of a key as it is stored: part of the primary key, which holds no null. */
export const keyOwner = (userId: string | null): string => userId ?? "";

const storedAnswer = prepared("idempotency_answer", (db) =>
  db
    .select({ bodyHash: idempotencyKeys.bodyHash, result: idempotencyKeys.result, at: idempotencyKeys.at })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.userId, sql.placeholder("userId")), eq(idempotencyKeys.key, sql.placeholder("key")))),
);

/** The answer kept for an earlier request of the same person with the same key, or null; the caller compares `bodyHash`. */
export async function findReplay(db: ReadDb, userId: string | null, key: string): Promise<Replay | null> {
  const [row] = await storedAnswer(db, { userId: keyOwner(userId), key });
  return row ?? null;
}
