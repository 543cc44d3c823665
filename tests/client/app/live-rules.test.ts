import { describe, expect, test } from "vitest";

import { type LiveChange, queriesTouchedBy } from "#client/app/live-rules.ts";

const change: LiveChange = { projectId: "p-1", organisationId: "o-1", entity: "contribution", entityId: "c-1" };

function key(path: string, input?: unknown): unknown[] {
  return [path.split("."), { input, type: "query" }];
}

describe("a change in a project", () => {
  test.each([
    ["reads of that project", key("project.show", { projectId: "p-1" })],
    ["reads that carry the id under another name", key("project.show", { id: "p-1" })],
    ["reads with the id deep inside", key("stream.list", { filter: { projects: ["p-0", "p-1"] } })],
    ["the record itself", key("contribution.show", { id: "c-1" })],
    ["the organisation", key("organisation.show", { id: "o-1" })],
    ["lists of its kind without input", key("contribution.mine")],
    ["the router in the plural", key("contributions.mine")],
    ["the home page", key("home.show")],
    ["the list of projects with its totals", key("project.list", { page: 1 })],
  ])("touches %s", (_name, queryKey) => {
    expect(queriesTouchedBy(change, queryKey)).toBe(true);
  });

  test.each([
    ["another project", key("project.show", { projectId: "p-2" })],
    ["lists of another kind in another project", key("stream.list", { projectId: "p-2" })],
    ["the directory of organisations", key("organisation.list", { q: "p-1 and more" })],
    ["who is signed in", key("me.show")],
    ["keys that are not of tRPC", ["something", { input: { projectId: "p-1" } }]],
  ])("leaves alone %s", (_name, queryKey) => {
    expect(queriesTouchedBy(change, queryKey)).toBe(false);
  });
});

test("a seat that was given or taken touches who one may act for", () => {
  const seat: LiveChange = { projectId: null, organisationId: "o-1", entity: "seat", entityId: "s-1" };
  expect(queriesTouchedBy(seat, key("me.show"))).toBe(true);
  expect(queriesTouchedBy(seat, key("project.list", { page: 1 }))).toBe(false);
});

test("no change touches a query through an absent id", () => {
  const lone: LiveChange = { projectId: null, organisationId: null, entity: "user", entityId: "u-1" };
  expect(queriesTouchedBy(lone, key("project.show", { projectId: null, q: "null" }))).toBe(false);
});
