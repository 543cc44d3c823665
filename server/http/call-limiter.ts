export type CallLimiter = {
  /** Counts `calls` for `key`; 0 when they are within the limit, else the whole seconds to wait. */
  spend(key: string, calls?: number): number;
};

type Window = { spent: number; endsAt: number };

const manyKeys = 10_000;

/**
 * At most `limit` calls for each key in a window that starts with the first of them (security.md, R-U5). Kept in memory: a restart
 * forgives. `now` gives rising milliseconds, by default the monotonic clock, which nobody can set back.
 */
export function createCallLimiter(
  limit: number,
  windowMs: number,
  now: () => number = () => performance.now(),
): CallLimiter {
  const windows = new Map<string, Window>();
  return {
    spend(key, calls = 1) {
      const at = now();
      let window = windows.get(key);
      if (!window || window.endsAt <= at) {
        if (windows.size >= manyKeys) forgetEnded(windows, at);
        window = { spent: 0, endsAt: at + windowMs };
        windows.set(key, window);
      }
      if (window.spent + calls > limit) return Math.max(1, Math.ceil((window.endsAt - at) / 1000));
      window.spent += calls;
      return 0;
    },
  };
}

function forgetEnded(windows: Map<string, Window>, at: number): void {
  for (const [key, window] of windows) if (window.endsAt <= at) windows.delete(key);
}
