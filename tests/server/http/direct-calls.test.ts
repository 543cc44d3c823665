import { describe, expect, test } from "vitest";

import { startTestApp } from "#tests/support/app.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import type { Visitor } from "#tests/support/visitor.ts";

const unknown = "01980000-0000-7000-8000-000000000000";
const input = (value: unknown) => `input=${encodeURIComponent(JSON.stringify(value))}`;
const post = (body: string, headers = {}): RequestInit => ({
  method: "POST",
  body,
  headers: { "content-type": "application/json", ...headers },
});

async function answer(visitor: Visitor, path: string, init?: RequestInit) {
  const response = await visitor.fetch(`/api/trpc/${path}`, init);
  const headers = Object.fromEntries(response.headers);
  const isDirect = headers["content-length"] !== undefined;
  for (const name of ["content-length", "transfer-encoding", "date", "x-request-id"]) delete headers[name];
  const body = (await response.text()).replaceAll(/"requestId":"[^"]*"/g, "");
  return { isDirect, status: response.status, headers, body };
}

async function signedIn(): Promise<Visitor> {
  const app = await startTestApp();
  return await app.visitorOf(await buildPerson(app.parts.db, await buildOrganisation(app.parts.db)));
}

describe("a call answered directly is answered as the library's adapter answers it", () => {
  // A parameter that means nothing sends the same call through the adapter.
  test.for([
    ["a result", 200, `project.list?${input({ status: ["running"] })}`],
    ["without input", 200, "system.show"],
    ["an unknown id", 404, `project.overview?${input({ projectId: unknown })}`],
    ["a field too many", 400, `project.overview?${input({ projectId: unknown, more: 1 })}`],
    ["input that is missing", 400, "project.overview"],
    ["results together", 200, `project.list,system.show?batch=1&${input({ 0: {} })}`],
    ["a result beside a fault", 207, `system.show,project.overview?batch=1&${input({ 1: { projectId: unknown } })}`],
  ] as const)("%s (%i)", async ([, status, path]) => {
    const visitor = await signedIn();
    const direct = await answer(visitor, path);
    const adapted = await answer(visitor, `${path}${path.includes("?") ? "&" : "?"}unused=1`);
    expect(direct.status).toBe(status);
    expect(direct).toEqual({ ...adapted, isDirect: true });
    expect(adapted.isDirect).toBe(false);
  });

  test("a change, refused and repeated", async () => {
    const visitor = await signedIn();
    const refused = post(JSON.stringify({ name: "" }));
    const direct = await answer(visitor, "organisation.create", refused);
    expect(direct).toEqual({ ...(await answer(visitor, "organisation.create?unused=1", refused)), isDirect: true });
    expect(direct.status).toBe(400);
    const made = post(JSON.stringify({ kind: "enterprise", name: "Aurinko", country: "FI" }), {
      "idempotency-key": unknown,
    });
    const first = await answer(visitor, "organisation.create", made);
    const again = await answer(visitor, "organisation.create", made);
    expect([first.status, first.isDirect]).toEqual([200, true]);
    expect(again.body).toBe(first.body);
    expect([again.headers["idempotency-replayed"], again.isDirect]).toEqual(["true", true]);
  });

  test("nobody signed in", async () => {
    const visitor = (await startTestApp()).visitor();
    const direct = await answer(visitor, `project.list?${input({})}`);
    expect(direct.status).toBe(401);
    expect(direct).toEqual({ ...(await answer(visitor, `project.list?${input({})}&unused=1`)), isDirect: true });
  });
});

describe("what is unusual or wrong goes to the adapter", () => {
  test.for([
    ["an unknown procedure", 404, "no.such", {}],
    ["the method of another type", 405, "system.show", post("{}")],
    ["input that is no JSON", 400, "project.list?input=%7B", {}],
    ["a body that is no JSON", 400, "organisation.create", post("{")],
    ["a change that does not say what it carries", 415, "organisation.create", { method: "POST" }],
    ["a batch that is a list", 400, `project.list?batch=1&${input([])}`, {}],
    ["a batch of which one is unknown", 207, "system.show,no.such?batch=1", {}],
    ["a name of every object", 404, "constructor", {}],
  ] as const)("%s (%i)", async ([, status, path, init]) => {
    const found = await answer(await signedIn(), path, init);
    expect([found.status, found.isDirect]).toEqual([status, false]);
  });
});
