import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { ownPath } from "#client/features/accounts/own-path.ts";

describe("ownPath", () => {
  test.each([
    ["/projects/1?q=a%20b#x", "/projects/1?q=a%20b#x"],
    ["/", "/"],
    [undefined, "/"],
    ["", "/"],
    ["projects", "/"],
    ["https://evil.example/", "/"],
    ["//evil.example/", "/"],
    ["/\\evil.example/", "/"],
    ["/\t/evil.example/", "/"],
    ["/\n\\evil.example/", "/"],
    ["javascript:alert(1)", "/"],
    ["\\/evil.example", "/"],
    ["/.//evil.example", "/"],
    ["/x/..//evil.example", "/"],
  ])("%j leads to %s", (next, path) => expect(ownPath(next)).toBe(path));

  test("whatever is asked for, a browser stays on this server", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      "\t",
      "\n",
      "\r",
      " ",
      ":",
      "@",
      "?",
      "#",
      ".",
      "..",
      "%2f",
      "%5c",
      "evil.example",
      "https:",
      "javascript:",
      "user",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const path = ownPath(parts.join(""));
        expect(path.startsWith("/")).toBe(true);
        expect(new URL(path, "https://own.example/sign-in").origin).toBe("https://own.example");
      }),
      { numRuns: 2000 },
    );
  });
});
