import type { Express } from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createApp } from "#server/app.ts";
import { jobs } from "#server/db/schema/index.ts";
import { authOf } from "#server/features/accounts/auth.ts";
import { closeServer, createHttpServer, listen } from "#server/http/http-server.ts";
import { builtAt } from "#tests/support/build.ts";

import { makeWorld, type World } from "./matrix/matrix-world.ts";
import { factsOf, type Persona, personas } from "./matrix/persona-table.ts";
import { routeRows } from "./matrix/route-rows.ts";

type Layer = { route?: { path: string; methods: Record<string, boolean> }; handle?: { stack?: Layer[] } };

let world: World;
let url: string;
let routes: string[];
let stop: () => Promise<void>;
beforeAll(async () => {
  world = await makeWorld("cluster");
  // Finished exports, made when each of them was a reader of the open project.
  await world.db.housekeep((tx) =>
    tx.update(jobs).set({
      fileKey: "0".repeat(32),
      fileName: "summary.json",
      expiresAt: builtAt + 3_600_000,
      result: { relation: "reader", participantIds: [], lineIds: [], generatedAt: builtAt },
    }),
  );
  const server = createHttpServer();
  url = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
  const app = createApp(world.parts);
  server.on("request", app.handler);
  routes = routesOf(app.handler);
  stop = async () => {
    app.close();
    await closeServer(server, 1000);
    await world.close();
  };
});
afterAll(() => stop());

/** Every route of the running program, wherever it is mounted. */
function routesOf(handler: Express): string[] {
  const walk = (layers: readonly Layer[]): string[] =>
    layers.flatMap(({ route, handle }) => [
      ...(route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : []),
      ...walk(handle?.stack ?? []),
    ]);
  return [...new Set(walk((handler.router as unknown as { stack: Layer[] }).stack))];
}

function ask(persona: Persona, method: string, path: string, body?: FormData | string): Promise<Response> {
  const { cookie, headers } = world.people[persona];
  return fetch(new URL(path, url), {
    method,
    headers: { ...headers, ...(cookie === undefined ? {} : { cookie }), origin: url, "x-consortia": "1" },
    ...(body === undefined ? {} : { body }),
    redirect: "manual",
  });
}

describe("the routes beside the procedures", () => {
  test("each has a row", () => {
    const missing = routes.filter((route) => !(route in routeRows));
    const howTo =
      "Add a row to tests/architecture/matrix/route-rows.ts that says who gets which status. See tests/README.md.";
    expect(missing, howTo).toEqual([]);
    expect(Object.keys(routeRows).filter((route) => !routes.includes(route))).toEqual([]);
  });

  test.each(personas)("%s", async (persona) => {
    const wrong: string[] = [];
    const hidden = new Map<string, string>();
    for (const [route, row] of Object.entries(routeRows)) {
      for (const ownership of row.ownerships) {
        if (ownership === "own" && factsOf(persona).capacity === null) continue;
        const { path, body } = row.request(world.at(persona, ownership));
        const answer = await ask(persona, route.split(" ")[0] ?? "GET", path, body);
        const text = (await answer.text()).replace(/"requestId":"[^"]*"/, "");
        const expected = row.expected(persona, ownership);
        if (answer.status !== expected)
          wrong.push(`${route} ${ownership}: ${answer.status} instead of ${expected} ${text}`);
        if (answer.status === 404) hidden.set(`${route} ${ownership}`, text);
      }
      const unknown = hidden.get(`${route} unknown`);
      for (const [cell, text] of hidden)
        if (unknown !== undefined && cell.startsWith(route) && text !== unknown) wrong.push(`${cell}: not as unknown`);
    }
    expect(wrong, wrong.join("\n")).toEqual([]);
  });
});

describe("whoever looks through a member's eyes", () => {
  test("gets and sends no files", async () => {
    const { cookie = "" } = world.people.lead;
    const participantId = world.at("lead", "shared").participant.id;
    const { exported, file, draft } = world.at("lead", "own");
    const tries = [
      ["GET", `/api/exports/${exported.id}/file`],
      ["GET", `/api/attachments/${file.id}/file`],
      ["POST", `/api/updates/${draft.id}/attachments`],
      ["POST", "/api/imports/file"],
    ] as const;
    for (const [method, path] of tries) {
      const headers = { cookie, origin: url, "x-consortia": "1", "x-view-as": participantId };
      const answer = await fetch(new URL(path, url), { method, headers });
      expect(answer.status, path).toBe(403);
      expect(await answer.text(), path).toContain("VIEWING_AS");
    }
  });
});

describe("the account library", () => {
  test("has no address of its own: each of its paths is one nobody knows", async () => {
    const { api } = await authOf(world.parts);
    const endpoints = Object.values(api).flatMap((endpoint) => {
      const { path, options } = endpoint as { path?: string; options?: { method?: string | string[] } };
      return path
        ? [options?.method ?? "GET"].flat().map((method) => ({ method: method === "*" ? "POST" : method, path }))
        : [];
    });
    expect(endpoints.length).toBeGreaterThan(20);
    const found: string[] = [];
    for (const { method, path } of endpoints)
      for (const mount of ["/api/auth", "/api"])
        for (const persona of ["anonymous", "member", "administrator"] as const) {
          const answer = await ask(persona, method, `${mount}${path.replaceAll(/:\w+/g, "x")}`);
          const body = (await answer.json()) as { error?: { data?: { appCode?: string } } };
          if (answer.status !== 404 || body.error?.data?.appCode !== "NOT_FOUND")
            found.push(`${persona} ${method} ${mount}${path}: ${answer.status}`);
        }
    expect(found).toEqual([]);
  });
});
