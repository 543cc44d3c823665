import { Fault } from "#shared/fault.ts";

type Run = { controller: AbortController; done: number; total: number };

// What this process is writing now. A writing import holds the only writing connection, so how far it is cannot stand in the database.
const running = new Map<string, Run>();

/** Does the writing of an import so that it can be watched and stopped from this process. */
export async function watched<T>(
  id: string,
  total: number,
  work: (signal: AbortSignal, report: (done: number) => void) => Promise<T>,
): Promise<T> {
  const run: Run = { controller: new AbortController(), done: 0, total };
  if (running.has(id))
    throw new Fault("CONFLICT", "ALREADY_APPLIED", { message: "This import is being written already." });
  running.set(id, run);
  try {
    return await work(run.controller.signal, (done) => (run.done = done));
  } finally {
    running.delete(id);
  }
}

/** How far an import is that is being written here, in percent; null when it is not. */
export function percentOf(id: string): number | null {
  const run = running.get(id);
  return run ? Math.min(99, Math.floor((100 * run.done) / Math.max(1, run.total))) : null;
}

/** Stops an import that is being written here; its transaction leaves nothing. False when it is not. */
export function stopRun(id: string): boolean {
  const run = running.get(id);
  run?.controller.abort();
  return run !== undefined;
}
