import type { Wakeups } from "./database.ts";

export type WakeupHub = Wakeups & { wake(seq: number | null): void };

/** Tells everybody in this process that changes were committed. A hint: whoever misses one finds the row in the table. */
export function createWakeups(report: (error: unknown) => void): WakeupHub {
  const listeners = new Set<(seq: number | null) => void>();
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wake(seq) {
      for (const listener of listeners) {
        try {
          listener(seq);
        } catch (error) {
          report(error);
        }
      }
    },
  };
}
