import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { startTestApp, type TestApp } from "#tests/support/app.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import type { Visitor } from "#tests/support/visitor.ts";

let app: TestApp;
let visitor: Visitor;
let team: Awaited<ReturnType<typeof buildTeam>>;
beforeAll(async () => {
  app = await startTestApp();
  team = await buildTeam(app.parts.db);
  visitor = await app.visitorOf(team.people.coordinator);
});
afterAll(() => app.close());

type Refused = {
  error: {
    message: string;
    data: { httpStatus: number; appCode: string; fields: { path: string; appCode: string }[] };
  };
};

async function refusalOf(path: string, input: object): Promise<Refused["error"]> {
  const response = await visitor.fetch(`/api/trpc/${path}`, {
    method: "POST",
    body: JSON.stringify(input),
    headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
  });
  const { error } = (await response.json()) as Refused;
  expect(response.status).toBe(error.data.httpStatus);
  return error;
}

describe("a refused field says what is wrong with it", () => {
  const project = { acronym: "NEW", title: "New" };
  test.each([
    ["title", "", "REQUIRED"],
    ["title", "   ", "REQUIRED"],
    ["title", "a".repeat(301), "TOO_LONG"],
    ["title", "a".repeat(3_000), "TOO_LONG"],
    ["title", null, "REQUIRED"],
    ["title", 7, "WRONG_TYPE"],
    ["title", "a\u0000b", "BAD_CHARACTER"],
    ["durationMonths", 0, "OUT_OF_RANGE"],
    ["durationMonths", 1_000, "OUT_OF_RANGE"],
    ["durationMonths", "12", "WRONG_TYPE"],
    ["surprise", 1, "UNKNOWN_FIELD"],
  ])("%s %j: %s", async (field, value, appCode) => {
    const { data } = await refusalOf("project.create", { ...project, [field]: value });
    expect(data).toMatchObject({ httpStatus: 400, appCode: "INPUT", fields: [{ path: field, appCode }] });
  });

  test("an empty and an endless list", async () => {
    const none = await refusalOf("contribution.agreeMany", { projectId: team.project.id, lines: [] });
    expect(none.data.fields).toEqual([{ path: "lines", appCode: "REQUIRED" }]);
    const lines = Array.from({ length: 201 }, () => ({ id: crypto.randomUUID(), version: 1 }));
    const many = await refusalOf("contribution.agreeMany", { projectId: team.project.id, lines });
    expect(many.data.fields).toEqual([{ path: "lines", appCode: "TOO_LONG" }]);
  });
});

describe("a write", () => {
  test.each([[{}], [{ version: null }]])("that does not say what it has seen answers 428: %j", async (version) => {
    const { data, message } = await refusalOf("project.revise", {
      ...version,
      id: team.project.id,
      patch: { title: "Other" },
    });
    expect(data).toMatchObject({ httpStatus: 428, appCode: "VERSION_REQUIRED" });
    expect(message).toContain("Nothing was saved");
  });

  test("of something older answers 409 with what is there now", async () => {
    const revision = { id: team.project.id, version: 1, patch: { place: "Lahti" } };
    await visitor.api.project.revise.mutate(revision);
    const { data } = await refusalOf("project.revise", revision);
    expect(data).toMatchObject({ httpStatus: 409, appCode: "STALE", present: { version: 2, place: "Lahti" } });
  });
});
