import { connect } from "node:net";

import { describe, expect, test } from "vitest";

import { startTestApp } from "#tests/support/app.ts";
import { buildPerson } from "#tests/support/build-person.ts";

const required = [
  "content-security-policy",
  "x-content-type-options",
  "referrer-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "permissions-policy",
  "x-request-id",
];

type Refused = {
  error: { message: string; data: { code: string; httpStatus: number; appCode: string; requestId: string } };
};

const withoutId = (text: string) => text.replaceAll(/"requestId":"[^"]*"/g, "");

describe("every answer", () => {
  test.for([
    ["GET", "/health/live", 200],
    ["GET", "/api/trpc/system.show", 200],
    ["GET", "/api/trpc/no.such", 404],
    ["GET", "/api/nothing", 404],
    ["GET", "/assets/gone.js", 404],
    ["GET", "/%E0%A4%A", 400],
    ["DELETE", "/api/trpc/system.show", 405],
    ["POST", "/api/trpc/system.show", 405],
    ["POST", "/anywhere", 404],
  ] as const)("%s %s carries the security headers and answers %i", async ([method, path, status]) => {
    const app = await startTestApp();
    const response = await app
      .visitor()
      .fetch(
        path,
        method === "POST" ? { method, body: "{}", headers: { "content-type": "application/json" } } : { method },
      );
    expect(response.status).toBe(status);
    for (const name of required) expect({ [name]: response.headers.get(name) ?? "" }).not.toEqual({ [name]: "" });
    expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(response.headers.get("x-powered-by")).toBeNull();
    expect(response.headers.get("strict-transport-security")).toBeNull();
    expect(response.headers.get("content-type")).toContain("application/json");
  });

  test("carries HSTS where people come by https", async () => {
    const app = await startTestApp({ environment: { BASE_URL: "https://consortia.example" } });
    expect((await app.visitor().fetch("/health/live")).headers.get("strict-transport-security")).toContain("max-age=");
  });

  test("to the same question for something unknown is the same but for the request's id", async () => {
    const app = await startTestApp();
    const [one, two] = await Promise.all(
      ["/api/one", "/api/two"].map(async (path) => withoutId(await (await app.visitor().fetch(path)).text())),
    );
    expect(one).toBe(two);
  });

  test("that refuses says so in one form, without a stack", async () => {
    const app = await startTestApp();
    const body = (await (await app.visitor().fetch("/api/nothing")).json()) as Refused;
    expect(body.error.data).toMatchObject({ code: "NOT_FOUND", httpStatus: 404, appCode: "NOT_FOUND" });
    expect(body.error.data.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(body)).not.toContain("stack");
  });
});

describe("a changing request", () => {
  test.for([
    ["without our header", { "x-consortia": "" }],
    ["of a foreign origin", { origin: "https://evil.example" }],
    ["with a foreign site in Sec-Fetch-Site", { "sec-fetch-site": "cross-site" }],
    ["of another port of this host", { origin: "http://127.0.0.1:1" }],
    ["with an origin that is none", { origin: "null" }],
  ] as const)("%s is refused before anything happens", async ([, changed]) => {
    const app = await startTestApp();
    const headers: Record<string, string> = {
      origin: app.url,
      "x-consortia": "1",
      "sec-fetch-site": "same-origin",
      "content-type": "application/json",
      ...changed,
    };
    if (headers["x-consortia"] === "") delete headers["x-consortia"];
    const response = await fetch(`${app.url}/api/trpc/system.show`, { method: "POST", headers, body: "{}" });
    expect(response.status).toBe(403);
    expect(((await response.json()) as Refused).error.data.appCode).toBe("BAD_ORIGIN");
  });

  test("without any Origin is refused", async () => {
    const app = await startTestApp();
    const response = await fetch(`${app.url}/api/trpc/system.show`, {
      method: "POST",
      headers: { "x-consortia": "1" },
    });
    expect(response.status).toBe(403);
  });

  test("passes under every name of this computer when no base URL is set, and under no other", async () => {
    const app = await startTestApp({ environment: { BASE_URL: "" } });
    const port = new URL(app.url).port;
    const ask = async (host: string) => {
      const headers = { "x-consortia": "1", "content-type": "application/json", origin: `http://${host}:${port}` };
      return (await rawRequest(Number(port), { ...headers, host: `${host}:${port}` })).status;
    };
    expect(await ask("localhost")).toBe(405);
    expect(await ask("127.0.0.1")).toBe(405);
    expect(await ask("rebound.example")).toBe(403);
  });
});

test("a foreign page may not load anything, a link from elsewhere may open", async () => {
  const app = await startTestApp();
  const ask = (mode: string) =>
    rawRequest(Number(new URL(app.url).port), { "sec-fetch-site": "cross-site", "sec-fetch-mode": mode }, "GET");
  expect((await ask("cors")).status).toBe(403);
  expect((await ask("no-cors")).status).toBe(403);
  expect((await ask("navigate")).status).toBe(200);
});

describe("limits", () => {
  const json = { "content-type": "application/json" };

  test("a body over 1 MiB answers 413, declared or not", async () => {
    const visitor = (await startTestApp()).visitor();
    const body = JSON.stringify({ text: "x".repeat(1024 * 1024) });
    expect((await visitor.fetch("/api/trpc/system.show", { method: "POST", headers: json, body })).status).toBe(413);
    const stream = new Blob([body]).stream();
    const init = { method: "POST", headers: json, body: stream, duplex: "half" } as RequestInit;
    expect((await visitor.fetch("/api/trpc/system.show", init)).status).toBe(413);
  });

  test("a body that is no JSON answers 415", async () => {
    const visitor = (await startTestApp()).visitor();
    const form = new FormData();
    form.set("a", "b");
    expect((await visitor.fetch("/api/trpc/system.show", { method: "POST", body: form })).status).toBe(415);
    expect(
      (
        await visitor.fetch("/api/trpc/system.show", {
          method: "POST",
          headers: { "content-type": "application/octet-stream" },
          body: "x",
        })
      ).status,
    ).toBe(415);
  });

  test("deep nesting and long arrays are refused before anything reads them", async () => {
    const visitor = (await startTestApp()).visitor();
    const appCode = async (body: string) => {
      const response = await visitor.fetch("/api/trpc/system.show", { method: "POST", headers: json, body });
      return response.status === 400 ? ((await response.json()) as Refused).error.data.appCode : response.status;
    };
    expect(await appCode("[".repeat(500_000))).toBe("TOO_DEEP");
    expect(await appCode(`${"[".repeat(33)}${"]".repeat(33)}`)).toBe("TOO_DEEP");
    expect(await appCode(`${"[".repeat(32)}${"]".repeat(32)}`)).toBe(405);
    expect(await appCode(`[${"1,".repeat(1000)}1]`)).toBe("TOO_MANY_ITEMS");
    expect(await appCode(`["${'[,\\"'.repeat(2000)}"]`)).toBe(405);
  });

  test("an address over 8 KiB answers 414, headers over 16 KiB 431, a batch over ten calls 400", async () => {
    const app = await startTestApp();
    const visitor = app.visitor();
    expect((await visitor.fetch(`/${"a".repeat(9000)}`)).status).toBe(414);
    const raw = await rawRequest(Number(new URL(app.url).port), { "x-long": "a".repeat(17_000) });
    expect(raw.status).toBe(431);
    for (const name of required) expect(raw.text.toLowerCase()).toContain(`\r\n${name}: `);
    const many = Array.from({ length: 11 }, () => "system.show").join(",");
    const batch = await visitor.fetch(`/api/trpc/${many}?batch=1&input=%7B%7D`);
    expect(batch.status).toBe(400);
    expect(((await batch.json()) as Refused).error.data.appCode).toBe("TOO_MANY_CALLS");
  });

  test("calls are counted, not requests; another person has a limit of their own", async () => {
    const app = await startTestApp({ environment: { CALLS_PER_MINUTE: "10" } });
    const [one, two] = [
      await app.visitorOf(await buildPerson(app.parts.db)),
      await app.visitorOf(await buildPerson(app.parts.db)),
    ];
    const batch = `/api/trpc/${Array.from({ length: 9 }, () => "system.show").join(",")}?batch=1&input=%7B%7D`;
    expect((await one.fetch(batch)).status).toBe(200);
    expect((await one.fetch("/api/trpc/system.show")).status).toBe(200);
    const refused = await one.fetch("/api/trpc/system.show");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await two.fetch("/api/trpc/system.show")).status).toBe(200);
  });
});

/** A request below fetch, which would not let us choose Host and what browsers say of themselves. */
async function rawRequest(
  port: number,
  headers: Record<string, string>,
  method = "POST",
): Promise<{ status: number; text: string }> {
  const lines = Object.entries({
    host: `127.0.0.1:${port}`,
    "content-length": "2",
    connection: "close",
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return await new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () =>
      socket.write(`${method} /api/trpc/system.show HTTP/1.1\r\n${lines.join("")}\r\n{}`),
    );
    socket.on("data", (chunk) => (text += chunk.toString("latin1")));
    socket.on("error", reject);
    socket.on("close", () => resolve({ status: Number(text.split(" ")[1]), text }));
  });
}
