import { expect, test } from "vitest";

import { flagParam, listParams, searchOf, wordParam } from "#client/lib/search-params.ts";

const read = searchOf({ ...listParams, state: wordParam(["open", "done"]), mine: flagParam });

test("what fits is kept, with its type", () => {
  expect(read({ q: 2026, page: "3", sort: "title", desc: true, state: "done", mine: "true" })).toEqual({
    q: "2026",
    page: 3,
    sort: "title",
    desc: true,
    state: "done",
    mine: true,
  });
});

test("what does not fit is dropped, so that a bad link opens the plain list", () => {
  expect(read({ q: "", page: -1, desc: "no", state: "gone", mine: 1, unknown: "x", __proto__: "x" })).toEqual({});
});
