import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { beginJourney, type Journey, loadSample, setUp, violationsOn } from "./journey.ts";
import { appears, bringIn, goesAway } from "./people.ts";

let journey: Journey;
let anna: Page;
let mika: Page;
let projectUrl: string;

beforeAll(async () => {
  journey = await beginJourney();
  anna = await journey.person();
  await setUp(anna, journey);
  projectUrl = await loadSample(anna);
  const member = { organisation: "Voolend OÜ", email: "mika@voolend.example", name: "Mika Member" } as const;
  mika = await bringIn(anna, journey, { ...member, role: "Manager" });
});
afterAll(() => journey.end());

const face = (page: Page) => page.getByRole("button", { name: "1 other person is on this page" });
const box = (page: Page) => page.getByLabel("Your comment");

/** Opens the first line of the member in the ledger, where both meet. */
async function openLine(page: Page): Promise<string> {
  await page.goto(`${projectUrl}/contributions?q=Voolend`);
  await page.getByRole("table").getByRole("link").first().click();
  await box(page).waitFor();
  return page.url();
}

test("two people on one line see each other, and in which field the other writes", async () => {
  const url = await openLine(mika);
  await anna.goto(url);
  await box(anna).waitFor();
  expect(await appears(face(anna))).toBe(true);
  expect(await appears(face(mika))).toBe(true);
  await box(mika).pressSequentially("Could we");
  expect(await appears(anna.getByText("Mika Member is typing"))).toBe(true);
  // What is begun stays when the page is left.
  await mika.goto(projectUrl);
  expect(await goesAway(anna.getByText("Mika Member is typing"))).toBe(true);
  expect(await goesAway(face(anna))).toBe(true);
  await mika.goto(url);
  await box(mika).waitFor();
  expect(await box(mika).inputValue()).toBe("Could we");
});

test("a mention leads from the bell to the line, and what is said appears by itself", async () => {
  await anna.goto(projectUrl);
  await box(mika).fill("Could we meet, @An");
  await mika.getByRole("option", { name: "Anna Coordinator" }).waitFor();
  await box(mika).press("Enter");
  expect(await box(mika).inputValue()).toBe("Could we meet, @Anna Coordinator ");
  await box(mika).press("Control+Enter");
  await mika.getByRole("listitem").filter({ hasText: "Could we meet" }).waitFor();
  await anna.getByRole("link", { name: /Notifications: 1 unread/ }).click();
  await anna.getByText("Mika Member mentioned you in a comment.").waitFor();
  expect(await violationsOn(anna)).toEqual([]);
  await anna.getByRole("main").getByRole("list", { name: "Notifications" }).getByRole("link").first().click();
  await anna.getByText("Could we meet").waitFor();
  expect(anna.url()).toContain("selected=");
  await box(anna).fill("Yes, see https://example.org/plan.");
  await anna.getByRole("button", { name: "Comment", exact: true }).click();
  const link = mika.getByRole("link", { name: "https://example.org/plan" });
  expect(await link.getAttribute("rel")).toContain("noopener");
  expect(await violationsOn(mika)).toEqual([]);
});

test("a comment is changed, removed and brought back", async () => {
  const own = mika.getByRole("listitem").filter({ hasText: "Could we meet" });
  await own.getByRole("button", { name: "What to do with the comment of Mika Member" }).click();
  await mika.getByRole("menuitem", { name: "Edit" }).click();
  await mika.getByLabel("Change your comment").fill("Could we meet on Monday?");
  await mika.getByRole("button", { name: "Save" }).click();
  await anna.getByText("Could we meet on Monday?").waitFor();
  expect(await appears(anna.getByText("edited"))).toBe(true);
  await mika
    .getByRole("listitem")
    .filter({ hasText: "on Monday" })
    .getByRole("button", { name: "What to do with the comment of Mika Member" })
    .click();
  await mika.getByRole("menuitem", { name: "Remove" }).click();
  expect(await goesAway(anna.getByText("Could we meet on Monday?"))).toBe(true);
  await mika.getByRole("button", { name: "Undo" }).click();
  expect(await appears(anna.getByText("Could we meet on Monday?"))).toBe(true);
});
