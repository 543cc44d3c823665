import type { Builder } from "./database.ts";
import type { Span } from "./scope.ts";

/** A connection that does one span at a time. Its builder works only inside the span it was begun for. */
export type Lane = {
  readonly db: Builder;
  begin(span: Span): Promise<void>;
  /** `lastSeq` is the last change written, to be told to other processes with the commit. */
  commit(lastSeq: number | null): Promise<void>;
  rollback(): Promise<void>;
};

/** What each of the two databases provides; everything above it is written once. */
export type Engine = {
  readonly read: Builder;
  /** Null when opened read-only. */
  readonly writer: Lane | null;
  /** Lends a lane that begins a consistent read-only view. */
  withSnapshotLane<T>(use: (lane: Lane) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** Runs jobs one after the other in the order they came. */
export function createQueue(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const result = last.then(job, job);
    last = result.catch(() => undefined);
    return result;
  };
}
