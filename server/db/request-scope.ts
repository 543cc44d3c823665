import { AsyncLocalStorage } from "node:async_hooks";

/** What `transact` needs to know of the request it runs for. */
export type RequestScope = {
  /** Set when the client sent a key with a mutation: its result is kept in the same transaction. */
  idempotency?: { key: string; bodyHash: string; userId: string | null };
};

/** Entered by the API around every call; empty for jobs and the command line. */
export const requestScope = new AsyncLocalStorage<RequestScope>();
