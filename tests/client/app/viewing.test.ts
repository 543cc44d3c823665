import { afterEach, expect, test, vi } from "vitest";

const viewing = {
  participantId: "0190b7a0-0000-7000-8000-000000000001",
  projectId: "0190b7a0-0000-7000-8000-000000000002",
  acronym: "EKOLEND",
  organisationName: "Voolend",
  by: "coordinator",
  expiresAt: Date.now() + 60_000,
};

/** The module as a page loads it: through whose eyes it reads is decided once. */
async function loadedWith(kept: unknown) {
  if (kept !== undefined) sessionStorage.setItem("consortia-viewing", JSON.stringify(kept));
  vi.resetModules();
  return import("#client/app/viewing.ts");
}

afterEach(() => sessionStorage.clear());

test("everything of a project is asked through the member's eyes, writes too, and what is the person's own is not", async () => {
  const { viewingHeader, presentViewing } = await loadedWith(viewing);
  expect(presentViewing()?.organisationName).toBe("Voolend");
  const header = { "x-view-as": viewing.participantId };
  for (const path of [
    "project.show",
    "contribution.list",
    "update.todo",
    "contribution.agree",
    "export.start",
    "new.one",
  ])
    expect(viewingHeader(path), path).toEqual(header);
  for (const path of [
    "me.show",
    "home.show",
    "organisation.show",
    "project.list",
    "notification.count",
    "presence.beat",
  ])
    expect(viewingHeader(path), path).toEqual({});
});

test.each([
  ["nothing is kept", undefined],
  ["it has run out", { ...viewing, expiresAt: Date.now() - 1 }],
  ["what is kept is no such thing", { participantId: 5 }],
])("nobody's eyes but the own when %s", async (_why, kept) => {
  const { viewingHeader, presentViewing } = await loadedWith(kept);
  expect(presentViewing()).toBeNull();
  expect(viewingHeader("project.show")).toEqual({});
});
