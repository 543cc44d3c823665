import { expect, test } from "vitest";

import { pauseAfter } from "#client/app/live-connection.ts";

test("pauses double up to half a minute and are spread over their second half", () => {
  expect([1, 2, 3, 4].map((failures) => pauseAfter(failures, 1))).toEqual([1000, 2000, 4000, 8000]);
  expect([pauseAfter(9, 1), pauseAfter(500, 1)]).toEqual([30_000, 30_000]);
  expect([pauseAfter(1, 0), pauseAfter(9, 0)]).toEqual([500, 15_000]);
});
