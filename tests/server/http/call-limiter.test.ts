import fc from "fast-check";
import { expect, test } from "vitest";

import { createCallLimiter } from "#server/http/call-limiter.ts";

test("never more than the limit within one window, and everything again after it", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.record({ calls: fc.integer({ min: 1, max: 5 }), after: fc.integer({ min: 0, max: 400 }) })),
      (limit, spends) => {
        let at = 0;
        let windowStart: number | null = null;
        let spent = 0;
        const limiter = createCallLimiter(limit, 1000, () => at);
        for (const { calls, after } of spends) {
          at += after;
          if (windowStart === null || at >= windowStart + 1000) {
            windowStart = at;
            spent = 0;
          }
          const wait = limiter.spend("one", calls);
          expect(wait === 0).toBe(spent + calls <= limit);
          // Whoever waits as long as told finds the window over.
          expect(wait === 0 || wait * 1000 >= windowStart + 1000 - at).toBe(true);
          if (wait === 0) spent += calls;
        }
      },
    ),
  );
});

test("the clock of the limiter is its own: one key does not wait for another", () => {
  const limiter = createCallLimiter(1, 1000, () => 0);
  expect(limiter.spend("one")).toBe(0);
  expect(limiter.spend("one")).toBe(1);
  expect(limiter.spend("two")).toBe(0);
});
