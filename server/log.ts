import { destination, type Logger, pino, stdTimeFunctions } from "pino";

import type { Settings } from "#server/settings.ts";

/**
 * The log: one JSON line an event on standard error, UTC, no bodies and no tokens (security.md, R-H6). JSON escapes
 * control characters, so a line stays a line. Written at once: what led to a crash is there.
 */
export function createLog(level: Settings["logLevel"]): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: ["token", "password", "secret", "*.token", "*.password", "*.secret", "cookie", "headers"],
        censor: "[removed]",
      },
    },
    destination({ fd: 2, sync: true }),
  );
}
