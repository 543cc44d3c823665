import { TRPCClientError } from "@trpc/client";
import { describe, expect, test } from "vitest";

import { saveField } from "#client/lib/save-field.ts";

const seen = { version: 3, title: "Heat", keywords: ["heat"] };

function stale(present: Record<string, unknown>) {
  return TRPCClientError.from({
    error: { code: -32_009, message: "stale", data: { code: "CONFLICT", httpStatus: 409, appCode: "STALE", present } },
  });
}

/** Saves `name` against a record that answers as `answers` say; tells the versions it was sent with. */
async function save(name: string, answers: (Error | null)[], present?: Record<string, unknown>) {
  const sent: number[] = [];
  const send = (version: number) => {
    const answer = answers[sent.length] ?? null;
    sent.push(version);
    return answer === null ? Promise.resolve() : Promise.reject(answer);
  };
  const failure = await saveField({ name, seen, present, send }).then(
    () => null,
    (error: unknown) => error,
  );
  return { sent, failure };
}

describe("saving one field", () => {
  test("goes on top of what others wrote into other fields", async () => {
    const theirs = stale({ version: 5, title: "Heat", keywords: ["heat", "city"] });
    expect(await save("title", [theirs])).toEqual({ sent: [3, 5], failure: null });
  });

  test("leaves the decision to the person when the same field was written, lists included", async () => {
    const theirs = stale({ version: 4, title: "Power", keywords: ["heat", "city"] });
    expect(await save("title", [theirs])).toEqual({ sent: [3], failure: theirs });
    expect(await save("keywords", [theirs])).toEqual({ sent: [3], failure: theirs });
  });

  test("takes the version the person decided upon, and asks again when that has changed as well", async () => {
    const present = { version: 4, title: "Power" };
    expect(await save("title", [], present)).toEqual({ sent: [4], failure: null });
    const again = stale({ version: 6, title: "Steam" });
    expect(await save("title", [again], present)).toEqual({ sent: [4], failure: again });
  });

  test("tries once more only: a record in constant motion ends as a conflict", async () => {
    const moving = [stale({ version: 4, title: "Heat" }), stale({ version: 5, title: "Heat" })];
    expect(await save("title", moving)).toEqual({ sent: [3, 4], failure: moving[1] });
  });

  test("passes on every other fault", async () => {
    const offline = new TypeError("Failed to fetch");
    expect(await save("title", [offline])).toEqual({ sent: [3], failure: offline });
  });
});
