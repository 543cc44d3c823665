import { AsyncLocalStorage } from "node:async_hooks";

/** One stretch of work on one connection, from BEGIN to COMMIT or ROLLBACK. */
export type Span = {
  readonly kind: "transaction" | "housekeeping" | "snapshot";
  open: boolean;
  /** Statements sent and not yet answered. */
  running: number;
  /** The first statement that failed: PostgreSQL refuses everything after it, so both databases do. */
  failure: unknown;
};

/** The rules of the transaction scope were broken: a defect of the caller, never of the person. */
export class ScopeError extends Error {
  override readonly name = "ScopeError";
}

const scope = new AsyncLocalStorage<Span>();

/** Opens a span around `work`, which is awaited inside because builders run only when they are awaited. */
export function insideSpan<T>(span: Span, work: () => Promise<T>): Promise<T> {
  return scope.run(span, async () => await work());
}

/** A span that has not begun yet. */
export function newSpan(kind: Span["kind"]): Span {
  return { kind, open: true, running: 0, failure: null };
}

/** Two spans at once would wait for each other or miss each other's writes. */
export function assertOutsideSpan(verb: string): void {
  const span = scope.getStore();
  if (span?.open) throw new ScopeError(`${verb} inside a ${span.kind}: pass the one you have instead of nesting`);
}

/** Throws unless the caller runs inside `span`, and `span` is still open and sound. */
export function assertInsideSpan(span: Span | null): asserts span is Span {
  if (!span?.open) throw new ScopeError("used after its transaction had ended, or outside of one");
  if (scope.getStore() !== span) throw new ScopeError("used outside the work it was handed to");
  if (span.failure)
    throw new ScopeError("a statement of this transaction failed before; nothing more can be done in it", {
      cause: span.failure,
    });
}

/** Throws unless all statements of `span` were awaited and succeeded, so that it may be committed. */
export function assertCommittable(span: Span): void {
  if (span.running > 0) throw new ScopeError("a statement was still running when the work ended: await every one");
  if (span.failure)
    throw new ScopeError("a failed statement was swallowed; the transaction cannot be committed", {
      cause: span.failure,
    });
}
